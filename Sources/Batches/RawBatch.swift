/// Records of one chunk of one file, cut into cells but not yet understood.
///
/// Columns are in plan order, so that no later stage has to know the file's own order of cells.
///
/// - Invariant: `fields.count == rows.count * columnCount`; rows with a fault have absent fields
///   only.
package struct RawBatch: Sendable {
    /// Zero bytes that must stand behind the text, so that parsers may load whole words.
    package static var padding: Int { 64 }

    /// UTF-8 text of the chunk, with at least ``padding`` zero bytes behind `textLength`.
    package var bytes: [UInt8]

    /// Bytes of text, below 2³¹.
    package var textLength: Int

    /// Columns of the plan.
    package var columnCount: Int

    /// Row-major: field `column` of row `row` is at `row * columnCount + column`.
    package var fields: [FieldSlice]

    package var rows: [RowOrigin]

    /// XML and sheets: line << 32 | column, 1-based, per field; else empty.
    package var fieldPlaces: [UInt64]

    /// Sheets only: cells that are no value, ascending by row and column; else empty.
    package var cellFaults: [CellFault] = []

    /// Where rows are cells of records; `nil` where they are the records.
    package var pivot: PivotColumns?

    /// Physical lines in this batch, blank ones included: the term of the prefix sum for the next
    /// batch.
    package var lineCount: Int

    /// Of these the lines that records span; the others are blank.
    package var recordLineCount = 0

    /// The quote of the file's dialect, and the byte that makes a quote literal (nil: doubled).
    package var quote: UInt8 = 0x22
    package var escape: UInt8?

    /// Place of the batch's first byte in the decoded file, in bytes, a byte order mark not
    /// counted.
    package var byteOffset: Int

    package init(
        bytes: [UInt8] = [], textLength: Int = 0, columnCount: Int = 0,
        fields: [FieldSlice] = [], rows: [RowOrigin] = [], fieldPlaces: [UInt64] = [],
        lineCount: Int = 0, byteOffset: Int = 0
    ) {
        self.bytes = bytes
        self.textLength = textLength
        self.columnCount = columnCount
        self.fields = fields
        self.rows = rows
        self.fieldPlaces = fieldPlaces
        self.lineCount = lineCount
        self.byteOffset = byteOffset
    }

    /// Takes text, puts the padding behind it, and has no rows yet.
    package init(text: some Sequence<UInt8>, columnCount: Int, byteOffset: Int = 0) {
        var bytes = Array(text)
        let textLength = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: RawBatch.padding))
        self.init(
            bytes: bytes, textLength: textLength, columnCount: columnCount, byteOffset: byteOffset)
    }

    /// The field of one row.
    package func field(row: Int, column: Int) -> FieldSlice { fields[row * columnCount + column] }

    /// Copies the field's bytes as they stand in the file; empty for an absent field.
    ///
    /// For messages and names only: row loops read `bytes` in place.
    package func text(_ field: FieldSlice) -> [UInt8] {
        guard !field.isAbsent else { return [] }
        let start = Int(field.offset)
        return Array(bytes[start..<start + field.count])
    }

    /// Copies the field's bytes with doubled quotes, or escapes before a quote or an escape,
    /// undone.
    ///
    /// An escape before any other byte stays, since nothing says what it would have meant.
    ///
    /// - Parameters:
    ///   - field: A field of this batch.
    ///   - quote: The quote of the file's dialect.
    ///   - escape: The byte that makes a quote literal; nil when quotes are doubled.
    /// - Returns: The text meant; empty for an absent field.
    package func text(_ field: FieldSlice, quote: UInt8, escape: UInt8? = nil) -> [UInt8] {
        let raw = text(field)
        guard field.isEscaped else { return raw }
        let escape = escape ?? quote
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            let next = index + 1
            if raw[index] == escape, next < raw.count, raw[next] == quote || raw[next] == escape {
                index = next
            }
            plain.append(raw[index])
            index += 1
        }
        return plain
    }

    /// The text that a field means, doubled or escaped quotes undone.
    package func plainText(_ field: FieldSlice) -> [UInt8] {
        text(field, quote: quote, escape: escape)
    }
}
