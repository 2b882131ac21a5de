package import Arithmetic
package import Regulation

/// The figure of the year 2021, whose halves were appraised by two regulations.
///
/// w1 × first half (PP 46/2011, on the scale of the parameter `penggabungan-2021-skala`) + w2 × second half
/// (PP 30/2019), over w1 + w2; exact, not rounded.
///
/// - Source: SE MenPANRB 3/2021; weights and scale are unconfirmed parameters.
package struct Penggabungan2021: Sendable {
    private enum Scale: String, CaseIterable {
        case asIs = "asli"
        case linear = "linear-120"
    }

    private static let halves = ["semester-1", "semester-2"]

    private let weights: RuleTable
    private let scale: RuleChoice<Scale>?

    package init(_ rules: RuleReader) {
        let weights = rules.table("penggabungan-2021")
        rules.require(Self.halves, in: weights)
        let values = Self.halves.compactMap { weights[$0] }
        if !values.isEmpty, values.contains(where: { $0 < .zero }) || values.allSatisfy(\.isZero) {
            rules.reportMalformed("penggabungan-2021", "has weights below 0, or none above")
        }
        self.weights = weights
        scale = rules.choice("penggabungan-2021-skala")
    }

    /// - Parameters:
    ///   - first: Prestasi kerja of January to June, 0 to 100 and above where realisation exceeded the target.
    ///   - second: Nilai kinerja of July to December, 0 to 120.
    ///   - trace: Filled when it is on.
    /// - Returns: `nil` where a half is missing: one half is not a year, and missing is not zero.
    package func value(
        first: Rational?, second: Rational?, _ trace: inout Trace
    ) -> Rational? {
        guard let first, let second, let scale, let firstWeight = weights["semester-1"],
            let secondWeight = weights["semester-2"]
        else { return nil }
        let scaled: Rational
        switch scale.value {
        case .asIs: scaled = first
        case .linear: scaled = first * Rational(120, over: 100)
        }
        let value =
            (firstWeight * scaled + secondWeight * second) / (firstWeight + secondWeight)
        trace.add(
            Trace.Node(
                label: "nilai 2021", value: value.traceText,
                formula: "(\(firstWeight.exactText) × \(scaled.traceText) + "
                    + "\(secondWeight.exactText) × \(second.traceText)) / "
                    + (firstWeight + secondWeight).exactText,
                basis: [
                    weights.basis("semester-1"), weights.basis("semester-2"), scale.basis,
                ]))
        return value
    }
}
