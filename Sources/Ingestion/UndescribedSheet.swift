package import Batches
package import Diagnostics
internal import Spelling
package import Tabular
internal import Workbooks

/// The records of a workbook or HTML document that no definition describes, as batches of all columns.
///
/// The line of a record is the number of its row. A row that is no record as it stands has a fault, and its cells as
/// a line of CSV.
package final class UndescribedSheet {
    /// What somebody says of the file.
    package struct Wish: Sendable {
        package let path: String
        /// Name or number of the sheet or table; nil for the only one with data.
        package let sheet: String?
        package let encoding: TextEncoding?
        package let skipRows: Int?
        package let headerRows: Int?

        package init(
            path: String, sheet: String?, encoding: TextEncoding?, skipRows: Int?, headerRows: Int?
        ) {
            self.path = path
            self.sheet = sheet
            self.encoding = encoding
            self.skipRows = skipRows
            self.headerRows = headerRows
        }
    }

    private static let batchRows = 2_048

    private let sheet: Sheet
    private let extent: SheetExtent
    /// Rows of the table, header first.
    private let rows: [Int]
    private let headings: [String]
    private var next = 0
    private let origin: [String]

    package var cellCount: Int { extent.columns.count }
    package var headerRows: Int { extent.header.count }

    /// - Parameters:
    ///   - wish: The file, and which of its sheets.
    ///   - head: Its first bytes, already taken from `source`.
    ///   - source: The rest.
    /// - Throws: ``RunFailure``: `input` for a file that is refused, `definition` where it is open which sheet is meant.
    package init(
        _ wish: Wish, head: [UInt8], rest source: ByteSource
    ) throws(RunFailure) {
        var bytes = head
        while try source.pull(into: &bytes) {
            guard bytes.count <= SheetFile.limit else {
                throw InputFailures.brokenSheet(
                    "the file has more than \(SheetFile.limit) bytes", file: wish.path)
            }
        }
        let isWorkbook = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF])
        do throws(WorkbookFailure) {
            let choice =
                try isWorkbook
                ? SheetChoice(Workbook(bytes), wanted: wish.sheet)
                : SheetChoice(
                    HTMLTables.readAll(try Self.text(bytes, wish)), wanted: wish.sheet)
            (sheet, origin) = (choice.sheet, choice.description)
        } catch {
            throw InputFailures.refusal(
                of: error, file: wish.path, bytes: bytes, asker: .commandLine)
        }
        guard !sheet.cells.isEmpty else {
            throw InputFailures.refuse(
                .emptyFile, file: wish.path,
                "the sheet '\(sheet.name)' has no cell, expected records",
                hint: "name another one with --sheet, or ask for the export again")
        }
        let extent = SheetExtent(
            sheet, skipRows: wish.skipRows, headerRows: wish.headerRows)
        self.extent = extent
        rows = extent.header + extent.records
        let sheet = sheet
        headings =
            extent.header.first.map { place in
                sheet.cells[sheet.rows[place].cells].map { FoldedSpelling.fold(sheet.string($0)) }
            } ?? []
    }

    private static func text(_ bytes: [UInt8], _ wish: Wish) throws(WorkbookFailure) -> [UInt8] {
        let encoding =
            wish.encoding ?? EncodingGuess.find(bytes, isWhole: true).value
        return try SheetFile.text(bytes, encoding)
    }

    /// - Returns: Some rows of the table with the faults of those that have one, by place in the batch; nil at the end.
    package func nextBatch() -> (records: RawBatch, faults: [Int: SheetFault])? {
        guard next < rows.count else { return nil }
        let places = rows[next..<min(next + Self.batchRows, rows.count)]
        var faults: [Int: SheetFault] = [:]
        var text: [UInt8] = []
        var fields: [FieldSlice] = []
        var origins: [RowOrigin] = []
        for (index, place) in places.enumerated() {
            let row = sheet.rows[place]
            var origin = RowOrigin(line: UInt32(row.number - 1), start: 0, end: 0)
            let isHeader = next + index < extent.header.count
            if let fault = isHeader ? nil : fault(of: place) {
                faults[index] = fault
                origin.fault = .cellCount
                origin.start = UInt32(text.count)
                text += line(of: row)
                origin.end = UInt32(text.count)
                fields += Array(repeating: .absent, count: cellCount)
            } else {
                append(row, to: &text, &fields)
            }
            origins.append(origin)
        }
        var batch = RawBatch(text: text, columnCount: cellCount)
        batch.fields = fields
        batch.rows = origins
        batch.recordLineCount = origins.count
        batch.lineCount = origins.count
        next = places.endIndex
        return (batch, faults)
    }

    private func append(
        _ row: Sheet.Row, to text: inout [UInt8], _ fields: inout [FieldSlice]
    ) {
        var column = extent.columns.lowerBound
        let start = text.count
        for cell in sheet.cells[row.cells] where extent.columns.contains(cell.column) {
            while column < cell.column {
                fields.append(FieldSlice(offset: start, count: 0))
                column += 1
            }
            fields.append(FieldSlice(offset: text.count, count: cell.text.count))
            text += sheet.text[cell.text]
            column += 1
        }
        while column <= extent.columns.upperBound {
            fields.append(FieldSlice(offset: start, count: 0))
            column += 1
        }
    }

    /// The first thing that keeps a row from being a record.
    private func fault(of place: Int) -> SheetFault? {
        let cells = sheet.cells[sheet.rows[place].cells]
        let first = extent.columns.lowerBound
        if let cell = cells.first(where: { !extent.columns.contains($0.column) }) {
            return SheetFault(
                kind: .cellCount, cell: cell.column < first ? nil : cellCount + 1)
        }
        if let cell = cells.first(where: { $0.kind == .error || $0.kind == .lostDigits }) {
            return SheetFault(
                kind: cell.kind == .error ? .cellError : .lostDigits, cell: cell.column - first + 1)
        }
        if extent.isTotal(place) { return SheetFault(kind: .total, cell: nil) }
        if cells.count == 1, cellCount > 2 { return SheetFault(kind: .title, cell: nil) }
        let isHeader =
            !headings.isEmpty && cells.count == headings.count
            && cells.elementsEqual(headings) { FoldedSpelling.fold(sheet.string($0)) == $1 }
        return isHeader ? SheetFault(kind: .repeatedHeader, cell: nil) : nil
    }

    /// The cells from the table's first column to the row's last, as a line of CSV.
    private func line(of row: Sheet.Row) -> [UInt8] {
        var writer = RecordWriter()
        var column = extent.columns.lowerBound
        for cell in sheet.cells[row.cells] {
            while column < cell.column {
                writer.append([])
                column += 1
            }
            writer.append(sheet.text[cell.text])
            column = cell.column + 1
        }
        while column <= extent.columns.upperBound {
            writer.append([])
            column += 1
        }
        return writer.take()
    }
}

extension UndescribedSheet {
    /// Sheet, header, columns and records, then what was left out and what a person who opens the file does not see.
    package var description: [String] {
        let columns = extent.columns
        var lines = origin
        lines.append("header: \(Self.rows(extent.header.map { sheet.rows[$0].number }))")
        lines.append(
            "columns: \(Sheet.columnName(columns.lowerBound)) to "
                + "\(Sheet.columnName(columns.upperBound)), \(columns.count) fields")
        lines.append("records: \(Self.rows(extent.records.map { sheet.rows[$0].number }))")
        lines += extent.leftOut.map {
            "left out: \(Self.rows([$0.rows.lowerBound, $0.rows.upperBound])): \($0.reason)"
        }
        let hidden = extent.records.count { sheet.rows[$0].isHidden }
        if hidden > 0 { lines.append("hidden: \(hidden) rows, read like the rest") }
        let names = sheet.hiddenColumns.filter { $0.overlaps(columns) }.map {
            "\(Sheet.columnName($0.lowerBound)) to \(Sheet.columnName($0.upperBound))"
        }
        if !names.isEmpty {
            lines.append("hidden: columns \(names.joined(separator: ", ")), read like the rest")
        }
        let records = Set(extent.records.map { sheet.rows[$0].number })
        let merged = sheet.mergedRows.count { records.contains($0.lowerBound) }
        if merged > 0 {
            lines.append(
                "merged: \(merged) cells span several rows, the value is in the first of them only")
        }
        return lines
    }

    private static func rows(_ numbers: [Int]) -> String {
        guard let first = numbers.first, let last = numbers.last else { return "none" }
        return first == last ? "row \(first)" : "rows \(first) to \(last)"
    }
}
