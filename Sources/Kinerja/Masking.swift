internal import Diagnostics

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
        String(MaskedText.of(value).prefix(200).map { $0.isNewline ? " " : $0 })
    }
}
