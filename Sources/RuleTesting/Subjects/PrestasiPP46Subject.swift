internal import Formulas
internal import Regulation

/// `prestasi-pp46`: `skp`, `perilaku`; answers `nilai` and `predikat`.
struct PrestasiPP46Subject: RuleSubject {
    static let name = "prestasi-pp46"
    private let formula: PrestasiPP46

    init(_ rules: RuleReader) {
        formula = PrestasiPP46(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let value = formula.value(
            skp: inputs.number("skp"), behaviour: inputs.number("perilaku"), &trace)
        return [
            RuleOutput("nilai", value),
            RuleOutput("predikat", word: formula.predikat(of: value, &trace)),
        ]
    }
}
