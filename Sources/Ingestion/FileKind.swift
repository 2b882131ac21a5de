/// What a file is written in, told by its first bytes and never by its name.
package enum FileKind: Sendable {
    case delimited
    /// A zip archive, as `.xlsx` is one.
    case workbook
    /// Excel 97, or any workbook with a password.
    case oldWorkbook
    case html
    case xml

    /// Bytes of a file that tell.
    private static let lookedAt = 1 << 16

    /// - Parameters:
    ///   - head: The file's first bytes, unpacked.
    ///   - isDeclaredText: Somebody declares how cells are delimited: then only what can be nothing else is markup.
    package init(_ head: [UInt8], isDeclaredText: Bool) {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .workbook
            return
        }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldWorkbook
            return
        }
        // Of UTF-16 the zeros are left out: names of tags are ASCII.
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0]
        let text = head.prefix(Self.lookedAt).filter { $0 != 0 }.drop {
            marks.contains($0) || $0 <= 0x20
        }
        guard text.first == UInt8(ascii: "<") else {
            self = .delimited
            return
        }
        let small = String(decoding: text, as: UTF8.self).lowercased()
        let isHTML =
            ["<!doctype html", "<html", "<table"].contains { small.hasPrefix($0) }
            || small.contains("<html") || small.contains("<table")
        if small.hasPrefix("<?xml") || small.hasPrefix("<!") {
            self = isHTML ? .html : .xml
        } else if isHTML {
            self = .html
        } else {
            self = Self.isTag(text) && !isDeclaredText ? .xml : .delimited
        }
    }

    /// Whether the text begins with a whole start tag, a name and nothing but attributes, and another tag behind it.
    private static func isTag(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.dropFirst().prefix {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
                || "_-.:".utf8.contains($0) || $0 >= 0x80
        }
        guard let first = name.first, !(0x30...0x39).contains(first),
            let end = text[name.endIndex...].firstIndex(of: UInt8(ascii: ">"))
        else { return false }
        let rest = text[name.endIndex..<end]
        let isTag = (rest.first ?? 0) <= 0x20 && !rest.contains(UInt8(ascii: "<"))
        return isTag && text[(end + 1)...].first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}
