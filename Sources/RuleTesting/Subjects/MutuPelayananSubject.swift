internal import Formulas
internal import Regulation

/// `skm-mutu`: `ikm:`; answers `ikm` as it is published, `mutu` and `nama`.
struct MutuPelayananSubject: RuleSubject {
    static let name = "skm-mutu"
    private let formula: MutuPelayanan

    init(_ rules: RuleReader) {
        formula = MutuPelayanan(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let index = inputs.number("ikm")
        let band = formula.band(of: index, &trace)
        return [
            RuleOutput("ikm", formula.published(index)), RuleOutput("mutu", word: band?.letter),
            RuleOutput("nama", word: band?.name),
        ]
    }
}
