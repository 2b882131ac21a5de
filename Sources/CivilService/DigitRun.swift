/// A run of ASCII digits inside a text, as dates and periods are made of.
package enum DigitRun {
    /// The number that the bytes of `range` spell; nil when one is not a digit or there is none.
    ///
    /// - Precondition: `range` lies inside `text` and has at most 18 bytes.
    @inlinable
    package static func value(of text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        var value = 0
        for position in range {
            let digit = text[position] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// The number with zeros in front up to `width` digits.
    static func text(_ value: Int, width: Int) -> String {
        let digits = String(value.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
        return (value < 0 ? "-" : "") + zeros + digits
    }
}
