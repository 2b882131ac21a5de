internal import Definition
internal import Diagnostics
internal import Tabular
internal import Workbooks

/// What each row of a sheet is: preamble, header, record, blank or footer.
struct SheetLayout {
    private let path: String
    private let format: SheetFormat
    /// Headings by column of the sheet, from 1; of several header rows joined with a blank.
    let header: [String]
    /// Places of the rows that are records, ascending.
    private(set) var records: [Int] = []
    private(set) var counts = LineCounts()
    /// Rows without any cell behind the last record.
    private(set) var trailing = 0

    init(_ sheet: Sheet, format: SheetFormat, path: String) throws(RunFailure) {
        self.path = path
        self.format = format
        let before = format.preambleRows
        let start = before + format.headerRows
        let rows = sheet.rows.indices.filter { !sheet.rows[$0].cells.isEmpty }
        guard let lastPlace = rows.last, case let last = sheet.rows[lastPlace].number,
            last > before
        else {
            throw InputFailures.refuse(
                .emptyFile, file: path,
                "the sheet '\(sheet.name)' has no row behind its preamble of \(before) rows",
                hint: "check 'preamble' and the sheet, or ask for the export again")
        }
        var header: [String] = []
        for place in rows where (before + 1..<start + 1).contains(sheet.rows[place].number) {
            for cell in sheet.cells[sheet.rows[place].cells] {
                while header.count < cell.column { header.append("") }
                let text = Self.trimmed(sheet.string(cell))
                let joined = header[cell.column - 1] + (header[cell.column - 1].isEmpty ? "" : " ")
                header[cell.column - 1] = joined + text
            }
        }
        self.header = header
        counts.preamble = before
        counts.header = min(format.headerRows, last - before)
        sort(rows.filter { sheet.rows[$0].number > start }, of: sheet, start: start, last: last)
    }

    private mutating func sort(_ rows: [Int], of sheet: Sheet, start: Int, last: Int) {
        var known = start
        for place in rows {
            let number = sheet.rows[place].number
            if isFooter(sheet.rows[place], of: sheet) {
                trailing = number - known - 1
                counts.blank += trailing
                counts.footer = last - number + 1
                return
            }
            counts.blank += number - known - 1
            records.append(place)
            known = number
        }
    }

    /// Whether the row's first cell begins with the text that the format names.
    private func isFooter(_ row: Sheet.Row, of sheet: Sheet) -> Bool {
        guard let prefix = format.footerPrefix, let first = sheet.cells[row.cells].first else {
            return false
        }
        return Self.trimmed(sheet.string(first)).hasPrefix(prefix)
    }

    /// Columns of the sheet by column of the source, 0 for captures and constants.
    func columns(of source: SourceDefinition) throws(RunFailure) -> [Int] {
        if format.headerRows > 0 {
            let matcher = HeaderMatcher(
                path: path, header: header, line: counts.preamble + 1, delimiter: nil,
                pivot: source.pivot?.heading)
            return try matcher.cells(of: source).map { $0 + 1 }
        }
        return source.columns.map { column in
            if case .number(let number) = column.origin { number } else { 0 }
        }
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        let tail = text.drop(while: isBlank)
        return String(tail.prefix(tail.count - tail.reversed().prefix(while: isBlank).count))
    }
}
