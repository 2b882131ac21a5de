internal import Formulas
internal import Regulation

/// `pulang-awal`: `menit:` whole minutes before the end of work; answers `kelas`.
struct KelasPulangAwalSubject: RuleSubject {
    static let name = "pulang-awal"
    private let formula: KelasKeterlambatan

    init(_ rules: RuleReader) {
        formula = KelasKeterlambatan(rules, "kelas-pulang-awal")
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let minutes = inputs.whole("menit", in: 0...1_440)
        return [RuleOutput("kelas", word: formula.name(of: minutes, &trace))]
    }
}
