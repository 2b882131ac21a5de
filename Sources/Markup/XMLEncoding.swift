/// How the bytes of a document stand for characters, as told by its first bytes.
///
/// Names go no further than this list: what a document declares never reaches iconv as it is.
enum XMLEncoding: Equatable {
    case utf8
    /// An encoding that iconv knows by this name.
    case converted(from: String)
    /// One that we do not read, with what the document said.
    case unsupported(String)

    /// Bytes of a declaration beyond which none is expected.
    static let declarationLimit = 1_024

    /// Recognises the encoding by byte order mark, by the width of the first characters, or by
    /// the name declared.
    ///
    /// - Parameters:
    ///   - head: The document's first bytes.
    ///   - isWhole: Whether the document ends behind them.
    /// - Returns: The encoding and how many bytes of mark to skip; `nil` when it takes more
    ///   bytes to tell.
    static func recognise(_ head: [UInt8], isWhole: Bool) -> (encoding: XMLEncoding, skip: Int)? {
        if head.count < 4, !isWhole { return nil }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0])
            || head.starts(with: [0x3C, 0, 0, 0])
        {
            return (.unsupported("UTF-32"), 0)
        }
        if head.starts(with: [0xFE, 0xFF]) { return (.converted(from: "UTF-16BE"), 2) }
        if head.starts(with: [0xFF, 0xFE]) { return (.converted(from: "UTF-16LE"), 2) }
        if head.starts(with: [0, 0x3C]) { return (.converted(from: "UTF-16BE"), 0) }
        if head.starts(with: [0x3C, 0]) { return (.converted(from: "UTF-16LE"), 0) }
        let opening = Array("<?xml".utf8)
        if !head.starts(with: opening) {
            let mayStillOpen = opening.starts(with: head) && !isWhole
            return mayStillOpen ? nil : (.utf8, 0)
        }
        guard let end = head.firstIndex(of: UInt8(ascii: ">")) else {
            return isWhole || head.count >= declarationLimit ? (.utf8, 0) : nil
        }
        guard let name = declaredName(head[..<end]) else { return (.utf8, 0) }
        return (named(name), 0)
    }

    /// The value of `encoding` in an XML declaration.
    private static func declaredName(_ declaration: ArraySlice<UInt8>) -> String? {
        let key = Array("encoding".utf8)
        var rest = declaration
        while !rest.starts(with: key) {
            if rest.isEmpty { return nil }
            rest = rest.dropFirst()
        }
        rest = rest.dropFirst(key.count).drop(while: isBlank)
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop(while: isBlank)
        guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
        return String(decoding: rest.dropFirst().prefix { $0 != quote }, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func named(_ name: String) -> XMLEncoding {
        let upper = name.uppercased()
        if upper == "UTF-8" || upper == "UTF8" { return .utf8 }
        if upper == "US-ASCII" || upper == "ASCII" { return .converted(from: "ASCII") }
        if let part = number(upper, after: "ISO-8859-"), (1...16).contains(part), part != 12 {
            return .converted(from: "ISO-8859-\(part)")
        }
        for prefix in ["WINDOWS-", "CP"] {
            if let page = number(upper, after: prefix), (1250...1258).contains(page) {
                return .converted(from: "CP\(page)")
            }
        }
        return .unsupported(String(name.prefix(40)))
    }

    private static func number(_ name: String, after prefix: String) -> Int? {
        guard name.hasPrefix(prefix), name.utf8.count <= prefix.utf8.count + 4 else { return nil }
        let digits = name.dropFirst(prefix.count)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits)
    }
}
