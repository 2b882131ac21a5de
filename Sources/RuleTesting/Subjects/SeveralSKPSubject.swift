internal import CivilService
internal import Formulas
internal import Regulation

/// `skp-ganda`: `skp:` a list of `mulai`, `hari`, `plt`, `hasil_kerja`, `perilaku_kerja`, `nilai`; answers the last three
/// as they count for the person.
struct SeveralSKPSubject: RuleSubject {
    static let name = "skp-ganda"
    private let formula: SeveralSKP

    init(_ rules: RuleReader) {
        formula = SeveralSKP(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let all = inputs.list("skp").map { skp in
            PeriodSKP(
                days: skp.whole("hari", in: 0...366), start: skp.date("mulai"),
                isActing: skp.flag("plt"), hasil: skp.optionalText("hasil_kerja"),
                perilaku: skp.optionalText("perilaku_kerja"), value: skp.optionalNumber("nilai"))
        }
        let answer = formula.answer(all, &trace)
        return [
            RuleOutput("hasil_kerja", word: answer?.hasil),
            RuleOutput("perilaku_kerja", word: answer?.perilaku),
            RuleOutput("nilai", answer?.value),
        ]
    }
}
