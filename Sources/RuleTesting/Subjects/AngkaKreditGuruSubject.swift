internal import Arithmetic
internal import Formulas
internal import Regulation

/// `pkg-angka-kredit`: `golongan`, `sebutan`, `jam_mengajar`, `jam_wajib`; answers `angka kredit` of a year.
struct AngkaKreditGuruSubject: RuleSubject {
    static let name = "pkg-angka-kredit"
    private let formula: PenilaianKinerjaGuru

    init(_ rules: RuleReader) {
        formula = PenilaianKinerjaGuru(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let (golongan, name) = (inputs.text("golongan"), inputs.text("sebutan"))
        let (hours, required) = (inputs.number("jam_mengajar"), inputs.number("jam_wajib"))
        let credit = formula.sebutan(named: name).flatMap { sebutan in
            formula.credit(
                golongan: golongan, sebutan: sebutan, hours: hours, required: required, &trace)
        }
        return [RuleOutput("angka kredit", credit)]
    }
}
