internal import Arithmetic
internal import Formulas
internal import Regulation

/// `skm-sampel`: `populasi:`; answers `sampel`, the respondents needed.
struct SampelSKMSubject: RuleSubject {
    static let name = "skm-sampel"
    private let formula: SampelSKM

    init(_ rules: RuleReader) {
        formula = SampelSKM(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let population = inputs.whole("populasi", in: 0...1_000_000_000)
        return [RuleOutput("sampel", Rational(formula.sample(of: population, &trace)))]
    }
}
