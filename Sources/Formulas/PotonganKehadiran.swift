package import Arithmetic
package import Regulation

/// What attendance takes off the allowance, in percent: so much for each event.
///
/// - Source: tables of regions after the pattern of Permentan 68/2012; the limit of a day is a state body's.
package struct PotonganKehadiran: Sendable {
    /// The events of the table: TL1 to TL4, PSW1 to PSW4, a day absent without reason.
    package static let classes = 4

    /// Counted events of a person in the month.
    package struct Events: Sendable {
        /// Days late and days left early, by class from 1; four each.
        package var late: [Rational]
        package var early: [Rational]
        package var absent: Rational
        /// Of these the days that were both, by class of lateness, then of leaving early; `nil` where unknown.
        package var both: [[Rational]]?

        package init(
            late: [Rational], early: [Rational], absent: Rational, both: [[Rational]]?
        ) {
            precondition(late.count == classes && early.count == classes)
            precondition(both?.allSatisfy { $0.count == classes } ?? true)
            self.late = late
            self.early = early
            self.absent = absent
            self.both = both
        }
    }

    /// Whether a day's limit needs to know which events were on one day.
    package var needsDays: Bool { dayLimit.word == nil }

    private let table: RuleTable
    private let dayLimit: RuleNumber

    package init(_ rules: RuleReader) {
        table = rules.table("tpp-potongan-kehadiran")
        dayLimit = rules.number("tpp-batas-harian", orWord: ["tanpa"])
        rules.require(Self.names("tl") + Self.names("psw") + ["alpa"], in: table)
    }

    private static func names(_ stem: String) -> [String] { (1...classes).map { "\(stem)\($0)" } }

    /// - Returns: Percent, exact; `nil` where the limit of a day is asked and the events of each day are unknown.
    package func percent(of events: Events, _ trace: inout Trace) -> Rational? {
        let counted =
            zip(Self.names("tl") + Self.names("psw"), events.late + events.early)
            + [("alpa", events.absent)]
        var sum = Rational.zero
        for (name, count) in counted where !count.isZero {
            let rate = table[name] ?? .zero
            sum += rate * count
            trace.add(
                Trace.Node(
                    label: name, value: "\((rate * count).traceText) %",
                    formula: "\(count.exactText) × \(rate.exactText) %", basis: [table.basis(name)])
            )
        }
        guard needsDays else { return sum }
        guard let spared = spared(events) else { return nil }
        if !spared.isZero {
            trace.add(
                Trace.Node(
                    label: "batas harian", value: "-\(spared.traceText) %",
                    formula: "paling banyak \(dayLimit.value.exactText) % sehari",
                    basis: [dayLimit.basis]))
        }
        return sum - spared
    }

    /// What the limit of a day leaves out of the sum; days of absence are no days present, and have no limit.
    private func spared(_ events: Events) -> Rational? {
        guard let both = events.both else {
            // Without a day that is both, each event is a day of its own.
            let sides = [events.late, events.early].map { $0.reduce(.zero, +) }
            guard sides.contains(where: \.isZero) else { return nil }
            let none = Array(repeating: Array(repeating: Rational.zero, count: 4), count: 4)
            return spared(events, both: none)
        }
        return spared(events, both: both)
    }

    private func spared(_ events: Events, both: [[Rational]]) -> Rational {
        let late = Self.names("tl").map { table[$0] ?? .zero }
        let early = Self.names("psw").map { table[$0] ?? .zero }
        func over(_ percent: Rational) -> Rational { max(.zero, percent - dayLimit.value) }
        var spared = Rational.zero
        for i in 0..<Self.classes {
            let alone = events.late[i] - both[i].reduce(.zero, +)
            spared += over(late[i]) * alone
            let single = events.early[i] - both.reduce(.zero) { $0 + $1[i] }
            spared += over(early[i]) * single
            for j in 0..<Self.classes { spared += over(late[i] + early[j]) * both[i][j] }
        }
        return spared
    }
}
