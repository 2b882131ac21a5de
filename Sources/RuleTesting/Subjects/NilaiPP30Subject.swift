internal import Formulas
internal import Regulation

/// `nilai-pp30`: `skp`, `perilaku`, `pendapat` (whether the instansi takes the opinion of peers and subordinates),
/// `gagasan` (a new idea or method); answers `nilai` and `predikat`.
struct NilaiPP30Subject: RuleSubject {
    static let name = "nilai-pp30"
    private let formula: NilaiPP30

    init(_ rules: RuleReader) {
        formula = NilaiPP30(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let value = formula.value(
            skp: inputs.number("skp"), behaviour: inputs.number("perilaku"),
            opinion: inputs.flag("pendapat") ? .with : .without, &trace)
        let hasIdea = inputs.flag("gagasan")
        let predikat = value.flatMap { formula.predikat(of: $0, hasIdea: hasIdea, &trace) }
        return [RuleOutput("nilai", value), RuleOutput("predikat", word: predikat)]
    }
}
