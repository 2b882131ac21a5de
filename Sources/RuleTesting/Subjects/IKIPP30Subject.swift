internal import Arithmetic
internal import Formulas
internal import Regulation

/// `iki-pp30`: `capaian`, or `target` (or `target_min` and `target_maks`), `realisasi` and `arah`; `maksimum`. Answers
/// `capaian`, `dibulatkan`, `kategori` and `nilai`.
struct IKIPP30Subject: RuleSubject {
    static let name = "iki-pp30"
    private let attainment: CapaianIKI
    private let nilai: NilaiIKI

    init(_ rules: RuleReader) {
        attainment = CapaianIKI(rules)
        nilai = NilaiIKI(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let percent = inputs.optionalNumber("capaian") ?? measured(inputs, &trace)
        let isMaximum = inputs.flag("maksimum")
        let result = percent.flatMap {
            nilai.result(percent: $0, isMaximum: isMaximum, &trace)
        }
        return [
            RuleOutput("capaian", percent), RuleOutput("dibulatkan", result?.percent),
            RuleOutput("kategori", word: result?.category), RuleOutput("nilai", result?.value),
        ]
    }

    private func measured(_ inputs: RuleInputs, _ trace: inout Trace) -> Rational? {
        let (target, direction) = (Self.target(inputs), Self.direction(inputs))
        let realised = inputs.number("realisasi")
        guard let target, let direction else { return nil }
        return attainment.percent(
            realised: realised, target: target, direction: direction, &trace)
    }

    /// One target or a range; `nil` where neither is stated.
    static func target(_ inputs: RuleInputs) -> CapaianIKI.Target? {
        let (low, high) = (
            inputs.optionalNumber("target_min"), inputs.optionalNumber("target_maks")
        )
        if let single = inputs.optionalNumber("target") { return .single(single) }
        if let low, let high { return .range(low, high) }
        return nil
    }

    /// `naik` where none is stated, `nil` for an unknown word.
    static func direction(_ inputs: RuleInputs) -> CapaianIKI.Direction? {
        CapaianIKI.Direction(rawValue: inputs.optionalText("arah") ?? "naik")
    }
}
