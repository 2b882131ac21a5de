/// How an exact value becomes a published figure; the raw values are the words of the definition.
///
/// Rounding is named because two agencies that round the same mean differently pay differently.
package enum Rounding: String, Sendable, CaseIterable {
    /// Ties go away from zero: 0.5 becomes 1 and -0.5 becomes -1.
    case halfUp = "half-up"
    /// Ties go to the even neighbour: 0.5 becomes 0 and 1.5 becomes 2.
    case halfEven = "half-even"
    /// Everything goes towards zero.
    case down

    /// Whether the quotient's magnitude grows by one, given what the division left over.
    ///
    /// - Parameters:
    ///   - quotientIsOdd: Parity of the truncated quotient's magnitude.
    ///   - remainder: What was left over, below `divisor`.
    ///   - divisor: The magnitude divided by, positive.
    /// - Returns: True when the magnitude must be raised by one.
    func raises<Magnitude: Comparable & AdditiveArithmetic>(
        quotientIsOdd: Bool, remainder: Magnitude, divisor: Magnitude
    ) -> Bool {
        // Compared with the complement, since twice the remainder may not fit.
        let complement = divisor - remainder
        switch self {
        case .down: return false
        case .halfUp: return remainder >= complement
        case .halfEven:
            return remainder > complement || (remainder == complement && quotientIsOdd)
        }
    }
}
