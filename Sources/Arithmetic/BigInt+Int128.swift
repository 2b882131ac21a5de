internal import BigInt

/// Conversions between the two widths, word by word.
///
/// BigInt 6.0.1 gives the wrong `words` for negative values of several words, and with them
/// `Int128(exactly:)` returns a wrong number. Only sign and magnitude are used here.
extension BigInt {
    /// Widens; every value fits.
    init(wide value: Int128) {
        let magnitude = value.magnitude
        let words = [
            UInt(truncatingIfNeeded: magnitude), UInt(truncatingIfNeeded: magnitude >> 64),
        ]
        self.init(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(words: words))
    }

    /// The same value in 128 bits; nil when it does not fit or is `Int128.min`.
    ///
    /// The least value is left out because it cannot be negated.
    var narrowed: Int128? {
        guard magnitude.bitWidth <= 127 else { return nil }
        var value: Int128 = 0
        for word in magnitude.words.reversed() {
            value = (value << 64) | Int128(word)
        }
        return sign == .minus ? -value : value
    }
}
