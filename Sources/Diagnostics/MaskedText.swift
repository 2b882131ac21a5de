/// Text as terminal and log may show it: of a number as long as a NIP only the first 8 digits.
///
/// A path may be named for a person, or a cell hold one.
package enum MaskedText {
    /// Digits from which on a number is masked: a NIK has 16, a NIP 18.
    private static let longNumber = 16
    private static let shownDigits = 8
    /// Hexadecimal digits of a SHA-256, which may happen to have many digits in a row.
    private static let hashDigits = 64

    /// The text with `*` for each further digit of a long number; what it is made of stays else, hashes too.
    package static func of(_ text: String) -> String {
        var shown: [UInt8] = []
        shown.reserveCapacity(text.utf8.count)
        var word: [UInt8] = []
        for byte in text.utf8 {
            if isHexadecimal(byte) {
                word.append(byte)
            } else {
                shown += masked(word)
                word.removeAll(keepingCapacity: true)
                shown.append(byte)
            }
        }
        shown += masked(word)
        return String(decoding: shown, as: UTF8.self)
    }

    /// `word`: Hexadecimal digits that stand together.
    private static func masked(_ word: [UInt8]) -> [UInt8] {
        guard word.count >= longNumber, word.count != hashDigits else { return word }
        var shown = word
        var start = 0
        for end in 0...word.count where end == word.count || !isDigit(word[end]) {
            if end - start >= longNumber {
                for place in (start + shownDigits)..<end { shown[place] = UInt8(ascii: "*") }
            }
            start = end + 1
        }
        return shown
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte)
    }
}
