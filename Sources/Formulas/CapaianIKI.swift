package import Arithmetic
package import Regulation

/// Percent capaian of an indicator (IKI): normal R/T, khusus (less is better) 2 − R/T, against one target or a range.
///
/// - Source: PermenPANRB 8/2021, lampiran (pages 99 and 110 of the copy).
package struct CapaianIKI: Sendable {
    /// Which way is better.
    package enum Direction: String, Sendable, CaseIterable {
        /// The normal formula.
        case naik
        /// The formula khusus.
        case turun
    }

    package enum Target: Sendable {
        case single(Rational)
        /// Both ends, low and high; within them the capaian is 100 %, outside the nearest end is the target.
        case range(Rational, Rational)

        /// Something can be measured against it: it is above 0, and a range is not turned round. A range may begin at
        /// 0, as of complaints: nothing lies below that.
        package var isUsable: Bool {
            switch self {
            case .single(let single): single.signum > 0
            case .range(let low, let high):
                low.signum >= 0 && high.signum > 0 && low <= high
            }
        }
    }

    private let lowest: RuleNumber

    package init(_ rules: RuleReader) {
        lowest = rules.number("pp30-capaian-terendah")
    }

    /// - Returns: Percent, unrounded; `nil` where the target is not usable, which the rule does not treat.
    package func percent(
        realised: Rational, target: Target, direction: Direction, _ trace: inout Trace
    ) -> Rational? {
        guard target.isUsable else { return nil }
        let goal: Rational
        switch target {
        case .single(let single): goal = single
        case .range(let low, let high):
            if realised >= low, realised <= high {
                trace.add(
                    Trace.Node(
                        label: "capaian IKI", value: "100 %",
                        formula: "\(realised.exactText) dalam \(low.exactText)…\(high.exactText)"))
                return Rational(100)
            }
            goal = realised < low ? low : high
        }
        guard goal.signum > 0 else { return nil }
        let ratio = realised / goal
        let exact = (direction == .turun ? Rational(2) - ratio : ratio) * Rational(100)
        let percent = max(exact, lowest.value)
        let fraction = "\(realised.exactText)/\(goal.exactText)"
        trace.add(
            Trace.Node(
                label: "capaian IKI", value: "\(percent.traceText) %",
                formula: (direction == .turun ? "(2 − \(fraction)) × 100" : "\(fraction) × 100")
                    + (percent == exact ? "" : " = \(exact.traceText), dibatasi"),
                basis: [lowest.basis]))
        return percent
    }
}
