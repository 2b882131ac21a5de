internal import Batches
internal import Definition
internal import Diagnostics
internal import Spelling
internal import Tabular
internal import Workbooks

/// The records of one sheet of a workbook, or of one HTML table, as batches.
///
/// The line of a record is the number of its row, the column of a cell that of the sheet.
final class SheetRecords {
    /// Rows of a batch, as they leave the reader.
    private static let mostRows = 2_048

    private let sheet: Sheet
    private let columnCount: Int
    /// Records of a batch.
    private let batchRows: Int
    private let decimalMark: UInt8
    /// Wanted column of the sheet by plan column, 0 where the column is no cell; then those of the pivot.
    private let wanted: [Int]
    /// Places of the rows that are records, ascending.
    private let records: [Int]
    private var next = 0
    private let counts: LineCounts
    /// Rows without any cell between the last record and the footer.
    private let trailing: Int
    private var bookedRows = 0
    let findings: [InputFinding]
    /// `nil` for a sheet without header.
    let heading: FileHeading?
    /// `nil` where records are rows.
    let pivot: PivotHeadings?

    init(
        _ path: String, source: SourceDefinition, format: SheetFormat, bytes: ByteSource,
        staff: StaffNames
    ) throws(RunFailure) {
        let sheet = try SheetFile(path: path, format: format).read(bytes)
        let layout = try SheetLayout(sheet, format: format, path: path)
        let ordinary = try layout.columns(of: source)
        let pivot = try source.pivot.map { (definition) throws(RunFailure) in
            try PivotHeadings(
                definition, header: layout.header, claimed: ordinary.map { $0 - 1 },
                staff: staff, path: path, line: layout.counts.preamble + 1)
        }
        let pivoted = pivot?.all.map { $0.cell + 1 } ?? []
        wanted = ordinary + pivoted
        batchRows = max(1, Self.mostRows / max(1, pivoted.count))
        heading =
            format.headerRows == 0
            ? nil
            : FileHeading(
                names: layout.header, line: layout.counts.preamble + 1,
                wanted: wanted.map { $0 - 1 }, pivot: source.pivot?.heading,
                pivoted: pivoted.count)
        self.pivot = pivot
        columnCount = wanted.count
        decimalMark = format.numbers.decimalMark
        records = layout.records
        counts = layout.counts
        trailing = layout.trailing
        findings = SheetFindings(path: path, sheet: sheet, layout: layout, wanted: wanted).all
        self.sheet = sheet
    }

    /// Rows of the sheet that are no record.
    var lineCounts: LineCounts { counts }

    /// Number of the last row before the footer, once all batches are booked.
    var lastLine: UInt32 {
        UInt32(counts.preamble + counts.header + bookedRows + trailing)
    }

    func book(_ batch: borrowing RawBatch) { bookedRows += batch.lineCount }

    func nextBatch() -> RawBatch? {
        guard next < records.count else { return nil }
        let places = records[next..<min(next + batchRows, records.count)]
        var text: [UInt8] = []
        var fields: [FieldSlice] = []
        var fieldPlaces: [UInt64] = []
        var rows: [RowOrigin] = []
        var faults: [CellFault] = []
        for place in places {
            let row = sheet.rows[place]
            for (column, wanted) in wanted.enumerated() {
                fieldPlaces.append(
                    wanted == 0 ? 0 : UInt64(row.number) << 32 | UInt64(wanted))
                guard wanted > 0 else {
                    fields.append(.absent)
                    continue
                }
                let start = text.count
                if let cell = cell(wanted, of: row) {
                    append(cell, to: &text)
                    if cell.kind == .error || cell.kind == .lostDigits {
                        faults.append(CellFault(row: Int32(rows.count), column: Int32(column)))
                    }
                }
                fields.append(FieldSlice(offset: start, count: text.count - start))
            }
            rows.append(
                RowOrigin(
                    line: UInt32(row.number - 1), start: 0, end: 0, cells: UInt32(row.cells.count)))
        }
        var batch = RawBatch(text: text, columnCount: columnCount)
        batch.fields = fields
        batch.fieldPlaces = fieldPlaces
        batch.rows = rows
        batch.cellFaults = faults
        batch.recordLineCount = rows.count
        batch.lineCount = lines(of: places)
        next = places.endIndex
        return batch
    }

    /// Rows from behind the record before a batch to its last record.
    private func lines(of places: ArraySlice<Int>) -> Int {
        guard let last = places.last else { return 0 }
        let before =
            places.startIndex == 0
            ? counts.preamble + counts.header : sheet.rows[records[places.startIndex - 1]].number
        return sheet.rows[last].number - before
    }

    private func cell(_ column: Int, of row: Sheet.Row) -> Sheet.Cell? {
        var (low, high) = (row.cells.lowerBound, row.cells.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if sheet.cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        guard low < row.cells.upperBound, sheet.cells[low].column == column else { return nil }
        return sheet.cells[low]
    }

    /// Numbers of a workbook get the decimal mark that the source declares for its texts: with the other
    /// one 1.125 would be taken for 1125.
    private func append(_ cell: Sheet.Cell, to text: inout [UInt8]) {
        let bytes = sheet.text[cell.text]
        guard cell.kind == .number, decimalMark != UInt8(ascii: ".") else {
            return text.append(contentsOf: bytes)
        }
        text.append(contentsOf: bytes.map { $0 == UInt8(ascii: ".") ? decimalMark : $0 })
    }
}
