/// Collects the cells of a sheet in order and holds them against the limits.
///
/// The first contradiction stays; nothing counts after it.
struct SheetBuilder {
    private(set) var sheet: Sheet
    private(set) var failure: WorkbookFailure?
    let limits: SheetLimits
    private let part: String

    init(name: String, part: String, limits: SheetLimits) {
        sheet = Sheet(name: name)
        self.part = part
        self.limits = limits
    }

    /// Number of the last row begun; 0 before the first.
    var lastRow: Int { sheet.rows.last?.number ?? 0 }

    mutating func beginRow(_ number: Int, isHidden: Bool) {
        guard number > lastRow else {
            return fail("row \(number) stands behind row \(lastRow)")
        }
        guard number <= limits.rows else {
            return failSize("the sheet has more than \(limits.rows) rows")
        }
        let end = sheet.cells.count
        sheet.rows.append(Sheet.Row(number: number, isHidden: isHidden, cells: end..<end))
    }

    /// Adds a cell to the row begun last; an empty one is left out.
    mutating func append(column: Int, _ bytes: some Collection<UInt8>, _ kind: Sheet.CellKind) {
        guard failure == nil, !bytes.isEmpty else { return }
        // Only a fault needs its name.
        var place: String { "\(Sheet.columnName(column))\(lastRow)" }
        guard let row = sheet.rows.indices.last else { return fail("\(place) is in no row") }
        if let last = sheet.cells[sheet.rows[row].cells].last, last.column >= column {
            return fail("\(place) stands behind \(Sheet.columnName(last.column))\(lastRow)")
        }
        guard column <= limits.columns else {
            return failSize("the sheet has more than \(limits.columns) columns")
        }
        let start = sheet.text.count
        guard sheet.cells.count < limits.cells, bytes.count <= limits.textBytes - start else {
            return failSize("the sheet has more cells or text than is allowed (at \(place))")
        }
        guard bytes.count <= limits.cellBytes else {
            return failSize("\(place) has more than \(limits.cellBytes) bytes")
        }
        sheet.text.append(contentsOf: bytes)
        sheet.cells.append(
            Sheet.Cell(column: column, text: start..<sheet.text.count, kind: kind))
        sheet.rows[row].cells = sheet.rows[row].cells.lowerBound..<sheet.cells.count
    }

    mutating func hide(columns: ClosedRange<Int>) { sheet.hiddenColumns.append(columns) }

    mutating func merge(rows: ClosedRange<Int>) { sheet.mergedRows.append(rows) }

    mutating func hideSheet() { sheet.isHidden = true }

    mutating func fail(_ detail: String) {
        if failure == nil { failure = .damaged(part: part, detail: detail) }
    }

    mutating func failSize(_ detail: String) {
        if failure == nil { failure = .tooLarge(detail: detail) }
    }

    /// - Throws: ``WorkbookFailure``, the first one.
    func finish() throws(WorkbookFailure) -> Sheet {
        if let failure { throw failure }
        return sheet
    }
}
