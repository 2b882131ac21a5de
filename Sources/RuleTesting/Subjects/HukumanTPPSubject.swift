internal import Arithmetic
internal import CivilService
internal import Formulas
internal import Regulation

/// `hukuman-tpp`: a day of the month that is paid, `tanggal`, and `hukuman:` a list of `tingkat`, `persen`, `mulai`, `lama`
/// in months; answers `persen` taken off.
struct HukumanTPPSubject: RuleSubject {
    static let name = "hukuman-tpp"
    private let formula: HukumanTPP

    init(_ rules: RuleReader) {
        formula = HukumanTPP(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let month = inputs.date("tanggal").monthIndex
        let sanctions = inputs.list("hukuman").map { item in
            HukumanTPP.Sanction(
                level: item.optionalText("tingkat") ?? "", percent: item.optionalNumber("persen"),
                first: item.date("mulai"),
                months: item.optionalNumber("lama").flatMap { Int($0.exactText) }, last: nil,
                document: "-")
        }
        guard case .success(let percent) = formula.percent(of: sanctions, in: month, &trace) else {
            return [RuleOutput("persen", nil)]
        }
        return [RuleOutput("persen", percent)]
    }
}
