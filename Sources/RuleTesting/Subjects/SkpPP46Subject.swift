internal import Arithmetic
internal import Formulas
internal import Regulation

/// `skp-pp46`: `kegiatan:` a list of activities, `tugas_tambahan:` their number, `kreativitas:` a list of `manfaat` and
/// `jumlah`, `minimum:` percent of activities that must have a nilai; answers `nilai`.
struct SkpPP46Subject: RuleSubject {
    static let name = "skp-pp46"
    private let formula: SkpPP46

    init(_ rules: RuleReader) {
        formula = SkpPP46(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let activities = inputs.list("kegiatan").enumerated().map { index, activity in
            KegiatanPP46Subject.activity(activity, name: "\(index + 1)")
        }
        var additions = SkpPP46.Additions()
        additions.tasks = inputs.optionalNumber("tugas_tambahan") ?? .zero
        for work in inputs.list("kreativitas") {
            additions.works.append(
                .init(benefit: work.text("manfaat"), count: work.number("jumlah")))
        }
        let value = formula.value(
            of: activities, additions, minimumPresent: inputs.optionalNumber("minimum") ?? .zero,
            &trace)
        return [RuleOutput("nilai", value)]
    }
}
