internal import ArgumentParser
internal import Tabular

/// How a delimited file is written, as far as somebody declares it.
struct DialectArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What stands between cells: one character or several, or the word tab.",
            valueName: "text"))
    var delimiter: String?

    @Option(help: ArgumentHelp("The character around cells, or none.", valueName: "char|none"))
    var quote: String?

    @Option(
        help: ArgumentHelp(
            "What makes a quote literal inside quotes: the quote itself, another character, or none.",
            valueName: "char|none"))
    var escape: String?

    @Option(
        help: ArgumentHelp(
            "utf-8, utf-16, utf-16le, utf-16be, windows-1252; ascii and latin-1 are read as supersets.",
            valueName: "name"))
    var encoding: String?

    @Option(help: "Records that are header: 0 for none; several are joined with a blank.")
    var headerLines: Int?

    @Option(help: "Lines before the header or the first record.")
    var skipLines: Int?

    func declared() throws -> DeclaredDialect {
        var declared = DeclaredDialect()
        declared.delimiter = try delimiter.map(Self.delimiter)
        declared.quote = try quote.map {
            try Self.character($0, "--quote").map(Quote.byte) ?? .none
        }
        declared.escape = try escape.map {
            guard let byte = try Self.character($0, "--escape") else { return .none }
            return declared.quote == .byte(byte) || declared.quote == nil && byte == 0x22
                ? .doubled : .byte(byte)
        }
        declared.encoding = try encoding.map(Self.encoding)
        for (name, number) in [("--header-lines", headerLines), ("--skip-lines", skipLines)] {
            guard number ?? 0 >= 0 else { throw ValidationError("\(name) must not be negative.") }
        }
        declared.headerLines = headerLines
        declared.skipLines = skipLines
        if case .byte(let quote) = declared.quote, declared.delimiter?.contains(quote) == true {
            throw ValidationError("--delimiter must not contain the quote.")
        }
        return declared
    }

    private static func delimiter(_ text: String) throws -> [UInt8] {
        let bytes = text == "tab" || text == "\\t" ? [UInt8(ascii: "\t")] : Array(text.utf8)
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 != 0x0A && $0 != 0x0D && $0 != 0 }) else {
            throw ValidationError(
                "--delimiter must have a character, and no line end or zero character.")
        }
        return bytes
    }

    /// - Returns: Nil for `none`.
    private static func character(_ text: String, _ name: String) throws -> UInt8? {
        if text == "none" { return nil }
        guard let byte = text.utf8.first, text.utf8.count == 1, byte > 0x20 || byte == 0x09 else {
            throw ValidationError("\(name) is '\(text)', expected one ASCII character or none.")
        }
        return byte
    }

    private static func encoding(_ name: String) throws -> TextEncoding {
        switch name.lowercased() {
        case "utf-8", "utf8", "ascii", "us-ascii": return .utf8
        case "utf-16", "utf16", "utf-16le": return .utf16
        case "utf-16be": return .utf16BigEndian
        case "windows-1252", "cp1252", "latin-1", "latin1", "iso-8859-1": return .windows1252
        default:
            throw ValidationError(
                "--encoding is '\(name)', expected utf-8, utf-16, utf-16le, utf-16be or windows-1252."
            )
        }
    }
}
