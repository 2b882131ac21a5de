package import Batches
internal import CivilService
internal import Definition
internal import Evidence
internal import Plan

/// One row that a person's score rests on, with every cell's place.
package struct TappedRow: Sendable {
    package struct Cell: Sendable {
        /// Heading of the export.
        package let heading: String
        package let text: String
        /// 1-based physical line and character; 0 where the cell stands in the path or the definition.
        package let line: Int
        package let character: Int
    }

    package let source: String
    package let supplier: String
    package let file: String
    package let line: Int
    /// 1-based character (of a sheet column) of a row that is a cell of its line; else 0.
    package let character: Int
    /// `used`, or why the row does not count.
    package let outcome: RowOutcome
    /// The reject's label, empty for other rows.
    package let fault: String
    package let cells: [Cell]
    /// `file:line` of the corrections that were put into the row.
    package let corrections: [String]
    /// The row is about a unit and not about the person.
    package let isOfUnit: Bool

    /// `file:line`, and the character where a line has several rows.
    package var place: String { "\(file):\(line)" + (character == 0 ? "" : ":\(character)") }
}

/// Listens to the rows of one person, and of the units whose figures that person shares.
struct EvidenceTap {
    let nip: UInt64
    var units: Set<Int32> = []
    private(set) var rows: [TappedRow] = []

    init(nip: UInt64) {
        self.nip = nip
    }

    mutating func listen(
        to batch: CheckedBatch, account: FileAccount, firstLine: UInt32, plan: SourcePlan,
        corrections: [(row: Int32, place: String)]
    ) {
        let person = plan.column("nip")
        let unit = person == nil ? plan.column("unit") : nil
        guard person != nil || (unit != nil && plan.source.kind.isEvidence) else { return }
        for row in 0..<batch.rowCount {
            if let person {
                guard batch.columns[person].values[row] == Int64(nip) else { continue }
            } else if let unit {
                let codes = batch.columns[unit].codes
                guard !codes.isEmpty, units.contains(codes[row]) else { continue }
            }
            rows.append(
                tapped(
                    row, of: batch, account: account, firstLine: firstLine, plan: plan,
                    corrections: corrections.filter { Int($0.row) == row }.map(\.place),
                    isOfUnit: person == nil))
        }
    }

    private func tapped(
        _ row: Int, of batch: CheckedBatch, account: FileAccount, firstLine: UInt32,
        plan: SourcePlan, corrections: [String], isOfUnit: Bool
    ) -> TappedRow {
        let line = Int(firstLine + batch.raw.rows[row].line)
        let cells = plan.columns.indices.map { column in
            let place = CellPlace(batch: batch.raw, row: row, column: column)
            return TappedRow.Cell(
                heading: plan.columns[column].heading,
                text: place.text(ofColumn: column), line: place.line(from: line),
                character: place.character)
        }
        let reject = batch.rejects.first { Int($0.row) == row }
        return TappedRow(
            source: account.source, supplier: account.supplier, file: account.path, line: line,
            character: CellPlace(batch: batch.raw, row: row, column: nil).character,
            outcome: batch.outcomes[row],
            fault: reject.map { plan.faults[Int($0.fault)].label } ?? "", cells: cells,
            corrections: corrections, isOfUnit: isOfUnit)
    }
}
