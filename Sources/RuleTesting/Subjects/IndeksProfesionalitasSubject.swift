internal import Arithmetic
internal import Formulas
internal import Regulation

/// `ip-asn`: `pendidikan`, `jabatan` (the group), `pelatihan:` a list of `jenis` and `jam`, `kinerja`, `hukuman` (absent:
/// none); answers the points by dimension, `ip` and `tingkat`.
struct IndeksProfesionalitasSubject: RuleSubject {
    static let name = "ip-asn"
    private let formula: IndeksProfesionalitas

    init(_ rules: RuleReader) {
        formula = IndeksProfesionalitas(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let profile = IndeksProfesionalitas.Profile(
            pendidikan: inputs.text("pendidikan"), jabatan: inputs.text("jabatan"),
            training: inputs.list("pelatihan").map {
                .init(jenis: $0.text("jenis"), jam: $0.optionalNumber("jam") ?? .zero)
            },
            kinerja: inputs.number("kinerja"),
            hukuman: inputs.optionalText("hukuman").map { [$0] } ?? [])
        let index = formula.index(of: profile, &trace)
        let level = index.total.flatMap { formula.level(of: $0, &trace) }
        return [
            RuleOutput("kualifikasi", index.kualifikasi),
            RuleOutput("kompetensi", index.kompetensi), RuleOutput("kinerja", index.kinerja),
            RuleOutput("disiplin", index.disiplin), RuleOutput("ip", index.total),
            RuleOutput("tingkat", word: level),
        ]
    }
}
