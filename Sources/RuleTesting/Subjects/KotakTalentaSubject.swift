internal import Arithmetic
internal import Formulas
internal import Regulation

/// `talenta`: `predikat:` or `kinerja:` (points), `potensi:`; answers `kinerja`, `nilai`, both thirds and `kotak`.
struct KotakTalentaSubject: RuleSubject {
    static let name = "talenta"
    private let formula: KotakTalenta

    init(_ rules: RuleReader) {
        formula = KotakTalenta(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let potential = inputs.number("potensi")
        let performance =
            inputs.optionalText("predikat").map { formula.points(ofPredikat: $0, &trace) }
            ?? inputs.number("kinerja")
        guard let performance else {
            return [
                RuleOutput("kinerja", nil), RuleOutput("nilai", nil),
                RuleOutput("kotak", word: nil),
            ]
        }
        return [
            RuleOutput("kinerja", performance),
            RuleOutput(
                "nilai",
                formula.value(performance: performance, potential: potential, &trace)),
            RuleOutput("sumbu kinerja", word: formula.third(of: performance)),
            RuleOutput("sumbu potensi", word: formula.third(of: potential)),
            RuleOutput(
                "kotak",
                word: formula.box(performance: performance, potential: potential, &trace)),
        ]
    }
}
