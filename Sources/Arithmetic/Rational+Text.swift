extension Rational {
    /// The value times ten to the power `decimals`, rounded once from the exact value.
    ///
    /// - Parameters:
    ///   - decimals: Places after the point, 0...9.
    ///   - mode: Where what lies between two figures goes.
    /// - Returns: The scaled figure; 98.0412 with four decimals is 980412.
    /// - Precondition: The result fits 128 bits.
    package func rounded(decimals: Int, _ mode: Rounding) -> Int128 {
        precondition((0...9).contains(decimals), "a figure has 0...9 decimals")
        return rounded(scale: UInt64(FixedPoint.power(decimals)), mode)
    }

    /// The nearest value with at most `decimals` places, by the named rounding.
    package func rounded(to decimals: Int, _ mode: Rounding) -> Rational {
        Rational(
            rounded(decimals: decimals, mode), over: Int128(FixedPoint.power(decimals)))
    }

    /// The value times `scale`, at least 1, rounded once from the exact value.
    @inline(__always)
    func rounded(scale: UInt64, _ mode: Rounding) -> Int128 {
        guard case .small(let numerator, let denominator) = storage,
            numerator.magnitude.leadingZeroBitCount >= 64 - scale.leadingZeroBitCount
        else { return widened.rounded(scale: scale, mode) }
        let divisor = denominator.magnitude
        var (quotient, remainder) = Rational.divide(
            numerator.magnitude &* UInt128(scale), by: divisor)
        if mode.raises(
            quotientIsOdd: quotient & 1 == 1, remainder: remainder, divisor: divisor)
        {
            quotient += 1
        }
        return numerator < 0 ? -Int128(quotient) : Int128(quotient)
    }

    /// The one rounding of a published figure.
    ///
    /// - Returns: The figure scaled by its decimals; `nil` when it is too large to be printed, as
    ///   only absurd input can make it.
    package func figure(decimals: Int, _ mode: Rounding) -> Int64? {
        precondition((0...9).contains(decimals), "a figure has 0...9 decimals")
        return figure(scale: UInt64(FixedPoint.power(decimals)), mode)
    }

    @inline(__always)
    func figure(scale: UInt64, _ mode: Rounding) -> Int64? {
        isPrintable ? Int64(exactly: rounded(scale: scale, mode)) : nil
    }

    /// Whether the magnitude is below ``figureLimit``.
    @inline(__always)
    private var isPrintable: Bool {
        guard case .small(let numerator, let denominator) = storage else {
            let limit = Rational(Rational.figureLimit)
            return self < limit && -self < limit
        }
        // The limit has 40 bits; a wider denominator than this is divided by instead.
        let limit = Int128(Rational.figureLimit)
        return denominator >> 80 == 0
            ? numerator.magnitude < (limit &* denominator).magnitude
            : numerator.magnitude / denominator.magnitude < limit.magnitude
    }

    /// Least magnitude that is not published: no points on any scale.
    private static let figureLimit = 1_000_000_000_000

    /// Divides; by the hardware where both fit a word, and never twice.
    @inline(__always)
    private static func divide(
        _ dividend: UInt128, by divisor: UInt128
    ) -> (quotient: UInt128, remainder: UInt128) {
        if dividend >> 64 == 0, divisor >> 64 == 0 {
            let (quotient, remainder) = UInt64(truncatingIfNeeded: dividend)
                .quotientAndRemainder(dividingBy: UInt64(truncatingIfNeeded: divisor))
            return (UInt128(quotient), UInt128(remainder))
        }
        let quotient = dividend / divisor
        return (quotient, dividend &- quotient &* divisor)
    }

    /// The rounded value with exactly `decimals` places, `98.04`; what rounds to 0 has no sign.
    package func decimalText(decimals: Int, _ mode: Rounding) -> String {
        let scaled = rounded(decimals: decimals, mode)
        var bytes: [UInt8] = []
        FixedPoint.append(
            magnitude: scaled.magnitude, isNegative: scaled < 0, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// All decimals where they come to an end (`12.5`), else the fraction (`268/3`).
    package var exactText: String { reduced.widened.terminatingText ?? description }

    /// The reduced fraction, `268/3`, or the whole number, `90`.
    package var description: String {
        switch reduced.storage {
        case .small(let numerator, 1): "\(numerator)"
        case .small(let numerator, let denominator): "\(numerator)/\(denominator)"
        case .big(let fraction) where fraction.denominator == 1: "\(fraction.numerator)"
        case .big(let fraction): "\(fraction.numerator)/\(fraction.denominator)"
        }
    }
}
