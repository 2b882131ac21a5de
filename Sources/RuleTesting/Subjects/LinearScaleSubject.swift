internal import Arithmetic
internal import Formulas
internal import Regulation

/// `normalisasi`: `nilai:` a list of which the mean is taken, `dari:` and `ke:` ends of both scales; answers `rerata`
/// and `nilai`.
struct LinearScaleSubject: RuleSubject {
    static let name = "normalisasi"

    init(_ rules: RuleReader) {}

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        var mean = PlainMean()
        for value in inputs.numbers("nilai") { mean.add(value) }
        guard let rerata = mean.value, let from = Self.ends(inputs.numbers("dari")),
            let to = Self.ends(inputs.numbers("ke"))
        else { return [RuleOutput("rerata", nil), RuleOutput("nilai", nil)] }
        let scaled = LinearScale(from: from, to: to).value(of: rerata)
        return [RuleOutput("rerata", rerata), RuleOutput("nilai", scaled)]
    }

    private static func ends(_ values: [Rational]) -> ClosedRange<Rational>? {
        guard values.count == 2, values[0] <= values[1] else { return nil }
        return values[0]...values[1]
    }
}
