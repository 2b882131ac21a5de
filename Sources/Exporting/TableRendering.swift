internal import Definition
package import Diagnostics
package import Evidence
internal import Tabular

/// A table made ready to be written, in pieces that do not depend on each other.
///
/// Pieces have a fixed number of rows, so that any number of workers may make them and, put
/// together in order, they are the same bytes.
package struct TableRendering: Sendable {
    private struct Column: Sendable {
        /// Place in the table's fields.
        let field: Int
        let kind: TableField.Kind
        /// The CSV heading, or the JSON key with its quotes and colon.
        let heading: [UInt8]
    }

    /// Rows without heading and trailer.
    package let rowCount: Int
    private let planned: PlannedOutput
    private let table: any OutputTable
    private let columns: [Column]

    package init(_ planned: PlannedOutput, record: RunRecord, language: Language) {
        self.planned = planned
        table = Self.table(planned.table, record, language)
        rowCount = table.rowCount
        let fields = OutputCatalog.tableFields(of: planned.table, record.definition)
        columns = planned.columns.compactMap { column in
            guard let place = fields.firstIndex(where: { $0.name == column.field }) else {
                preconditionFailure("the catalogue plans only fields that exist")
            }
            let field = fields[place]
            let heading: [UInt8]
            switch planned.format {
            case .csv:
                let isOwn = column.heading != column.field
                heading = Array((isOwn ? column.heading : field.heading(language)).utf8)
            case .jsonLines:
                heading = JSONText.quoted(field.name) + [UInt8(ascii: ":")]
            }
            return Column(field: place, kind: field.kind, heading: heading)
        }
    }

    /// At least 1: the heading of an empty table is a piece.
    package var pieceCount: Int {
        max(1, (rowCount + Self.rowsPerPiece - 1) / Self.rowsPerPiece)
    }

    /// The bytes of one piece, 0..<`pieceCount`; heading and trailer belong to the first and last.
    package func piece(_ index: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 20)
        let first = index * Self.rowsPerPiece
        let rows = first..<min(first + Self.rowsPerPiece, rowCount)
        switch planned.format {
        case .csv:
            if index == 0 { appendRecord(columns.map(\.heading), to: &bytes) }
            appendRecords(of: table, rows: rows, to: &bytes)
            let trailer = table.trailer(width: columns.count)
            if index == pieceCount - 1, !trailer.isEmpty {
                appendRecord(trailer.map { Array($0.utf8) }, to: &bytes)
            }
        case .jsonLines:
            appendObjects(of: table, rows: rows, to: &bytes)
        }
        return bytes
    }

    private func appendRecord(_ cells: [[UInt8]], to bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(Self.comma) }
            appendCell(cell, isSafe: planned.isSpreadsheetSafe, width: cells.count, to: &bytes)
        }
        bytes.append(Self.lineFeed)
    }

    private func appendRecords(
        of table: any OutputTable, rows: Range<Int>, to bytes: inout [UInt8]
    ) {
        var cell: [UInt8] = []
        for row in rows {
            for (place, column) in columns.enumerated() {
                if place > 0 { bytes.append(Self.comma) }
                cell.removeAll(keepingCapacity: true)
                table.append(field: column.field, row: row, to: &cell)
                let isSafe = planned.isSpreadsheetSafe && column.kind == .text
                appendCell(cell, isSafe: isSafe, width: columns.count, to: &bytes)
            }
            bytes.append(Self.lineFeed)
        }
    }

    private func appendCell(
        _ cell: [UInt8], isSafe: Bool, width: Int, to bytes: inout [UInt8]
    ) {
        if cell.isEmpty {
            // Else the record would be a blank line, which readers skip.
            if width == 1 { bytes.append("\"\"") }
            return
        }
        CSVWriter.append(
            cell.span, to: &bytes, delimiter: Self.comma, spreadsheetSafe: isSafe)
    }

    private func appendObjects(
        of table: any OutputTable, rows: Range<Int>, to bytes: inout [UInt8]
    ) {
        var cell: [UInt8] = []
        for row in rows {
            for (place, column) in columns.enumerated() {
                bytes.append(place == 0 ? UInt8(ascii: "{") : Self.comma)
                bytes.append(contentsOf: column.heading)
                cell.removeAll(keepingCapacity: true)
                table.append(field: column.field, row: row, to: &cell)
                appendValue(cell, kind: column.kind, to: &bytes)
            }
            bytes.append("}\n")
        }
    }

    /// What is missing is null, of any kind.
    private func appendValue(_ cell: [UInt8], kind: TableField.Kind, to bytes: inout [UInt8]) {
        guard !cell.isEmpty else {
            bytes.append("null")
            return
        }
        switch kind {
        case .text: JSONText.append(cell.span, to: &bytes)
        case .number: bytes.append(contentsOf: cell)
        case .flag: bytes.append(cell == Array("ya".utf8) ? "true" : "false")
        }
    }

    private static func table(
        _ table: ExportDefinition.Table, _ record: RunRecord, _ language: Language
    ) -> any OutputTable {
        switch table {
        case .results: ResultsTable(record)
        case .unscored: UnscoredTable(record)
        case .units: UnitsTable(record)
        case .rejects: RejectsTable(record, language)
        case .exclusions: ExclusionsTable(record)
        case .findings: FindingsTable(record, language)
        case .coverage: CoverageTable(record)
        case .feedback: FeedbackTable(record, language)
        case .incentive: IncentiveTable(record)
        case .awards: AwardsTable(record)
        case .evaluation: EvaluationTable(record)
        case .monitoring: MonitoringTable(record)
        case .gaps: GapsTable(record)
        }
    }

    /// About 1 MiB of the usual tables, whose rows are 80 to 150 bytes long.
    static let rowsPerPiece = 8_192

    private static var comma: UInt8 { UInt8(ascii: ",") }
    private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
}
