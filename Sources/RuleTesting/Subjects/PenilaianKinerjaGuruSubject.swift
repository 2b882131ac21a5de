internal import Arithmetic
internal import Formulas
internal import Regulation

/// `pkg`: `skor:`, `jenis:` (guru, konselor); answers `nilai`, `sebutan` and `npk`.
struct PenilaianKinerjaGuruSubject: RuleSubject {
    static let name = "pkg"
    private let formula: PenilaianKinerjaGuru

    init(_ rules: RuleReader) {
        formula = PenilaianKinerjaGuru(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let value = formula.value(
            score: inputs.number("skor"), jenis: inputs.text("jenis"), &trace)
        let sebutan = value.flatMap { formula.sebutan(of: $0, &trace) }
        return [
            RuleOutput("nilai", value), RuleOutput("sebutan", word: sebutan?.name),
            RuleOutput("npk", sebutan?.npk),
        ]
    }
}
