internal import Arithmetic
internal import Formulas
internal import Regulation

/// `angka-kredit`: `periode:` a list of `jenjang`, `predikat`, `bulan`; answers `nilai`, their sum.
struct AngkaKreditSubject: RuleSubject {
    static let name = "angka-kredit"
    private let formula: AngkaKreditFormula

    init(_ rules: RuleReader) {
        formula = AngkaKreditFormula(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        var sum: Rational? = .zero
        for period in inputs.list("periode") {
            let points = formula.points(
                jenjang: period.text("jenjang"), predikat: period.text("predikat"),
                months: period.whole("bulan", in: 1...12), &trace)
            sum = points.flatMap { points in sum.map { $0 + points } }
        }
        return [RuleOutput("nilai", sum)]
    }
}
