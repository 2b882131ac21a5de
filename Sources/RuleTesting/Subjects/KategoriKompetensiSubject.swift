internal import Formulas
internal import Regulation

/// `kompetensi-kategori`: `persen:`, `jabatan:` the ladder; answers `kategori`.
struct KategoriKompetensiSubject: RuleSubject {
    static let name = "kompetensi-kategori"
    private let formula: KategoriKompetensi

    init(_ rules: RuleReader) {
        formula = KategoriKompetensi(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let name = formula.category(
            of: inputs.number("persen"), ladder: inputs.text("jabatan"), &trace)
        return [RuleOutput("kategori", word: name)]
    }
}
