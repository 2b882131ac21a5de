/// What is known of a file before anybody looks into it; nil where it is to be guessed.
package struct DeclaredDialect: Sendable, Hashable {
    package var encoding: TextEncoding?
    /// One byte or more, without CR, LF and NUL.
    package var delimiter: [UInt8]?
    package var quote: Quote?
    package var escape: QuoteEscape?
    /// Physical lines before the header or the first record.
    package var skipLines: Int?
    /// Records that are header.
    package var headerLines: Int?
    /// Columns that somebody names.
    package var columnCount: Int?

    package init() {}
}

/// The byte around fields that hold delimiters.
package enum Quote: Sendable, Hashable {
    case none
    case byte(UInt8)

    var byte: UInt8? {
        if case .byte(let byte) = self { byte } else { nil }
    }
}

/// What makes a quote literal inside quotes.
package enum QuoteEscape: Sendable, Hashable {
    /// The quote itself, twice.
    case doubled
    /// Nothing: the next quote closes.
    case none
    case byte(UInt8)

    /// As ``CSVDialect/escape`` wants it.
    var byte: UInt8? {
        switch self {
        case .doubled: nil
        case .none: CSVDialect.noEscape
        case .byte(let byte): byte
        }
    }
}

/// How a file's lines end.
package enum LineEnd: String, Sendable, CaseIterable {
    case crlf = "CRLF"
    case lf = "LF"
    case cr = "CR"
}
