package import Arithmetic
package import CivilService
package import Regulation
internal import Spelling

/// One SKP of a person, and how long it held in the period.
package struct PeriodSKP: Sendable, Hashable {
    /// Days of the period on which it held; one with none does not count.
    package let days: Int
    package let start: CalendarDate
    /// Whether the post is held as plt, plh or pjb.
    package let isActing: Bool
    /// Ratings as words, `nil` where none is stated.
    package let hasil: String?
    package let perilaku: String?
    /// A figure, where the rule set has figures.
    package let value: Rational?

    package init(
        days: Int, start: CalendarDate, isActing: Bool, hasil: String? = nil,
        perilaku: String? = nil, value: Rational? = nil
    ) {
        self.days = days
        self.start = start
        self.isActing = isActing
        self.hasil = hasil
        self.perilaku = perilaku
        self.value = value
    }
}

/// What counts of a person who has several SKP in one period (transfer, acting post).
///
/// - Source: the parameter `skp-ganda`; no regulation that was read settles it.
package struct SeveralSKP: Sendable {
    package enum Policy: String, Sendable, CaseIterable {
        /// The SKP of the post that is not acting and began last: a person holds one such post at a time, so that it
        /// is also the one that ended last, whose superior closes the year. Where all are acting, the last of them.
        case mainPost = "main-post"
        /// The SKP of most days, acting or not; of several the one that began last.
        case longest
        /// Each rating on its own: the word of most days, of several the one that began last; figures are means
        /// weighted by days. Where posts are held beside each other, the days of each count.
        case byDays = "by-days"
    }

    package struct Answer: Sendable, Hashable {
        package let hasil: String?
        package let perilaku: String?
        package let value: Rational?
    }

    /// `nil` after a parameter that could not be read, which has been reported.
    private let policy: Policy?
    private let basis: [RuleBasis]

    package init(_ rules: RuleReader) {
        let choice: RuleChoice<Policy>? = rules.choice("skp-ganda")
        policy = choice?.value
        basis = [choice?.basis].compactMap { $0 }
    }

    /// A policy that a definition states itself.
    package init(_ policy: Policy) {
        self.policy = policy
        basis = []
    }

    /// - Parameters:
    ///   - all: A person's SKP of one period, in the order of the evidence, which decides between equals: the later
    ///     one counts, and a post that is not acting before one that is.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where none holds on any day.
    package func answer(_ all: [PeriodSKP], _ trace: inout Trace) -> Answer? {
        let counted = all.filter { $0.days > 0 }
        guard let policy, !counted.isEmpty else { return nil }
        let answer: Answer?
        switch policy {
        case .mainPost:
            let posts = counted.filter { !$0.isActing }
            answer = Self.last(posts.isEmpty ? counted : posts) { _ in 0 }
        case .longest: answer = Self.last(counted) { $0.days }
        case .byDays:
            answer = Answer(
                hasil: Self.wordOfMostDays(counted, \.hasil),
                perilaku: Self.wordOfMostDays(counted, \.perilaku), value: Self.mean(counted))
        }
        trace.add(
            Trace.Node(
                label: "SKP yang dipakai", value: policy.rawValue,
                formula: counted.map(Self.text).joined(separator: "; "), basis: basis))
        return answer
    }

    /// The SKP that comes last by `first`, then start, then main before acting, then days, then place.
    private static func last(_ all: [PeriodSKP], by first: (PeriodSKP) -> Int) -> Answer? {
        func rank(_ skp: PeriodSKP) -> (Int, CalendarDate, Int, Int) {
            (first(skp), skp.start, skp.isActing ? 0 : 1, skp.days)
        }
        var chosen = all.first
        for skp in all.dropFirst() {
            if let best = chosen, rank(skp) >= rank(best) { chosen = skp }
        }
        return chosen.map { Answer(hasil: $0.hasil, perilaku: $0.perilaku, value: $0.value) }
    }

    /// The word that held on most days; SKP that state none are passed over.
    private static func wordOfMostDays(
        _ all: [PeriodSKP], _ word: (PeriodSKP) -> String?
    ) -> String? {
        var best: (word: String, days: Int, start: CalendarDate)?
        for skp in all {
            guard let text = word(skp) else { continue }
            let same = all.filter {
                word($0).map(FoldedSpelling.fold) == FoldedSpelling.fold(text)
            }
            let days = same.reduce(0) { $0 + $1.days }
            let start = same.map(\.start).max() ?? skp.start
            if let known = best, (days, start) < (known.days, known.start) { continue }
            best = (text, days, start)
        }
        return best?.word
    }

    /// The mean of the figures weighted by days; SKP that state none are passed over.
    private static func mean(_ all: [PeriodSKP]) -> Rational? {
        var sum = Rational.zero
        var days = 0
        for skp in all {
            guard let value = skp.value else { continue }
            sum += value * Rational(skp.days)
            days += skp.days
        }
        return days == 0 ? nil : sum / Rational(days)
    }

    private static func text(_ skp: PeriodSKP) -> String {
        let ratings = [skp.hasil, skp.perilaku, skp.value?.traceText].compactMap { $0 }
        return "\(skp.start)\(skp.isActing ? " plt" : ""), \(skp.days) hari: "
            + ratings.joined(separator: " / ")
    }
}
