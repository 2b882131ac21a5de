/// The Roman numerals I to XVII, in which golongan are written.
package enum RomanNumeral {
    /// The numeral; `number` is 1...17.
    package static func text(_ number: Int) -> String { texts[number - 1] }

    /// The number that the bytes of `range` spell in either case; nil outside I...XVII.
    ///
    /// - Precondition: `range` lies inside `text`.
    package static func value(of text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var number = 0
        var previous = 0
        for position in range.reversed() {
            let value: Int
            switch text[position] | 0x20 {
            case UInt8(ascii: "i"): value = 1
            case UInt8(ascii: "v"): value = 5
            case UInt8(ascii: "x"): value = 10
            default: return nil
            }
            number += value < previous ? -value : value
            previous = max(previous, value)
            // Beyond the scale already: a long run of letters is left early.
            if number > 17 { return nil }
        }
        // Subtraction also reads IIV and VX; only the one right spelling is taken.
        guard number >= 1, isSpelled(texts[number - 1], text, range) else { return nil }
        return number
    }

    private static func isSpelled(
        _ numeral: String, _ text: Span<UInt8>, _ range: Range<Int>
    ) -> Bool {
        guard numeral.utf8.count == range.count else { return false }
        return zip(numeral.utf8, range).allSatisfy { $0 == text[$1] & 0xDF }
    }

    private static let texts = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
        "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    ]
}
