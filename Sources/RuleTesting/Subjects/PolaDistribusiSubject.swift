internal import Arithmetic
internal import Formulas
internal import Regulation

/// `pola-distribusi`: `capaian` of the organisation and `jumlah`, people by predikat; answers `n`, `hasil` (`sesuai`,
/// `melanggar`, `tidak berlaku`) and `melanggar`, the broken conditions.
struct PolaDistribusiSubject: RuleSubject {
    static let name = "pola-distribusi"
    private let formula: PolaDistribusi

    init(_ rules: RuleReader) {
        formula = PolaDistribusi(rules)
    }

    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput] {
        let achievement = inputs.text("capaian")
        let people = inputs.section("jumlah")
        var counts: [String: Int] = [:]
        for word in formula.predikat.words {
            counts[word] = people?.whole(word, in: 0...1_000_000)
        }
        let verdict = formula.verdict(achievement: achievement, counts: counts, &trace)
        return [
            RuleOutput("n", Rational(counts.values.reduce(0, +))),
            RuleOutput("hasil", word: verdict.map(Self.word)),
            RuleOutput("melanggar", word: verdict.flatMap(Self.breaches)),
        ]
    }

    private static func word(_ verdict: PolaDistribusi.Verdict) -> String {
        switch verdict {
        case .conform: "sesuai"
        case .breach: "melanggar"
        case .notApplicable: "tidak berlaku"
        }
    }

    private static func breaches(_ verdict: PolaDistribusi.Verdict) -> String? {
        guard case .breach(let breaches) = verdict else { return nil }
        return breaches.map(\.description).joined(separator: "; ")
    }
}
