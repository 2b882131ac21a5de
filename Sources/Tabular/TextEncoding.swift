/// How an export's bytes stand for characters.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    /// The byte order mark decides; without one the lower byte comes first.
    case utf16 = "utf-16"
    /// The higher byte comes first, with or without a byte order mark.
    case utf16BigEndian = "utf-16be"
}
