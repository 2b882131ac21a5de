internal import Arithmetic
internal import Formulas
internal import Regulation

/// `kinerja-dki`: `renkin` in percent, `capaian` and `pengurangan` in minutes, `hari_kerja`, `besaran` in rupiah; answers
/// `aktivitas` and `kinerja` in percent, `jumlah` in rupiah.
struct KinerjaDKISubject: RuleSubject {
    static let name = "kinerja-dki"
    private let formula: KinerjaDKI

    init(_ rules: RuleReader) {
        formula = KinerjaDKI(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let found = formula.percent(
            plan: inputs.number("renkin"), achieved: inputs.number("capaian"),
            absence: inputs.number("pengurangan"), days: inputs.number("hari_kerja"), &trace)
        let amount = inputs.number("besaran")
        return [
            RuleOutput("aktivitas", found?.activities), RuleOutput("kinerja", found?.total),
            RuleOutput(
                "jumlah", found.map { ($0.total * amount / Rational(100)).rounded(to: 0, .halfUp) }),
        ]
    }
}
