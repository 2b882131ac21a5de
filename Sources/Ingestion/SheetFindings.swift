internal import Diagnostics
internal import Workbooks

/// What a person who opens the sheet does not see, and the program reads all the same.
struct SheetFindings {
    let path: String
    let sheet: Sheet
    let layout: SheetLayout
    let wanted: [Int]

    var all: [InputFinding] {
        var found: [Wording] = []
        if sheet.isHidden {
            found.append(Wording("lembar ini tersembunyi", "the sheet is hidden"))
        }
        let rows = layout.records.map { sheet.rows[$0] }.filter(\.isHidden)
        if let first = rows.first {
            found.append(
                Wording(
                    "\(rows.count) baris tersembunyi (pertama: baris \(first.number))",
                    "\(rows.count) hidden rows (the first is row \(first.number))"))
        }
        let columns = Set(wanted).subtracting([0]).sorted().filter { column in
            sheet.hiddenColumns.contains { $0.contains(column) }
        }
        if let first = columns.first {
            let name = Sheet.columnName(first)
            found.append(
                Wording(
                    "\(columns.count) kolom tersembunyi (pertama: \(name))",
                    "\(columns.count) hidden columns (the first is \(name))"))
        }
        if let first = merged.first {
            found.append(
                Wording(
                    "\(merged.count) sel gabungan meliputi beberapa baris (pertama: baris "
                        + "\(first)); nilainya hanya pada baris pertamanya",
                    "\(merged.count) merged cells span several rows (the first is at row \(first)); "
                        + "the value is in the first of them only"))
        }
        guard let first = found.first else { return [] }
        return [
            InputFinding(
                code: .hiddenCells, path: path,
                message: found.dropFirst().reduce(first) { $0 + "; " + $1 },
                hint: Wording(
                    "semuanya dibaca seperti yang lain; minta pemasok memastikan bahwa itu benar",
                    "all of it is read like the rest; ask the supplier whether that is right"))
        ]
    }

    /// First rows of the merged cells that reach over several records.
    private var merged: [Int] {
        guard let first = layout.records.first, let last = layout.records.last else { return [] }
        let records = sheet.rows[first].number...sheet.rows[last].number
        return sheet.mergedRows
            .filter { $0.overlaps(records) && $0.upperBound > records.lowerBound }
            .map(\.lowerBound).sorted()
    }
}
