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
        guard case .small(let numerator, let denominator) = storage else {
            return widened.rounded(decimals: decimals, mode)
        }
        let scale = UInt128(UInt64(FixedPoint.power(decimals)))
        let (scaled, overflow) = numerator.magnitude.multipliedReportingOverflow(by: scale)
        if overflow { return widened.rounded(decimals: decimals, mode) }
        var (quotient, remainder) = scaled.quotientAndRemainder(
            dividingBy: denominator.magnitude)
        if mode.raises(
            quotientIsOdd: quotient & 1 == 1, remainder: remainder,
            divisor: denominator.magnitude)
        {
            quotient += 1
        }
        return numerator < 0 ? -Int128(quotient) : Int128(quotient)
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
    package var exactText: String { widened.terminatingText ?? description }

    /// The reduced fraction, `268/3`, or the whole number, `90`.
    package var description: String {
        switch storage {
        case .small(let numerator, 1): "\(numerator)"
        case .small(let numerator, let denominator): "\(numerator)/\(denominator)"
        case .big(let fraction) where fraction.denominator == 1: "\(fraction.numerator)"
        case .big(let fraction): "\(fraction.numerator)/\(fraction.denominator)"
        }
    }
}
