internal import Arithmetic
internal import Formulas
internal import Regulation

/// `kompetensi`: `kompetensi:` a list of `nama`, `syarat`, `dimiliki` (absent: never judged), and `hanya_dinilai:`
/// where what was never judged drops out; answers `kesesuaian`, the number `perlu pelatihan`, and by name `selisih …`.
struct KompetensiSubject: RuleSubject {
    static let name = "kompetensi"

    init(_ rules: RuleReader) {}

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let formula = KesesuaianKompetensi(
            over: inputs.flag("hanya_dinilai") ? .judged : .required)
        let levels = inputs.list("kompetensi").map { item in
            (
                name: item.text("nama"),
                level: KesesuaianKompetensi.Level(
                    required: Int64(item.whole("syarat", in: 1...5)),
                    held: item.optionalNumber("dimiliki").map {
                        Int64($0.rounded(decimals: 0, .down))
                    })
            )
        }
        let lacking = levels.count { $0.level.needsTraining }
        return [
            RuleOutput("kesesuaian", formula.percent(of: levels.map(\.level))),
            RuleOutput("perlu pelatihan", Rational(lacking)),
        ]
            + levels.map {
                RuleOutput("selisih \($0.name)", $0.level.gap.map { Rational(Int($0)) })
            }
    }
}
