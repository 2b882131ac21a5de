internal import Arithmetic
internal import Formulas
internal import Regulation

/// `kegiatan-pp46`: one activity, each aspect `{ target, realisasi }`; answers the aspects used, `perhitungan` (their
/// sum) and `nilai`.
struct KegiatanPP46Subject: RuleSubject {
    static let name = "kegiatan-pp46"
    private let formula: SkpPP46

    init(_ rules: RuleReader) {
        formula = SkpPP46(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let activity = Self.activity(inputs, name: "1")
        let scores = formula.scores(of: activity, &trace)
        let aspects = SkpPP46.Aspect.allCases.map { aspect in
            RuleOutput(aspect.rawValue, scores?.first { $0.aspect == aspect }?.score)
        }
        var silent = Trace(isOn: false)
        return aspects + [
            RuleOutput("perhitungan", scores?.reduce(.zero) { $0 + $1.score }),
            RuleOutput("nilai", formula.value(of: activity, &silent)),
        ]
    }

    /// An activity from a map of aspects.
    static func activity(_ inputs: RuleInputs, name: String) -> SkpPP46.Activity {
        var aspects: [SkpPP46.Aspect: SkpPP46.Measure] = [:]
        for aspect in SkpPP46.Aspect.allCases {
            guard let measure = inputs.section(aspect.rawValue) else { continue }
            aspects[aspect] = SkpPP46.Measure(
                target: measure.optionalNumber("target"),
                realised: measure.optionalNumber("realisasi"))
        }
        return SkpPP46.Activity(name: name, aspects: aspects)
    }
}
