package import Arithmetic

/// What becomes of a score between two bands that the law prints in whole numbers, such as 90.5 between 76–90 and 91.
package enum BandGap: String, Sendable, CaseIterable {
    /// A band reaches up to where the next begins.
    case halfOpen = "half-open"
    /// The score is rounded to a whole number half up before the bands are asked.
    case roundFirst = "round-first"

    /// The score that the bands are asked of.
    package func asked(_ score: Rational) -> Rational {
        switch self {
        case .halfOpen: score
        case .roundFirst: score.rounded(to: 0, .halfUp)
        }
    }

    /// The least score, in units of 10 to the minus `decimals`, that reaches `border`.
    ///
    /// It says the same as ``asked(_:)`` for scores of so many decimals, and is exact for any border, whole or not,
    /// above or below 0: half up rounds −0.5 away from 0, to −1.
    ///
    /// - Parameters:
    ///   - border: Where a band begins, its magnitude below 10³⁰.
    ///   - decimals: Of the scores, 0...6.
    /// - Returns: A whole number of units.
    package func leastScore(at border: Rational, decimals: Int) -> Rational {
        let scale = Rational(Int(FixedPoint.power(decimals)))
        switch self {
        case .halfOpen:
            return (border * scale).roundedUp
        case .roundFirst:
            // Whole numbers reach the border from the next whole number on, and scores from half below that.
            let whole = border.roundedUp
            let half = (whole - Rational(1, over: 2)) * scale
            let least = half.roundedUp
            // Half below a whole number that is not above 0 goes to the number below.
            return whole.signum <= 0 && least == half ? least + .one : least
        }
    }
}

extension Rational {
    /// The least whole number that is not below.
    fileprivate var roundedUp: Rational {
        let towardsZero = rounded(to: 0, .down)
        return towardsZero < self ? towardsZero + .one : towardsZero
    }
}
