internal import Arithmetic
internal import CivilService
internal import Formulas
internal import Regulation

/// `pajak-tpp`: `jenis`, `golongan`, `ptkp` and `bruto` in rupiah; answers `persen`, `pajak` and `bersih` in rupiah.
struct TarifPajakTPPSubject: RuleSubject {
    static let name = "pajak-tpp"
    private let formula: TarifPotongan

    init(_ rules: RuleReader) {
        formula = TarifPotongan(rules, "tpp-pph21")
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let gross = inputs.number("bruto")
        let golongan = inputs.optionalText("golongan")
        let payee = TarifPotongan.Payee(
            employment: inputs.text("jenis"),
            golongan: (Golongan.allPNS + Golongan.allPPPK).first { $0.description == golongan },
            taxStatus: inputs.optionalText("ptkp") ?? "", gross: gross)
        guard case .rate(let rate) = formula.rate(of: payee) else {
            return ["persen", "pajak", "bersih"].map { RuleOutput($0, nil) }
        }
        let tax = (gross * rate.value / Rational(100)).rounded(to: 0, .halfUp)
        trace.add(
            Trace.Node(
                label: "pajak", value: tax.traceText,
                formula: "\(gross.exactText) × \(rate.value.exactText) %", basis: [rate.basis]))
        return [
            RuleOutput("persen", rate.value), RuleOutput("pajak", tax),
            RuleOutput("bersih", gross - tax),
        ]
    }
}
