package import Formulas
internal import Regulation

/// Rules by which a run checks what others decided, and changes nothing.
package struct AuditRules: Sendable {
    /// What predikat follow from stated ratings; `nil` where no source states ratings and predikat, or another rule
    /// set is in force.
    package let conformance: PredikatPANRB6?
    /// How predikat may be spread in a unit; `nil` where no unit source states the capaian, or no such rule is in force.
    package let distribution: PolaDistribusi?

    package static let none = AuditRules(conformance: nil, distribution: nil)

    package var isEmpty: Bool { conformance == nil && distribution == nil }

    private init(conformance: PredikatPANRB6?, distribution: PolaDistribusi?) {
        self.conformance = conformance
        self.distribution = distribution
    }

    /// Reads the rules that the mapped columns of `sources` ask for.
    ///
    /// A definition whose regulation folders do not say which rule set is in force is not audited.
    ///
    /// - Parameters:
    ///   - sources: All sources of the definition.
    ///   - rules: The law on the period's last day; faults of the parameters are reported to its book.
    init(_ sources: [SourceDefinition], _ rules: RuleReader) {
        let hasOutcomes = sources.contains(where: \.statesOutcomes)
        let hasAchievements = sources.contains { $0.kind == .unit && $0.column("capaian") != nil }
        guard hasOutcomes || hasAchievements, Self.isInForce(.panrb6, rules) else {
            self = .none
            return
        }
        conformance = hasOutcomes ? PredikatPANRB6(rules) : nil
        let isJudged = hasAchievements && Self.isInForce("panrb6-distribusi", rules)
        distribution = isJudged ? PolaDistribusi(rules) : nil
    }

    /// Whether the folders say which rule set is in force, and it is this one; that it is another is no fault.
    private static func isInForce(
        _ ruleSet: RuleSetInForce.RuleSet, _ rules: RuleReader
    ) -> Bool {
        guard isInForce("dasar-penilaian", rules) else { return false }
        var silent = Trace(isOn: false)
        return RuleSetInForce(rules).ruleSet(&silent) == ruleSet
    }

    /// Asks a book of its own, so that a missing parameter is not reported.
    private static func isInForce(_ parameter: String, _ rules: RuleReader) -> Bool {
        let asked = rules.book.on(rules.book.date)
        return asked.rule(parameter, askedAt: rules.place) != nil
    }
}

extension SourceDefinition {
    /// Whether its rows state both ratings and the predikat.
    package var statesOutcomes: Bool {
        kind == .outcome
            && ["hasil_kerja", "perilaku_kerja", "hasil_akhir"].allSatisfy { column($0) != nil }
    }
}
