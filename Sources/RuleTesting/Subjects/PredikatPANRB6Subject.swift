internal import Formulas
internal import Regulation

/// `predikat-panrb6`: `hasil_kerja`, `perilaku_kerja` and, where a predikat is stated elsewhere, `hasil_akhir`; answers
/// `predikat`, and `kesesuaian` of the stated one: `sesuai`, `berbeda`, or why it cannot be judged.
struct PredikatPANRB6Subject: RuleSubject {
    static let name = "predikat-panrb6"
    private let formula: PredikatPANRB6

    init(_ rules: RuleReader) {
        formula = PredikatPANRB6(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let hasil = inputs.optionalText("hasil_kerja")
        let perilaku = inputs.optionalText("perilaku_kerja")
        let akhir = inputs.optionalText("hasil_akhir")
        let predikat = formula.predikat(hasil: hasil ?? "", perilaku: perilaku ?? "", &trace)
        let conformance = formula.conformance(
            hasil: hasil, perilaku: perilaku, akhir: akhir, &trace)
        return [
            RuleOutput("predikat", word: predikat),
            RuleOutput("kesesuaian", word: Self.text(conformance)),
        ]
    }

    private static func text(_ conformance: Conformance) -> String {
        switch conformance {
        case .agrees: "sesuai"
        case .differs: "berbeda"
        case .missing(let part): "\(part.rawValue) tidak ada"
        case .unknown(let part, let text): "\(part.rawValue) tidak dikenal: \(text)"
        }
    }
}
