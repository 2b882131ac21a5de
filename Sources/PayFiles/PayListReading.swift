internal import Markup
internal import Payroll
internal import Spreadsheets

/// A pay list read back: the rows of people, and every sum with the formula that must stand beside it.
///
/// The value of a formula is what a file shows until something computes it, and its text decides what it shows
/// afterwards; so each is held against what the list writes for these amounts.
final class PayListReading: MarkupHandler {
    private static let nipColumn = 3
    private static let monthColumn = 7
    private static let kindColumn = 8
    /// Above all money of a person: a greater number is no amount, and no sum of a row leaves 64 bits.
    private static let limit: Int64 = 1_000_000_000_000_000

    private let columns: PayListColumns
    private var records: [RowCheck.Content.Record] = []
    /// Rows that do not add up, or are none of a pay list.
    private(set) var faults: [Int] = []
    private(set) var hasTotal = false

    private let names: [String]
    private var row = 0
    private var number = ""
    private var cells: [SheetCell.Content] = []
    private var firstOfUnit = 0
    private var unitSums: [Int64]
    private var sums: [Int64]

    private enum Element { case formula, value, text, other }
    private var open = Element.other
    private var formula: [UInt8] = []
    private var value: [UInt8] = []
    private var hasText = false

    init(_ columns: RowColumns) {
        self.columns = PayListColumns(columns)
        names = (1...self.columns.width).map { SheetCell.columnName($0) }
        unitSums = Array(repeating: 0, count: columns.amounts.count)
        sums = unitSums
    }

    /// Rows of people by NIP and month, as the rows of a payment are.
    var recordsInOrder: [RowCheck.Content.Record] {
        records.sorted { ($0.nip, $0.month) < ($1.nip, $1.month) }
    }

    // MARK: Cells

    var isDone: Bool { false }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "row":
            row += 1
            number = "\(row)"
            cells.removeAll(keepingCapacity: true)
            if attributes["r"] != number { faults.append(row) }
        case "c":
            formula.removeAll(keepingCapacity: true)
            value.removeAll(keepingCapacity: true)
            hasText = false
            if cells.count >= names.count || attributes["r"] != names[cells.count] + number {
                faults.append(row)
            }
        case "f": open = .formula
        case "v": open = .value
        case "t":
            open = .text
            hasText = true
        default: open = .other
        }
    }

    func text(_ bytes: Span<UInt8>) {
        switch open {
        case .formula: for place in bytes.indices { formula.append(bytes[place]) }
        case .value, .text: for place in bytes.indices { value.append(bytes[place]) }
        case .other: break
        }
    }

    func endElement(_ name: String, isWritten: Bool) {
        switch name {
        case "c": cells.append(content)
        case "row": endRow()
        default: open = .other
        }
    }

    private var content: SheetCell.Content {
        let text = String(decoding: value, as: UTF8.self)
        if hasText { return .text(text) }
        if value.isEmpty, formula.isEmpty { return .empty }
        guard let number = Int64(text), number.magnitude < Self.limit.magnitude else {
            faults.append(row)
            return .empty
        }
        return formula.isEmpty
            ? .number(number) : .formula(String(decoding: formula, as: UTF8.self), value: number)
    }

    // MARK: Rows

    private func endRow() {
        guard row > PayList.headingRows else { return }
        if case .number? = cells.first {
            endPerson()
        } else if cells.count == columns.width, case .formula = cells[columns.netColumn - 1] {
            endSums()
        } else if cells.contains(where: { $0.number != nil }) {
            faults.append(row)
        }
    }

    private func endPerson() {
        let amounts = cells.prefix(columns.lastAmount).dropFirst(columns.textCount)
        let values = amounts.compactMap(\.number)
        guard !hasTotal, cells.count == columns.width, values.count == unitSums.count else {
            faults.append(row)
            return
        }
        if columns.cells(columns.lines(of: values), row: row).map(\.content) != Array(amounts) {
            faults.append(row)
        }
        if firstOfUnit == 0 { firstOfUnit = row }
        for (place, value) in values.enumerated() { unitSums[place] &+= value }
        records.append(
            RowCheck.Content.Record(
                nip: text(Self.nipColumn), month: text(Self.monthColumn),
                kind: text(Self.kindColumn), amounts: values.map { Int128($0) }))
    }

    /// The sums of a unit end its people; where no people stand above, they are those of all.
    private func endSums() {
        let isTotal = firstOfUnit == 0
        let first = isTotal ? PayList.headingRows + 1 : firstOfUnit
        let rows = first...max(row - 1, first)
        if !isTotal { for (place, sum) in unitSums.enumerated() { sums[place] &+= sum } }
        let expected = (isTotal ? sums : unitSums).enumerated().map { place, sum in
            let column = names[columns.textCount + place]
            return SheetCell.Content.formula(
                isTotal
                    ? PayListColumns.total(column, rows: rows)
                    : PayListColumns.unitSum(column, rows: rows), value: sum)
        }
        if hasTotal || Array(cells[columns.textCount..<columns.lastAmount]) != expected {
            faults.append(row)
        }
        hasTotal = hasTotal || isTotal
        firstOfUnit = 0
        unitSums = Array(repeating: 0, count: sums.count)
    }

    private func text(_ column: Int) -> String {
        guard case .text(let text) = cells[column - 1] else { return "" }
        return text
    }
}

extension SheetCell.Content {
    /// The number that a cell shows.
    fileprivate var number: Int64? {
        switch self {
        case .number(let number), .formula(_, let number): number
        case .empty, .text: nil
        }
    }
}
