/// What terminal and log may show of a value: a NIP only to its 8th digit, and never much.
package enum Masking {
    /// The value in quotes, at most 40 characters, runs of 18 digits masked after the 8th.
    package static func quoted(_ value: String) -> String {
        let shown = masked(value)
        let text = shown.count > 40 ? shown.prefix(39) + "…" : shown[...]
        return "'\(text)'"
    }

    /// At most 200 characters of the value in one line, runs of 16 digits or more masked after the 8th.
    package static func masked(_ value: String) -> String {
        var shown = ""
        var digits = ""
        func flush() {
            shown +=
                digits.count >= 16
                ? digits.prefix(8) + String(repeating: "*", count: digits.count - 8) : digits
            digits = ""
        }
        for character in value.prefix(200) {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                flush()
                shown.append(character.isNewline ? " " : character)
            }
        }
        flush()
        return shown
    }
}
