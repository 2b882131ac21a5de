internal import Diagnostics
internal import Workbooks

/// The sheet of a workbook or the table of a document that is meant: the one that is named, or the only one with data.
struct SheetChoice {
    /// Names in a message, at most.
    private static let mostNames = 12

    let sheet: Sheet
    /// Which one, and which others there are.
    let description: [String]

    init(_ workbook: Workbook, wanted: String?) throws(WorkbookFailure) {
        let names = workbook.sheets.map(\.name)
        if let wanted {
            guard let place = Self.place(of: wanted, in: names) else {
                throw .noSheet(
                    detail: "the workbook has no sheet '\(wanted)', found: \(Self.list(names))")
            }
            sheet = try workbook.read(place)
            description = ["format: workbook", "sheet: \(Self.shown(sheet.name)) (declared)"]
            return
        }
        var found: [Sheet] = []
        var hidden: [String] = []
        for place in names.indices {
            let next = try workbook.read(place)
            if next.cells.isEmpty { continue }
            if next.isHidden { hidden.append(next.name) } else { found.append(next) }
        }
        guard found.count == 1, let only = found.first else {
            throw .noSheet(
                detail: "the workbook has \(found.count) visible sheets with data"
                    + " (\(Self.list(found.map(\.name)))), expected one")
        }
        sheet = only
        description =
            ["format: workbook", "sheet: \(Self.shown(only.name)) (the only one with data)"]
            + hidden.map { "left out: the hidden sheet \(Self.shown($0)), which has data" }
    }

    /// Of a document's tables those count that have two rows and two columns; the others are the page's layout.
    init(_ tables: [Sheet], wanted: String?) throws(WorkbookFailure) {
        if let wanted {
            guard let number = Int(wanted), tables.indices.contains(number - 1) else {
                throw .noSheet(
                    detail: "the document has \(tables.count) tables, and '\(wanted)' is asked for")
            }
            sheet = tables[number - 1]
            description = ["format: HTML", "table: \(number) (declared)"]
            return
        }
        let sizes = tables.map { table in
            (
                rows: table.rows.count { !$0.cells.isEmpty },
                columns: table.rows.map(\.cells.count).max() ?? 0
            )
        }
        let found = tables.indices.filter { sizes[$0].rows > 1 && sizes[$0].columns > 1 }
        guard found.count == 1, let only = found.first else {
            let list = found.prefix(Self.mostNames).map { "\($0 + 1) of \(sizes[$0].rows) rows" }
            throw .noSheet(
                detail: "the document has \(found.count) tables with data"
                    + " (\(list.joined(separator: ", "))), expected one")
        }
        sheet = tables[only]
        let others = tables.indices.filter { $0 != only && sizes[$0].rows > 0 }
        description =
            ["format: HTML", "table: \(only + 1) (the only one with data)"]
            + others.prefix(Self.mostNames).map {
                "left out: table \($0 + 1): it has one row or one column"
            }
    }

    /// A sheet named like a number is found by its name first.
    private static func place(of wanted: String, in names: [String]) -> Int? {
        if let place = names.firstIndex(of: wanted) { return place }
        guard let number = Int(wanted), names.indices.contains(number - 1) else { return nil }
        return number - 1
    }

    private static func list(_ names: [String]) -> String {
        let rest = names.count > mostNames ? ", …" : ""
        return names.prefix(mostNames).map(shown).joined(separator: ", ") + rest
    }

    private static func shown(_ name: String) -> String { "'\(VisibleText.of(name))'" }
}
