internal import Arithmetic
internal import Definition
internal import Evidence

/// Points of one attainment row: realisation against target, exact, rounded only where the definition says so.
struct AttainmentFormula {
    let method: AttainmentMethod

    /// What a row is measured against: its own target, else the indicator's.
    struct Target {
        var single: Rational?
        var low: Rational?
        var high: Rational?
    }

    /// - Returns: `nil` when there is no target, a target is 0, or nothing was realised on record.
    func points(
        realised: Rational, target: Target, indicator: IndicatorTable.Indicator
    ) -> Rational? {
        let cap = indicator.cap ?? method.cap
        guard
            let ratio = ratio(
                realised: realised, target: target, direction: indicator.direction, cap: cap)
        else { return nil }
        var points = ratio * Rational(100)
        if let rounding = method.rowRounding {
            points = Rational(
                points.rounded(decimals: rounding.decimals, rounding.rounding),
                over: Int128(FixedPoint.power(rounding.decimals)))
        }
        if let cap { points = min(points, cap) }
        if let floor = method.floor { points = max(points, floor) }
        return points
    }

    private func ratio(
        realised: Rational, target: Target, direction: IndicatorTable.Direction, cap: Rational?
    ) -> Rational? {
        if let low = target.low, let high = target.high, target.single == nil {
            if realised >= low, realised <= high { return .one }
            let end = realised < low ? low : high
            return direction == .lower
                ? lower(realised, end, cap) : higher(realised, end)
        }
        guard let single = target.single else { return nil }
        return direction == .lower ? lower(realised, single, cap) : higher(realised, single)
    }

    private func higher(_ realised: Rational, _ target: Rational) -> Rational? {
        target.isZero ? nil : realised / target
    }

    private func lower(_ realised: Rational, _ target: Rational, _ cap: Rational?) -> Rational? {
        switch method.lower {
        case .targetByResult:
            if target.isZero { return nil }
            return realised.isZero ? cap.map { $0 / Rational(100) } : target / realised
        case .twoMinus:
            return target.isZero ? nil : Rational(2) - realised / target
        case .waktu:
            return target.isZero ? nil : Rational(176, over: 100) - realised / target
        }
    }

    /// The formula in words, for `explain`.
    func words(for direction: IndicatorTable.Direction) -> String {
        switch direction {
        case .higher: "R/T × 100"
        case .lower: "\(method.lower.rawValue) × 100"
        }
    }
}
