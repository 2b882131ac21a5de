internal import Arithmetic
internal import Regulation

/// The score of one aspect of an activity: realisation against target, and for waktu and biaya the efficiency.
///
/// - Source: Perka BKN 1/2013, lampiran.
struct AspekPP46: Sendable {
    /// `batas`: percent of efficiency up to which more is better. `tetapan`: percent, 176 for 1.76.
    private let efficiency: RuleTable
    /// The formula above the limit: `pangkal` − (score − `pengurang`).
    private let beyond: RuleTable
    private let cap: RuleNumber
    private let lowest: RuleNumber
    private let limit: Rational
    private let constant: Rational
    private let base: Rational
    private let deducted: Rational

    init(_ rules: RuleReader) {
        efficiency = rules.table("pp46-efisiensi")
        rules.require(["batas", "tetapan"], in: efficiency)
        beyond = rules.table("pp46-efisiensi-lebih")
        rules.require(["pangkal", "pengurang"], in: beyond)
        cap = rules.number("pp46-batas-aspek", orWord: ["tanpa"])
        lowest = rules.number("pp46-nilai-terendah")
        limit = efficiency["batas"] ?? .zero
        constant = efficiency["tetapan"] ?? .zero
        base = beyond["pangkal"] ?? .zero
        deducted = beyond["pengurang"] ?? .zero
    }

    /// A score before its bounds, with what it rests on.
    private struct Step {
        let score: Rational
        let formula: String
        let basis: [RuleBasis]
    }

    /// `isCarriedOut`: Waktu and biaya of an activity that was not are 0, whatever was realised.
    /// - Returns: `nil` where the target is not above 0 or nothing is known of the realisation.
    func score(
        of aspect: SkpPP46.Aspect, _ measure: SkpPP46.Measure, isCarriedOut: Bool,
        _ trace: inout Trace
    ) -> Rational? {
        guard let target = measure.target, target.signum > 0 else { return nil }
        let step: Step
        switch aspect {
        case .waktu, .biaya:
            if !isCarriedOut {
                step = Step(score: .zero, formula: "tidak dilaksanakan", basis: [])
            } else {
                guard let realised = measure.realised else { return nil }
                step = economy(target: target, realised: realised)
            }
        case .kuantitas, .kualitas:
            guard let realised = measure.realised else { return nil }
            step = Step(
                score: realised / target * Rational(100),
                formula: "\(realised.exactText)/\(target.exactText) × 100", basis: [])
        }
        let raised = max(step.score, lowest.value)
        let score = cap.word == nil ? min(raised, cap.value) : raised
        trace.add(
            Trace.Node(
                label: aspect.rawValue, value: score.traceText,
                formula: score == step.score
                    ? step.formula : "\(step.formula) = \(step.score.traceText), dibatasi",
                basis: step.basis + [cap.basis, lowest.basis], rows: measure.rows))
        return score
    }

    /// Waktu or biaya by efficiency, 100 − 100 R/T percent, compared without dividing: at exactly the limit one part in
    /// a million decides 24 points.
    private func economy(target: Rational, realised: Rational) -> Step {
        let hundred = Rational(100)
        let plain = (constant * target - hundred * realised) / target
        let factor = (constant / hundred).exactText
        let words =
            "(\(factor) × \(target.exactText) − \(realised.exactText))/\(target.exactText) × 100"
        let basis = [efficiency.basis("batas"), efficiency.basis("tetapan")]
        if hundred * realised >= (hundred - limit) * target {
            return Step(score: plain, formula: words, basis: basis)
        }
        return Step(
            score: base - (plain - deducted),
            formula: "\(base.exactText) − (\(words) − \(deducted.exactText))",
            basis: basis + [beyond.basis("pangkal"), beyond.basis("pengurang")])
    }
}
