internal import Arithmetic
internal import Formulas
internal import Regulation

/// `skp-pp30`: `utama:` and `tambahan:` lists of indicators with `bobot`, and `minimum`; or weighted figures, `tertimbang:` a list of
/// numbers and tasks of `kategori`, `nilai`, `bobot` in `penugasan:`. Answers `tambahan` and `nilai`.
struct SkpPP30Subject: RuleSubject {
    static let name = "skp-pp30"
    private let formula: SkpPP30

    init(_ rules: RuleReader) {
        formula = SkpPP30(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let main = inputs.list("utama").map(Self.measure)
        let additional = inputs.list("tambahan").map(Self.measure)
        if !main.isEmpty {
            return [
                RuleOutput(
                    "nilai",
                    formula.value(
                        main: main, additional: additional,
                        minimumPresent: inputs.optionalNumber("minimum") ?? .zero, &trace))
            ]
        }
        let weighted = inputs.numbers("tertimbang").reduce(Rational.zero, +)
        var sum: Rational? = .zero
        for task in inputs.list("penugasan") {
            let points = formula.points(
                category: task.text("kategori"), value: task.number("nilai"),
                weight: task.number("bobot"), &trace)
            sum = points.flatMap { points in sum.map { $0 + points } }
        }
        return [
            RuleOutput("tambahan", sum.map { formula.additional($0) }),
            RuleOutput(
                "nilai", sum.map { formula.total(main: weighted, additional: $0, &trace) }),
        ]
    }

    private static func measure(_ inputs: RuleInputs) -> SkpPP30.Measure {
        let (target, direction) = (
            IKIPP30Subject.target(inputs), IKIPP30Subject.direction(inputs)
        )
        return SkpPP30.Measure(
            name: inputs.optionalText("indikator") ?? "-",
            target: direction == nil ? nil : target,
            realised: inputs.optionalNumber("realisasi"),
            direction: direction ?? .naik, isMaximum: inputs.flag("maksimum"),
            weight: inputs.number("bobot"))
    }
}
