package import Archiving

/// A workbook of one sheet, written row by row: of a large list only packed bytes are held.
///
/// The same page and rows give the same bytes; amounts are written as decimal digits and never pass through binary
/// fractions.
package struct SheetWriter: ~Copyable {
    /// Bytes of XML that are collected before they are packed.
    private static let pieceSize = 1 << 16
    /// The part of a workbook that holds its rows.
    package static let sheetPart = "xl/worksheets/sheet1.xml"
    /// The last row that spreadsheets have.
    package static let lastRow = 1_048_576

    private let page: SheetPage
    private var archive = ZipWriter()
    private var piece: [UInt8] = []
    private var merges: [String] = []
    /// `A`, `B`, … as far as rows went.
    private var columnNames: [[UInt8]] = []
    /// Rows written; the next one has the number after it.
    package private(set) var rowCount = 0

    /// - Throws: ``ZipFailure`` when memory is short.
    package init(_ page: SheetPage) throws(ZipFailure) {
        self.page = page
        let parts = SheetParts(page)
        for (name, text) in parts.before {
            try archive.begin(name)
            try archive.write(Array(text.utf8).span)
        }
        try archive.begin(Self.sheetPart)
        piece.append(contentsOf: parts.sheetHead.utf8)
    }

    /// Adds a row below the last.
    ///
    /// - Parameters:
    ///   - cells: From the first column.
    ///   - height: In points; `nil` leaves it to the program that shows it.
    /// - Throws: ``ZipFailure`` when the row cannot be packed.
    package mutating func append(_ cells: [SheetCell], height: Int? = nil) throws(ZipFailure) {
        rowCount += 1
        while columnNames.count < cells.count {
            columnNames.append(Array(SheetCell.columnName(columnNames.count + 1).utf8))
        }
        let number = Array("\(rowCount)".utf8)
        put("<row r=\"")
        piece += number
        put("\"")
        if let height { put(" ht=\"\(height)\" customHeight=\"1\"") }
        put(">")
        for (place, cell) in cells.enumerated() {
            put("<c r=\"")
            piece += columnNames[place]
            piece += number
            put("\" s=\"\(cell.style.rawValue)\"")
            append(cell.content)
        }
        put("</row>")
        guard piece.count >= Self.pieceSize else { return }
        let content = piece
        piece = []
        piece.reserveCapacity(content.count)
        try archive.write(content.span)
    }

    /// Makes one cell of some columns of a row that was written; columns from 1.
    package mutating func merge(_ columns: ClosedRange<Int>, row: Int) {
        merges.append(
            SheetCell.reference(column: columns.lowerBound, row: row) + ":"
                + SheetCell.reference(column: columns.upperBound, row: row))
    }

    /// - Returns: The workbook.
    package consuming func finish() throws(ZipFailure) -> [UInt8] {
        put(SheetParts(page).sheetTail(merges: merges))
        let content = piece
        try archive.write(content.span)
        return try archive.finish()
    }

    private mutating func append(_ content: SheetCell.Content) {
        switch content {
        case .empty: put("/>")
        case .number(let number): put("><v>\(number)</v></c>")
        case .formula(let formula, let value):
            put("><f>")
            SheetText.append(formula, to: &piece)
            put("</f><v>\(value)</v></c>")
        case .text(let text):
            put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            SheetText.append(text, to: &piece)
            put("</t></is></c>")
        }
    }

    private mutating func put(_ text: String) { piece.append(contentsOf: text.utf8) }
}
