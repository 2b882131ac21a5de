/// Writes cells as RFC 4180 says, with LF as the line end and quotes only where they are needed.
///
/// Cells and not records, because callers format straight into a block of output; they put the
/// delimiters and line ends themselves. A record of one empty cell would be a blank line: write
/// `""` for it, or have two columns.
package enum CSVWriter {
    /// Appends one cell.
    ///
    /// - Parameters:
    ///   - cell: UTF-8 text, of any content.
    ///   - bytes: The output.
    ///   - delimiter: The byte between cells.
    ///   - spreadsheetSafe: Puts an apostrophe before a cell that a spreadsheet would take for a
    ///     formula. False for a number, whose sign must stay a sign, and for machines.
    package static func append(
        _ cell: Span<UInt8>, to bytes: inout [UInt8], delimiter: UInt8, spreadsheetSafe: Bool
    ) {
        var quotes = 0
        var isPlain = true
        for index in cell.indices {
            let byte = cell[index]
            if byte == quote { quotes += 1 }
            let isSpecial = byte == delimiter || byte == carriageReturn || byte == lineFeed
            isPlain = isPlain && !isSpecial
        }
        isPlain = isPlain && quotes == 0
        let isGuarded = spreadsheetSafe && !cell.isEmpty && isFormulaStart(cell[0])
        bytes.append(addingCapacity: cell.count + quotes + 3) { output in
            if !isPlain { output.append(quote) }
            if isGuarded { output.append(apostrophe) }
            for index in cell.indices {
                let byte = cell[index]
                output.append(byte)
                if byte == quote { output.append(quote) }
            }
            if !isPlain { output.append(quote) }
        }
    }

    /// Appends one cell given as a string.
    package static func append(
        _ cell: String, to bytes: inout [UInt8], delimiter: UInt8, spreadsheetSafe: Bool
    ) {
        append(
            cell.utf8.span, to: &bytes, delimiter: delimiter, spreadsheetSafe: spreadsheetSafe)
    }

    /// Whether a spreadsheet may read on from this byte as a formula (OWASP ASVS 1.2.10).
    private static func isFormulaStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        case UInt8(ascii: "\t"), carriageReturn, 0: true
        default: false
        }
    }

    private static var quote: UInt8 { UInt8(ascii: "\"") }
    private static var apostrophe: UInt8 { UInt8(ascii: "'") }
    private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    private static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
}
