/// Text from elsewhere as a terminal may show it.
///
/// A file's name may hold a line break, which would make two messages of one, or an escape sequence, which would move
/// the cursor over what was said before.
package enum VisibleText {
    /// The text with `\x1B` in place of control characters, and of those that turn the direction of writing.
    ///
    /// `lines`: Whether line breaks and tabs stay.
    package static func of(_ text: String, lines: Bool = false) -> String {
        func isHidden(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09, 0x0A: !lines
            case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                shown += scalar.value < 0x100 ? "\\x" : "\\u"
                shown += String(repeating: "0", count: digits.count % 2) + digits
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
