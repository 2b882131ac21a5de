internal import Arithmetic
internal import Formulas
internal import Regulation

/// `penggabungan-2021`: `semester_1` and `semester_2`, either absent where there is no such appraisal; answers `nilai`.
struct Penggabungan2021Subject: RuleSubject {
    static let name = "penggabungan-2021"
    private let formula: Penggabungan2021

    init(_ rules: RuleReader) {
        formula = Penggabungan2021(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let value = formula.value(
            first: inputs.optionalNumber("semester_1"),
            second: inputs.optionalNumber("semester_2"), &trace)
        return [RuleOutput("nilai", value)]
    }
}
