internal import Formulas
internal import Regulation

/// `rule-set`: no inputs; answers `aturan`, the rule set of the period.
struct RuleSetSubject: RuleSubject {
    static let name = "rule-set"
    private let formula: RuleSetInForce

    init(_ rules: RuleReader) {
        formula = RuleSetInForce(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        [RuleOutput("aturan", word: formula.ruleSet(&trace)?.rawValue)]
    }
}
