internal import Markup

/// Puts the cells of all tables of a document where a browser would.
final class TableReader: MarkupHandler {
    struct Table {
        var builder: SheetBuilder
        /// Whether its end tag was there.
        var isWhole = false
        fileprivate var row = 0
        fileprivate var column = 0
        /// By column from 0, the last row that a cell from above reaches into.
        fileprivate var reach: [Int] = []
        fileprivate var cell: Cell?
        fileprivate var isInRow = false
    }

    fileprivate struct Cell {
        let column: Int
        var text: TextCollector
    }

    /// Most columns and rows that one cell may span; what browsers allow.
    private static let widest = 1_000
    private static let tallest = 65_534

    private let limits: SheetLimits
    private(set) var tables: [Table] = []
    /// Tables not yet ended, by place, the innermost last.
    private var open: [Int] = []
    /// Scripts and styles that are open: their text is no text.
    private var silent = 0

    init(limits: SheetLimits) { self.limits = limits }

    var isDone: Bool { tables.count > 10_000 }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "script", "style": silent += 1
        case "table":
            open.append(tables.count)
            let builder = SheetBuilder(
                name: "table \(tables.count + 1)", part: "HTML", limits: limits)
            tables.append(Table(builder: builder))
        case "tr": withTable { Self.beginRow(&$0, attributes) }
        case "td", "th": withTable { beginCell(&$0, attributes) }
        case "br", "p", "div", "li":
            withTable { $0.cell?.text.append([UInt8(ascii: " ")].span) }
        default: break
        }
    }

    func endElement(_ name: String, isWritten: Bool) {
        switch name {
        case "script", "style": silent -= 1
        case "td", "th": withTable { Self.endCell(&$0) }
        case "tr":
            withTable {
                Self.endCell(&$0)
                $0.isInRow = false
            }
        case "table":
            withTable {
                Self.endCell(&$0)
                $0.isWhole = isWritten
            }
            _ = open.popLast()
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard silent == 0, let table = open.last else { return }
        tables[table].cell?.text.append(bytes)
    }

    private func withTable(_ change: (inout Table) -> Void) {
        guard let table = open.last else { return }
        change(&tables[table])
    }

    private static func beginRow(_ table: inout Table, _ attributes: [MarkupAttribute]) {
        endCell(&table)
        table.row += 1
        table.column = 0
        table.isInRow = true
        let style = (attributes["style"] ?? "").lowercased().filter { $0 != " " }
        table.builder.beginRow(table.row, isHidden: style.contains("display:none"))
    }

    private func beginCell(_ table: inout Table, _ attributes: [MarkupAttribute]) {
        Self.endCell(&table)
        if !table.isInRow { Self.beginRow(&table, []) }
        var column = table.column
        while column < table.reach.count, table.reach[column] >= table.row { column += 1 }
        let width = Self.span(attributes["colspan"], most: Self.widest)
        let height = Self.span(attributes["rowspan"], most: Self.tallest)
        let end = column + width
        guard end <= limits.columns else {
            return table.builder.failSize("the table has more than \(limits.columns) columns")
        }
        table.column = end
        table.cell = Cell(column: column + 1, text: TextCollector(limit: limits.cellBytes))
        if height == 1 { return }
        while table.reach.count < end { table.reach.append(0) }
        for place in column..<end { table.reach[place] = table.row + height - 1 }
        table.builder.merge(rows: table.row...table.row + height - 1)
    }

    private static func endCell(_ table: inout Table) {
        guard let cell = table.cell else { return }
        table.cell = nil
        if cell.text.isTooLong {
            return table.builder.failSize("a cell of row \(table.row) has too much text")
        }
        table.builder.append(column: cell.column, collapsed(cell.text.bytes), .text)
    }

    /// Runs of blanks and line breaks are one blank, and none at either end, as in a browser.
    private static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for byte in bytes {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                if let last = text.last, last != 0x20 { text.append(0x20) }
            } else {
                text.append(byte)
            }
        }
        if text.last == 0x20 { text.removeLast() }
        return text
    }

    /// A number of columns or rows; what is none counts as one, as in a browser.
    private static func span(_ text: String?, most: Int) -> Int {
        let digits = (text ?? "").drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits.prefix(9)) else { return 1 }
        return min(max(value, 1), most)
    }
}
