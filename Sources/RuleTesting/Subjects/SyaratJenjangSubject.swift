internal import Formulas
internal import Regulation

/// `kompetensi-jenjang`: `jenjang:`; answers `level`, what the post requires where it has no standard of its own.
struct SyaratJenjangSubject: RuleSubject {
    static let name = "kompetensi-jenjang"
    private let levels: RuleTable

    init(_ rules: RuleReader) {
        levels = rules.table("kompetensi-jenjang")
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        [RuleOutput("level", levels[inputs.text("jenjang")])]
    }
}
