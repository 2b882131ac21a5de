/// How one source writes delimited text; declared in the definition, never guessed while reading.
package struct CSVDialect: Sendable, Hashable {
    /// One byte or more, without quote, CR, LF and NUL.
    package var delimiter: [UInt8]

    /// The byte that opens a field at its start; nil when nothing is ever quoted.
    package var quote: UInt8?

    /// The byte that makes a quote inside quotes literal; nil when quotes are doubled.
    package var escape: UInt8?

    /// The escape of dialects in which the next quote always closes: no text has this byte.
    package static let noEscape: UInt8 = 0

    /// Whether a quote inside an unquoted field is a fault of its record; else it is text.
    package var refusesBareQuotes: Bool

    /// Most physical lines a record may span, at least 1; 1 forbids line breaks in fields.
    package var recordLines: Int

    /// Most bytes of a record, its line end excluded, at least 1.
    package var recordBytes: Int

    package var blankLines: BlankLines

    package var encoding: TextEncoding

    /// Physical lines before the header (titles, download times).
    package var preambleLines: Int

    /// UTF-8 text; the first record's line that begins with it and all behind it are footer.
    package var footerPrefix: [UInt8]?

    /// Whether empty cells beyond the header's are ignored, as spreadsheets leave them behind.
    package var trailingDelimiters: Bool

    package init(
        delimiter: [UInt8] = [UInt8(ascii: ",")], quote: UInt8? = UInt8(ascii: "\""),
        escape: UInt8? = nil, recordLines: Int = 16, recordBytes: Int = 1 << 20,
        blankLines: BlankLines = .skip, encoding: TextEncoding = .utf8, preambleLines: Int = 0,
        footerPrefix: [UInt8]? = nil, trailingDelimiters: Bool = false,
        refusesBareQuotes: Bool = false
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.recordLines = recordLines
        self.recordBytes = recordBytes
        self.blankLines = blankLines
        self.encoding = encoding
        self.preambleLines = preambleLines
        self.footerPrefix = footerPrefix
        self.trailingDelimiters = trailingDelimiters
        self.refusesBareQuotes = refusesBareQuotes
    }
}
