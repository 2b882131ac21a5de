/// Scaled integers as decimal text: published figures are integers at a fixed number of decimals.
///
/// Text is appended to a byte array because outputs are millions of such cells.
package enum FixedPoint {
    /// Appends `scaled` with its point: 980412 at 4 decimals is `98.0412`.
    ///
    /// - Parameters:
    ///   - scaled: The figure times ten to the power `decimals`; any value.
    ///   - decimals: Places after the point, 0...18; at 0 there is no point.
    ///   - bytes: Receives ASCII text.
    package static func append(_ scaled: Int64, decimals: Int, to bytes: inout [UInt8]) {
        append(
            magnitude: scaled.magnitude, isNegative: scaled < 0, decimals: decimals, to: &bytes)
    }

    /// The text that ``append(_:decimals:to:)`` writes.
    package static func text(_ scaled: Int64, decimals: Int) -> String {
        var bytes: [UInt8] = []
        append(scaled, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Ten to the power `exponent`, which is 0...18: the powers that 64 bits hold.
    package static func power(_ exponent: Int) -> Int64 {
        precondition((0...18).contains(exponent), "64 bits hold the powers 0...18 of ten")
        var power: Int64 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    /// Appends a figure given as sign and magnitude, which serves both widths of integers.
    static func append<Magnitude: FixedWidthInteger & UnsignedInteger>(
        magnitude: Magnitude, isNegative: Bool, decimals: Int, to bytes: inout [UInt8]
    ) {
        precondition((0...18).contains(decimals), "a figure has 0...18 decimals")
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        // The digits are written backwards into room made first: no second buffer.
        var width = 1
        var rest = magnitude / 10
        while rest != 0 {
            width += 1
            rest /= 10
        }
        width = max(width, decimals + 1) + (decimals > 0 ? 1 : 0)
        for _ in 0..<width { bytes.append(UInt8(ascii: "0")) }
        var position = bytes.count - 1
        let point = decimals > 0 ? bytes.count - 1 - decimals : -1
        rest = magnitude
        while rest != 0 {
            if position == point { position -= 1 }
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
            position -= 1
        }
        if decimals > 0 { bytes[point] = UInt8(ascii: ".") }
    }
}
