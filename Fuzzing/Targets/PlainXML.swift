/// What every well-formed document without DOCTYPE obeys, checked one character at a time.
///
/// It is laxer than the standard on purpose, in names first of all: a fault that it finds is one.
struct PlainXML {
    /// The first rule broken.
    private(set) var fault: String?
    /// Names from the root, without prefix, of every element in the order of the start tags.
    private(set) var elements: [[String]] = []

    private let text: [Unicode.Scalar]
    private var place = 0
    private var open: [String] = []
    private var hasRoot = false

    /// Nil where the document is not plainly UTF-8: in another encoding this check has nothing to say.
    init?(_ document: [UInt8]) {
        guard let decoded = String(validating: document, as: UTF8.self) else { return nil }
        text = Array(decoded.unicodeScalars)
        let head = String(decoding: document.prefix(200), as: UTF8.self).lowercased()
        if head.hasPrefix("\u{FEFF}") { place = 1 }
        let declares = head.contains("encoding")
        if declares, !head.contains("utf-8") { return nil }
        while fault == nil, place < text.count { step() }
        if fault == nil, !open.isEmpty { fault = "elements still open" }
        if fault == nil, !hasRoot { fault = "no element" }
    }

    private func begins(_ word: String) -> Bool {
        text[place...].starts(with: word.unicodeScalars)
    }

    private mutating func step() {
        if begins("<!--") { return comment() }
        if begins("<![CDATA[") {
            if open.isEmpty { fault = "CDATA outside the root" }
            return skip(past: "]]>")
        }
        if begins("<?") { return skip(past: "?>") }
        if begins("<!") { return fault = "a declaration" }
        if begins("</") { return endTag() }
        if text[place] == "<" { return startTag() }
        character()
    }

    private mutating func skip(past end: String) {
        let scalars = Array(end.unicodeScalars)
        while place < text.count, !text[place...].starts(with: scalars) { place += 1 }
        if place == text.count { fault = "'\(end)' missing" }
        place += scalars.count
    }

    private mutating func comment() {
        place += 4
        while place < text.count, !begins("--") { place += 1 }
        if place == text.count || !begins("-->") { fault = "'--' in a comment" }
        place += 3
    }

    private mutating func endTag() {
        place += 2
        let name = name()
        blanks()
        if place == text.count || text[place] != ">" { return fault = "an end tag that goes on" }
        place += 1
        if open.popLast() != name { fault = "an end tag of another element" }
    }

    private mutating func startTag() {
        place += 1
        let name = name()
        if name.isEmpty { return fault = "a tag without name" }
        if open.isEmpty, hasRoot { return fault = "a second root" }
        hasRoot = true
        elements.append((open + [name]).map(Self.local))
        var seen: Set<String> = []
        while true {
            let hadBlank = blanks()
            guard place < text.count else { return fault = "a tag that does not end" }
            if begins("/>") { return place += 2 }
            if text[place] == ">" {
                open.append(name)
                return place += 1
            }
            if !hadBlank { return fault = "no blank before an attribute" }
            let attribute = self.name()
            blanks()
            guard !attribute.isEmpty, place < text.count, text[place] == "=" else {
                return fault = "an attribute without value"
            }
            if !seen.insert(attribute).inserted { return fault = "an attribute twice" }
            place += 1
            blanks()
            value()
            if fault != nil { return }
        }
    }

    private mutating func value() {
        guard place < text.count, text[place] == "\"" || text[place] == "'" else {
            return fault = "an attribute without quotes"
        }
        let quote = text[place]
        place += 1
        while place < text.count, text[place] != quote {
            if text[place] == "<" { return fault = "'<' in an attribute" }
            character(isText: false)
            if fault != nil { return }
        }
        if place == text.count { return fault = "an attribute that does not end" }
        place += 1
    }

    /// One character of text, or one reference.
    private mutating func character(isText: Bool = true) {
        let scalar = text[place]
        if scalar == "&" { return reference() }
        if isText, begins("]]>") { return fault = "']]>' in text" }
        if isText, open.isEmpty, !Self.isBlank(scalar) { return fault = "text outside the root" }
        if !Self.isLegal(scalar) { return fault = "a character that XML does not have" }
        place += 1
    }

    private mutating func reference() {
        let end = text[place...].firstIndex(of: ";") ?? text.endIndex
        let name = String(String.UnicodeScalarView(text[(place + 1)..<max(place + 1, end)]))
        place = end + 1
        if open.isEmpty, !hasRoot { return fault = "a reference outside the root" }
        if ["lt", "gt", "amp", "quot", "apos"].contains(name) { return }
        guard name.hasPrefix("#") else { return fault = "an entity that nobody declared" }
        let number =
            name.hasPrefix("#x")
            ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(), radix: 10)
        guard let number, let scalar = Unicode.Scalar(number), Self.isLegal(scalar) else {
            return fault = "a reference to no character"
        }
    }

    private mutating func name() -> String {
        let start = place
        let ends: Set<Unicode.Scalar> = ["<", ">", "/", "=", "\"", "'", "&", "?", "!"]
        while place < text.count, !Self.isBlank(text[place]), !ends.contains(text[place]) {
            place += 1
        }
        if start < place, "-.0123456789".unicodeScalars.contains(text[start]) {
            fault = "a name that begins with a digit or sign"
        }
        return String(String.UnicodeScalarView(text[start..<place]))
    }

    @discardableResult
    private mutating func blanks() -> Bool {
        let start = place
        while place < text.count, Self.isBlank(text[place]) { place += 1 }
        return place > start
    }

    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        isBlank(scalar) || scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
            || scalar.value > 0xFFFF
    }
}
