internal import Formulas
internal import Regulation

/// `keterlambatan`: `menit:` whole minutes late; answers `kelas`.
struct KelasKeterlambatanSubject: RuleSubject {
    static let name = "keterlambatan"
    private let formula: KelasKeterlambatan

    init(_ rules: RuleReader) {
        formula = KelasKeterlambatan(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let minutes = inputs.whole("menit", in: 0...1_440)
        return [RuleOutput("kelas", word: formula.name(of: minutes, &trace))]
    }
}
