internal import Markup

/// The tables of an HTML document, as web forms send them under the name of a spreadsheet.
package enum HTMLTables {
    /// Reads one table; rows and columns are numbered as if it stood alone on a sheet.
    ///
    /// A cell that spans several columns or rows has its value in the first; no other cell moves.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8.
    ///   - table: By the order of the start tags, from 1; `nil` for the one with most cells.
    ///   - limits: Above which the document is refused.
    /// - Returns: The cells of the table.
    /// - Throws: ``WorkbookFailure``, also where the document ends before the table does.
    package static func read(
        _ bytes: [UInt8], table: Int?,
        limits: SheetLimits = SheetLimits(columns: 1_024)
    ) throws(WorkbookFailure) -> Sheet {
        let tables = try parse(bytes, limits: limits)
        let place: Int?
        if let table {
            place = tables.indices.contains(table - 1) ? table - 1 : nil
        } else {
            let most = tables.map(\.builder.sheet.cells.count).max()
            place = tables.firstIndex { $0.builder.sheet.cells.count == most }
        }
        guard let place else {
            throw .noSheet(
                detail: "the document has \(tables.count) tables"
                    + (table.map { ", and number \($0) is asked for" } ?? ""))
        }
        if !tables[place].isWhole { throw unended(place) }
        return try tables[place].builder.finish()
    }

    /// Reads all tables, also those without cells, in the order of their start tags.
    ///
    /// - Throws: ``WorkbookFailure``, also where the document ends before one of them does.
    package static func readAll(
        _ bytes: [UInt8], limits: SheetLimits = SheetLimits(columns: 1_024)
    ) throws(WorkbookFailure) -> [Sheet] {
        var sheets: [Sheet] = []
        for (place, table) in try parse(bytes, limits: limits).enumerated() {
            guard table.isWhole else { throw unended(place) }
            sheets.append(try table.builder.finish())
        }
        return sheets
    }

    private static func parse(
        _ bytes: [UInt8], limits: SheetLimits
    ) throws(WorkbookFailure) -> [TableReader.Table] {
        let reader = TableReader(limits: limits)
        do throws(XMLFailure) {
            let tags = XMLLimits(
                depth: 128, fieldBytes: limits.cellBytes, attributeBytes: limits.cellBytes)
            try MarkupDocument.readHTML(bytes, limits: tags, into: reader)
        } catch {
            throw .markup(part: "HTML", error)
        }
        return reader.tables
    }

    private static func unended(_ place: Int) -> WorkbookFailure {
        .damaged(part: "HTML", detail: "the document ends before table \(place + 1) does")
    }
}
