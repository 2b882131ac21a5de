package import Arithmetic
package import Regulation

/// Whether the predikat of a unit's people are spread as the capaian of the organisation asks.
///
/// It judges a unit and changes nobody's predikat. Shares are of the people who were evaluated, compared as whole
/// numbers of people by cross-multiplication.
///
/// - Source: SE MenPANRB 3/2023; PermenPANRB 6/2022, pasal 24-25.
package struct PolaDistribusi: Sendable {
    /// What a row of the table asks of the people with some predikat.
    package enum Bound: Sendable, Hashable {
        /// Percent of the evaluated people.
        case atMost(Rational)
        /// Percent of the evaluated people.
        case atLeast(Rational)
        /// At least one person.
        case present
        /// More people than any other predikat has.
        case largest
        /// More than half of the evaluated people.
        case overHalf
    }

    /// How the lower bound of "sebagian besar" is read.
    private enum Most: String, CaseIterable {
        case unjudged = "tidak-dinilai"
        case largest = "terbanyak"
        case overHalf = "lebih-dari-separuh"
    }

    package struct Condition: Sendable, Hashable {
        package let predikat: [String]
        package let bound: Bound
    }

    /// A condition that does not hold, and the people who break it.
    package struct Breach: Sendable, Hashable {
        package let condition: Condition
        package let count: Int
        package let evaluated: Int
    }

    package enum Verdict: Sendable, Hashable {
        case conform
        case breach([Breach])
        /// Fewer people were evaluated than `minimum`.
        case notApplicable(minimum: Rational)
    }

    /// Capaian of the organisation, from the highest down.
    package let achievements: WordList
    /// The five predikat, from the highest down.
    package let predikat: WordList
    /// The least number of evaluated people.
    package let minimum: RuleNumber
    /// Where the table stands.
    package let use: ParameterUse
    private let conditions: [String: [Condition]]

    package init(_ rules: RuleReader) {
        let spellings = WordList.spellings(rules)
        achievements = WordList("panrb6-capaian-organisasi", spellings: spellings, rules)
        predikat = WordList("panrb6-predikat", spellings: spellings, rules)
        minimum = rules.number("panrb6-distribusi-minimum")
        let most: RuleChoice<Most>? = rules.choice("panrb6-sebagian-besar")
        let table = rules.records(
            "panrb6-distribusi",
            columns: ["capaian", "predikat", "maks", "min", "ada", "sebagian-besar"])
        use = table.use
        var conditions: [String: [Condition]] = [:]
        for row in table.records {
            guard let achievement = achievements.word(row.text("capaian")) else {
                row.report("'\(row.text("capaian"))' is no capaian of the organisation")
                continue
            }
            guard let words = predikat.list(row.text("predikat")) else {
                row.report("'\(row.text("predikat"))' is no list of predikat")
                continue
            }
            let bounds = Self.bounds(row, most: most?.value ?? .unjudged)
            conditions[achievement, default: []] += bounds.map {
                Condition(predikat: words, bound: $0)
            }
        }
        self.conditions = conditions
        for achievement in achievements.words
        where !table.records.isEmpty && conditions[achievement] == nil {
            rules.reportMissingRow(table.use.name, "has no row of the capaian '\(achievement)'")
        }
    }

    /// Judges one unit.
    ///
    /// - Parameters:
    ///   - achievement: Capaian of the organisation, in any spelling that the list knows.
    ///   - counts: People by predikat, as the list spells it; people without predikat are not among them.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where the capaian is unknown.
    package func verdict(
        achievement: String, counts: [String: Int], _ trace: inout Trace
    ) -> Verdict? {
        guard let achievement = achievements.word(achievement) else { return nil }
        let evaluated = counts.values.reduce(0, +)
        if evaluated == 0 || Rational(evaluated) < minimum.value {
            trace.add(
                Trace.Node(
                    label: "pola distribusi", value: "tidak berlaku",
                    formula: "\(evaluated) < \(minimum.value.exactText)", basis: [minimum.basis]))
            return .notApplicable(minimum: minimum.value)
        }
        var breaches: [Breach] = []
        for condition in conditions[achievement] ?? [] {
            let count = condition.predikat.reduce(0) { $0 + (counts[$1] ?? 0) }
            let judged = Breach(condition: condition, count: count, evaluated: evaluated)
            let holds = Self.holds(judged, counts)
            if !holds { breaches.append(judged) }
            trace.add(
                Trace.Node(
                    label: condition.predikat.joined(separator: " + "),
                    value: holds ? "terpenuhi" : "tidak terpenuhi",
                    formula: "\(count)/\(evaluated), \(condition.bound)",
                    basis: [
                        RuleBasis(use: use, value: "\(achievement): \(condition)"), minimum.basis,
                    ]))
        }
        return breaches.isEmpty ? .conform : .breach(breaches)
    }

    private static func bounds(_ row: RuleRecord, most: Most) -> [Bound] {
        var bounds: [Bound] = []
        if let most = row.optionalNumber("maks") { bounds.append(.atMost(most)) }
        if let least = row.optionalNumber("min") { bounds.append(.atLeast(least)) }
        for column in ["ada", "sebagian-besar"] {
            if let text = row.optionalText(column), text != "ya" {
                row.report("'\(column)' is '\(text)', expected ya")
            }
        }
        if row.optionalText("ada") == "ya" { bounds.append(.present) }
        let asksForMost = row.optionalText("sebagian-besar") == "ya"
        if bounds.isEmpty, !asksForMost {
            row.report("the row has none of 'maks', 'min', 'ada: ya', 'sebagian-besar: ya'")
        }
        switch most {
        case .unjudged: break
        case .largest: if asksForMost { bounds.append(.largest) }
        case .overHalf: if asksForMost { bounds.append(.overHalf) }
        }
        return bounds
    }

    private static func holds(_ judged: Breach, _ counts: [String: Int]) -> Bool {
        let (share, all) = (Rational(100 * judged.count), Rational(judged.evaluated))
        switch judged.condition.bound {
        case .atMost(let percent): return share <= percent * all
        case .atLeast(let percent): return share >= percent * all
        case .present: return judged.count > 0
        case .largest:
            let others = counts.filter { !judged.condition.predikat.contains($0.key) }
            return others.allSatisfy { $0.value < judged.count }
        case .overHalf: return 2 * judged.count > judged.evaluated
        }
    }
}

extension PolaDistribusi.Bound: CustomStringConvertible {
    package var description: String {
        switch self {
        case .atMost(let percent): "maks \(percent.exactText) %"
        case .atLeast(let percent): "min \(percent.exactText) %"
        case .present: "harus ada"
        case .largest: "harus terbanyak"
        case .overHalf: "lebih dari separuh"
        }
    }
}

extension PolaDistribusi.Condition: CustomStringConvertible {
    package var description: String { "\(predikat.joined(separator: " + ")) \(bound)" }
}

extension PolaDistribusi.Breach: CustomStringConvertible {
    /// `Sangat Baik 8/10, maks 70 %`.
    package var description: String {
        "\(condition.predikat.joined(separator: " + ")) \(count)/\(evaluated), \(condition.bound)"
    }
}
