internal import Workbooks

/// Which rows of a sheet that nobody described are its table: titles above, header, records, and what follows them.
///
/// Nothing is dropped here: what is no record is named with its rows and the reason.
struct SheetExtent {
    /// Rows that are no part of the table.
    struct LeftOut: Equatable {
        let rows: ClosedRange<Int>
        let reason: String
    }

    /// Rows with a header, at most: what web forms are known to merge.
    private static let mostHeaderRows = 4

    private let sheet: Sheet
    /// Places of rows with a cell.
    private let filled: [Int]
    /// Cells that a row of the table usually has.
    private let typical: Int
    /// Cells of a row that lacks none.
    private var width: Int
    private(set) var header: [Int] = []
    /// Ascending.
    private(set) var records: [Int] = []
    private(set) var leftOut: [LeftOut] = []
    /// Columns of the sheet from the table's first to its last.
    private(set) var columns = 1...1
    /// Columns whose cells are nearly all numbers or dates.
    private var numeric: Set<Int> = []

    /// - Parameters:
    ///   - sheet: With at least one cell.
    ///   - skipRows: Rows above the table, where somebody declares them.
    ///   - headerRows: Rows that are header, where somebody declares them.
    init(_ sheet: Sheet, skipRows: Int?, headerRows: Int?) {
        self.sheet = sheet
        filled = sheet.rows.indices.filter { !sheet.rows[$0].cells.isEmpty }
        let counts = filled.map { sheet.rows[$0].cells.count }.filter { $0 > 1 }.sorted()
        typical = counts.isEmpty ? 1 : counts[counts.count * 3 / 4]
        width = max(counts.last ?? 1, 2)
        var rest = filled[...]
        if let skipRows {
            rest = rest.drop { sheet.rows[$0].number <= skipRows }
            leave(filled.prefix(filled.count - rest.count)[...], "declared with --skip-lines")
        } else {
            rest = rest.drop { sheet.rows[$0].cells.count * 2 <= typical }
            if rest.isEmpty { rest = filled[...] }
            leave(filled.prefix(filled.count - rest.count)[...], "titles above the table")
        }
        findNumeric(below: rest.dropFirst())
        let count = headerRows ?? headerCount(rest)
        header = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
        let named = Set(header.flatMap { place in cells(place).map(\.column) })
        if !named.isEmpty { width = max(named.count, 2) }
        if let first = rest.first, isColumnNumbers(first) {
            leave(rest.prefix(1), "numbers of the columns")
            rest = rest.dropFirst()
        }
        let end = firstOfFooter(rest)
        records = Array(rest[..<end])
        leaveFooter(rest[end...])
        findColumns()
    }

    private func cells(_ place: Int) -> ArraySlice<Sheet.Cell> {
        sheet.cells[sheet.rows[place].cells]
    }

    private mutating func leave(_ places: ArraySlice<Int>, _ reason: String) {
        guard let first = places.first, let last = places.last else { return }
        leftOut.append(
            LeftOut(rows: sheet.rows[first].number...sheet.rows[last].number, reason: reason))
    }

    // MARK: Header

    private mutating func findNumeric(below rows: ArraySlice<Int>) {
        var counts: [Int: (numbers: Int, all: Int)] = [:]
        // Header rows have no number, and sums may be of columns of words.
        for place in rows where cells(place).contains(where: isNumber) && !isTotal(place) {
            for cell in cells(place) {
                counts[cell.column, default: (0, 0)].all += 1
                if isNumber(cell) { counts[cell.column, default: (0, 0)].numbers += 1 }
            }
        }
        numeric = Set(counts.filter { $0.value.numbers * 5 >= $0.value.all * 4 }.keys)
    }

    private func headerCount(_ rows: ArraySlice<Int>) -> Int {
        guard let first = rows.first else { return 0 }
        let onTop = cells(first).filter { numeric.contains($0.column) }
        let words = onTop.count { !isNumber($0) }
        let hasNumber = cells(first).contains(where: isNumber)
        guard words > onTop.count - words || !hasNumber else { return 0 }
        guard !numeric.isEmpty else { return 1 }
        var count = 1
        var named = Set(cells(first).map(\.column))
        for place in rows.dropFirst().prefix(Self.mostHeaderRows - 1) {
            let columns = Set(cells(place).map(\.column))
            guard !cells(place).contains(where: isNumber), !columns.isSubset(of: named),
                rows.count > count + 1
            else { break }
            named.formUnion(columns)
            count += 1
        }
        return count
    }

    /// A row of 1, 2, 3 … below the header, also as `(1)` or with the formula of the column behind it, where the
    /// records have words.
    private func isColumnNumbers(_ place: Int) -> Bool {
        let cells = cells(place)
        guard cells.count >= 3, !header.isEmpty,
            cells.contains(where: { !numeric.contains($0.column) })
        else { return false }
        return cells.enumerated().allSatisfy { index, cell in
            let text = sheet.string(cell).drop { $0 == "(" || $0 == " " }
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            let rest = text.dropFirst(digits.count).first
            return digits == "\(index + 1)" && (rest == nil || ")= ".contains(rest ?? " "))
        }
    }

    // MARK: Footer

    /// Where a total, a note or a signature begins, behind which no row is like a record.
    private func firstOfFooter(_ rows: ArraySlice<Int>) -> Int {
        var start = rows.endIndex
        while start > rows.startIndex + 1, !isLikeRecord(rows[start - 1]) { start -= 1 }
        for index in start..<rows.endIndex {
            let number = sheet.rows[rows[index]].number
            let isApart = index > rows.startIndex && number > sheet.rows[rows[index - 1]].number + 1
            if isTotal(rows[index]) || isApart || isNote(rows[index]) { return index }
        }
        return rows.endIndex
    }

    private func isLikeRecord(_ place: Int) -> Bool {
        if isTotal(place) || cells(place).count * 2 <= typical { return false }
        guard !numeric.isEmpty else { return true }
        let numbers = cells(place).count { numeric.contains($0.column) && isNumber($0) }
        return numbers * 2 >= numeric.count
    }

    private mutating func leaveFooter(_ rows: ArraySlice<Int>) {
        let totals = rows.prefix { isTotal($0) }
        leave(totals, "totals below the records")
        leave(rows.dropFirst(totals.count), "notes and signatures below the records")
    }

    /// Whether a row that lacks cells, and a NIP among them, begins with the word for a sum or mean.
    func isTotal(_ place: Int) -> Bool {
        let hasNIP = cells(place).contains { cell in
            sheet.text[cell.text].count { (0x30...0x39).contains($0) } == 18
        }
        return !hasNIP
            && begins(
                place,
                with: [
                    "total", "grand total", "sub total", "subtotal", "jumlah", "sub jumlah",
                    "rata-rata",
                    "rerata", "rata rata",
                ])
    }

    private func isNote(_ place: Int) -> Bool {
        begins(
            place,
            with: [
                "keterangan", "catatan", "ket", "sumber", "mengetahui", "menyetujui", "dicetak",
                "note", "notes", "source",
            ])
    }

    private func begins(_ place: Int, with words: [String]) -> Bool {
        let cells = cells(place)
        guard cells.count < width, let first = cells.first else { return false }
        let text = sheet.string(first).lowercased().drop { !$0.isLetter }
        return words.contains { word in
            text.hasPrefix(word) && !(text.dropFirst(word.count).first?.isLetter ?? false)
        }
    }

    // MARK: Columns

    /// From the first to the last that the header names or most records fill; without header all that one fills.
    private mutating func findColumns() {
        var counts: [Int: Int] = [:]
        for place in records {
            for cell in cells(place) { counts[cell.column, default: 0] += 1 }
        }
        let named = header.flatMap { cells($0).map(\.column) }
        let most = header.isEmpty ? 0 : records.count / 2
        let used = named + counts.filter { $0.value > most }.keys
        if let first = used.min(), let last = used.max() { columns = first...last }
    }

    /// Digits with the signs that numbers, dates and times have; nothing else.
    private func isNumber(_ cell: Sheet.Cell) -> Bool {
        if cell.kind == .number || cell.kind == .lostDigits { return true }
        let signs = Array(".,-/: +%".utf8)
        let text = sheet.text[cell.text]
        return text.contains { (0x30...0x39).contains($0) }
            && text.allSatisfy { (0x30...0x39).contains($0) || signs.contains($0) }
    }
}
