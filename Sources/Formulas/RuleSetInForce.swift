package import Regulation

/// Which regulation's formulas appraise a period.
///
/// - Source: the dates of PP 46/2011, PP 30/2019 and PermenPANRB 6/2022, as the parameter `dasar-penilaian` has them.
package struct RuleSetInForce: Sendable {
    package enum RuleSet: String, Sendable, CaseIterable {
        case pp46 = "pp46-2011"
        case pp30 = "pp30-2019"
        case panrb6 = "panrb6-2022"
    }

    private let choice: RuleChoice<RuleSet>?

    package init(_ rules: RuleReader) {
        choice = rules.choice("dasar-penilaian")
    }

    /// The rule set of the day whose law the reader reads.
    package func ruleSet(_ trace: inout Trace) -> RuleSet? {
        guard let choice else { return nil }
        trace.add(
            Trace.Node(
                label: "aturan", value: choice.value.rawValue, basis: [choice.basis]))
        return choice.value
    }
}
