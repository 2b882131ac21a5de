internal import Definition
package import Diagnostics
package import Evidence
internal import Regulation
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
    /// Place of the field that says whose law applied, and what it says.
    private let rules: (field: Int, text: String)?
    /// JSON lines have no last row that could say it: every row of what payroll takes over does.
    private let saysPartial: Bool

    package init(_ planned: PlannedOutput, record: RunRecord, language: Language) {
        self.planned = planned
        table = Self.table(planned.table, record, language)
        rowCount = table.rowCount
        let fields = OutputCatalog.tableFields(of: planned.table, record.definition)
        let applied = record.definition.rules
        rules = applied.isAsked ? (fields.count - 1, applied.text) : nil
        saysPartial =
            record.isPartial && planned.table == .incentive && planned.format == .jsonLines
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
        bytes.reserveCapacity(5 << 18)
        let first = index * Self.rowsPerPiece
        let rows = first..<min(first + Self.rowsPerPiece, rowCount)
        switch planned.format {
        case .csv:
            if index == 0 { appendRecord(columns.map(\.heading), to: &bytes) }
            appendRecords(rows, to: &bytes)
            var trailer = table.trailer(width: columns.count - (rules == nil ? 0 : 1))
            if index == pieceCount - 1, !trailer.isEmpty {
                if let rules { trailer.append(rules.text) }
                appendRecord(trailer.map { Array($0.utf8) }, to: &bytes)
            }
        case .jsonLines:
            appendObjects(rows, to: &bytes)
        }
        return bytes
    }

    private func appendRecord(_ cells: [[UInt8]], to bytes: inout [UInt8]) {
        var block = CellBlock(cells: cells.count)
        for cell in cells {
            block.append(contentsOf: cell)
            block.endCell()
            block.endColumn()
        }
        let isSafe = [Bool](repeating: planned.isSpreadsheetSafe, count: cells.count)
        CSVWriter(delimiter: Self.comma, spreadsheetSafe: isSafe).append(block, to: &bytes)
    }

    private func appendRecords(_ rows: Range<Int>, to bytes: inout [UInt8]) {
        let isSafe = columns.map { planned.isSpreadsheetSafe && $0.kind == .text }
        let writer = CSVWriter(delimiter: Self.comma, spreadsheetSafe: isSafe)
        forEachBlock(of: rows) { block, _ in writer.append(block, to: &bytes) }
    }

    private func appendObjects(_ rows: Range<Int>, to bytes: inout [UInt8]) {
        forEachBlock(of: rows) { block, count in
            for row in 0..<count {
                for (place, column) in columns.enumerated() {
                    bytes.append(place == 0 ? UInt8(ascii: "{") : Self.comma)
                    bytes.append(contentsOf: column.heading)
                    block.withCell(place * count + row) { cell in
                        Self.appendValue(cell, kind: column.kind, to: &bytes)
                    }
                }
                bytes.append(saysPartial ? ",\"sebagian\":true}\n" : "}\n")
            }
        }
    }

    /// Has the table fill blocks of some rows, small enough for the processor's nearest caches.
    private func forEachBlock(
        of rows: Range<Int>, _ body: (borrowing CellBlock, _ rows: Int) -> Void
    ) {
        var block = CellBlock(cells: min(rows.count, Self.rowsPerBlock) * columns.count)
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsPerBlock) {
            let some = first..<min(first + Self.rowsPerBlock, rows.upperBound)
            block.removeAll()
            for column in columns {
                if let rules, column.field == rules.field {
                    for _ in some {
                        block.append(rules.text)
                        block.endCell()
                    }
                } else {
                    table.append(field: column.field, rows: some, to: &block)
                }
                block.endColumn()
            }
            body(block, some.count)
        }
    }

    /// What is missing is null, of any kind.
    private static func appendValue(
        _ cell: Span<UInt8>, kind: TableField.Kind, to bytes: inout [UInt8]
    ) {
        guard !cell.isEmpty else {
            bytes.append("null")
            return
        }
        switch kind {
        case .text: JSONText.append(cell, to: &bytes)
        case .number: for index in cell.indices { bytes.append(cell[index]) }
        // `ya` or `tidak`.
        case .flag: bytes.append(cell[0] == UInt8(ascii: "y") ? "true" : "false")
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
        case .postings: PostingsTable(record)
        case .sanctions: SanctionsTable(record)
        case .quality: QualityTable(record, language)
        case .qualityFindings: QualityFindingsTable(record, language)
        }
    }

    /// About 1 MiB of the usual tables, whose rows are 80 to 150 bytes long.
    static let rowsPerPiece = 8_192
    private static let rowsPerBlock = 1_024

    private static var comma: UInt8 { UInt8(ascii: ",") }
}
