internal import Arithmetic
internal import Formulas
internal import Regulation

/// `tpp`: rupiah of components in `komponen:`, events `tl1` … `psw4`, `alpa` and days of two events in `bersamaan:`, or a
/// deduction in percent, `potongan:`; `hari_kerja` and `tanpa_hasil`, or `produktivitas:` in percent.
/// Answers `potongan` in percent, `bagian` and `jumlah` in rupiah, each component rounded.
struct TPPSubject: RuleSubject {
    static let name = "tpp"
    private let attendance: PotonganKehadiran
    private let share: BagianTPP

    init(_ rules: RuleReader) {
        attendance = PotonganKehadiran(rules)
        share = BagianTPP(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let deduction =
            inputs.optionalNumber("potongan")
            ?? attendance.percent(of: Self.events(inputs), &trace)
        let done: Rational
        if let percent = inputs.optionalNumber("produktivitas") {
            done = percent / Rational(100)
        } else {
            let days = inputs.whole("hari_kerja", in: 1...31)
            let without = inputs.optionalNumber("tanpa_hasil") ?? .zero
            done = .one - without / Rational(days)
        }
        let part = deduction.map { share.share(productivity: done, deduction: $0, &trace) }
        let amounts = inputs.table("komponen")
        let sum = part.map { part in
            amounts.reduce(Rational.zero) { $0 + ($1.value * part).rounded(to: 0, .halfUp) }
        }
        return [
            RuleOutput("potongan", deduction), RuleOutput("bagian", part),
            RuleOutput("jumlah", sum),
        ]
    }

    private static func events(_ inputs: RuleInputs) -> PotonganKehadiran.Events {
        var both = Array(repeating: Array(repeating: Rational.zero, count: 4), count: 4)
        for day in inputs.list("bersamaan") {
            let (late, early) = (day.whole("tl", in: 1...4), day.whole("psw", in: 1...4))
            both[late - 1][early - 1] += day.optionalNumber("hari") ?? .one
        }
        func counts(_ stem: String) -> [Rational] {
            (1...4).map { inputs.optionalNumber("\(stem)\($0)") ?? .zero }
        }
        return PotonganKehadiran.Events(
            late: counts("tl"), early: counts("psw"),
            absent: inputs.optionalNumber("alpa") ?? .zero, both: both)
    }
}
