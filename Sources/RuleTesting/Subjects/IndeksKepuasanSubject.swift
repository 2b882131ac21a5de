internal import Arithmetic
internal import Formulas
internal import Regulation

/// `ikm`: `unsur:` totals of the answers by element, `responden:`; answers `ikm`, `mutu`, `nama`, the sums of both
/// columns, and by element `nrr …` and `tertimbang …`.
///
/// Elements are known by name, since publications number the last two differently.
struct IndeksKepuasanSubject: RuleSubject {
    static let name = "ikm"
    private let formula: IndeksKepuasan
    private let quality: MutuPelayanan
    private let names: [String]

    init(_ rules: RuleReader) {
        formula = IndeksKepuasan(rules)
        quality = MutuPelayanan(rules)
        names = rules.words("skm-unsur")
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let forms = inputs.whole("responden", in: 1...1_000_000)
        let totals = inputs.table("unsur")
        let elements = names.compactMap { name in
            totals.first { $0.name == name }.map {
                IndeksKepuasan.Element(name: name, sum: $0.value, answers: forms)
            }
        }
        // An element that the law does not name is no element.
        guard elements.count == totals.count, !elements.isEmpty else {
            return [RuleOutput("ikm", nil), RuleOutput("mutu", word: nil)]
        }
        let index = formula.index(
            of: elements, forms: forms, minimumPresent: .zero, &trace)
        let band = index.flatMap { quality.band(of: $0, &trace) }
        let weight = formula.weight(of: elements.count)
        let means = elements.compactMap(\.nrr)
        return [
            RuleOutput("ikm", index), RuleOutput("mutu", word: band?.letter),
            RuleOutput("nama", word: band?.name),
            RuleOutput("jumlah nrr", means.reduce(.zero, +)),
            RuleOutput("jumlah tertimbang", means.reduce(.zero) { $0 + $1 * weight }),
        ]
            + elements.flatMap { element in
                [
                    RuleOutput("nrr \(element.name)", element.nrr),
                    RuleOutput("tertimbang \(element.name)", element.nrr.map { $0 * weight }),
                ]
            }
    }
}
