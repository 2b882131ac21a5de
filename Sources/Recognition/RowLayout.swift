/// A row of a sample as cells from the left.
struct SampleRow {
    /// 0-based: physical line of a text, row of a sheet.
    let line: Int
    let cells: [SampleValue]
    /// The line as it stands, for delimited text.
    var raw = ""
    /// Whether it has as many cells as its neighbours.
    var isGood = true

    func text(_ column: Int) -> String {
        cells.indices.contains(column) ? ColumnProfile.trimmed(cells[column].text) : ""
    }

    var filled: Int { cells.count { !ColumnProfile.trimmed($0.text).isEmpty } }
}

/// Where in the rows of a table its header stands and where its footer begins, by words that are known.
struct RowLayout {
    /// Rows in which the header is looked for.
    private static let searched = 40
    private static let mostHeaderRows = 4

    private let rows: [SampleRow]
    /// Places of the header's rows; empty where no row has known headings.
    private(set) var header: Range<Int> = 0..<0
    /// Known headings in the header, and its filled cells.
    private(set) var known = 0
    private(set) var filled = 0
    /// Place of the footer's first row; nil where there is none.
    private(set) var footer: Int?
    /// The word with which the footer begins, as it is written there.
    private(set) var footerWord = ""
    /// Rows at the end that have no NIP where the others have one, and that no known word begins.
    private(set) var strayRows = 0

    init(_ rows: [SampleRow]) {
        self.rows = rows
        findHeader()
        findFooter()
    }

    /// Places of the rows that are data, in what was looked at.
    var data: Range<Int> { header.upperBound..<max(header.upperBound, footer ?? rows.count) }

    /// The heading of a column: the texts of all header rows, joined as readers of sheets join them.
    func heading(_ column: Int) -> String {
        header.map { rows[$0].text(column) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What a column may be known by: its joined heading, and the lowest text alone, below a merged cell.
    func names(_ column: Int) -> [String] {
        let texts = header.filter { !isNumbering(rows[$0]) }.map { rows[$0].text(column) }
            .filter { !$0.isEmpty }
        return [texts.joined(separator: " ")] + texts.suffix(1)
    }

    private mutating func findHeader() {
        var best: (place: Int, known: Int)?
        for place in rows.indices.prefix(Self.searched) {
            let count = known(in: rows[place])
            if count > best?.known ?? 0 { best = (place, count) }
        }
        guard let best, best.known >= 2 || best.known == rows[best.place].filled else { return }
        header = best.place..<best.place + 1
        while header.count < Self.mostHeaderRows, header.lowerBound > 0,
            completes(rows[header.lowerBound - 1], rows[header.lowerBound])
        {
            header = header.lowerBound - 1..<header.upperBound
        }
        while header.count < Self.mostHeaderRows, header.upperBound < rows.count,
            completes(rows[header.upperBound], rows[header.upperBound - 1])
                || isNumbering(rows[header.upperBound])
        {
            header = header.lowerBound..<header.upperBound + 1
        }
        let width = rows[header].map(\.cells.count).max() ?? 0
        for column in 0..<width {
            let names = names(column).filter { !$0.isEmpty }
            if names.isEmpty { continue }
            filled += 1
            if names.contains(where: isKnown) { known += 1 }
        }
    }

    private func known(in row: SampleRow) -> Int {
        row.cells.indices.count { isKnown(row.text($0)) }
    }

    private func isKnown(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        if text.hasSuffix("]"), text.contains(" [") { return true }
        let keys = HeadingKeys.keys(of: text)
        return HeadingBook.known.isKnown(keys) || SurveyElements.number(of: keys) != nil
    }

    /// Whether `row` names columns that `other` leaves blank, as two header rows share their cells.
    private func completes(_ row: SampleRow, _ other: SampleRow) -> Bool {
        row.cells.indices.contains { other.text($0).isEmpty && isKnown(row.text($0)) }
            && row.filled > 1 && row.cells.allSatisfy { NumberMarks.Reading($0.text) == nil }
    }

    /// `1 2 3 …` or `(1) (2) (3) …` below the headings.
    private func isNumbering(_ row: SampleRow) -> Bool {
        var next: Int?
        for column in row.cells.indices {
            let text = row.text(column).filter { $0 != "(" && $0 != ")" }
            if text.isEmpty { continue }
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), number == next ?? 1,
                digits.count == text.count || text.dropFirst(digits.count).first == "="
            else { return false }
            next = number + 1
        }
        return (next ?? 0) > 3
    }
}

extension RowLayout {
    /// First words of totals, notes and signatures, folded.
    private static let footerWords = [
        "jumlah", "total", "grandtotal", "σ", "∑", "ratarata", "nrr", "ikm", "mutupelayanan",
        "catatan", "keterangan", "mengetahui", "sumber", "dicetak", "tandatangan", "disahkan",
        "menyetujui", "rekapitulasi",
    ]

    private mutating func findFooter() {
        let data = header.upperBound..<rows.count
        guard !data.isEmpty else { return }
        let numbers = nipColumn(in: data)
        let last = data.last { place in numbers.map { isNIP(rows[place].text($0)) } ?? false }
        for place in data where place > last ?? -1 {
            guard let word = footerWord(of: rows[place]) else { continue }
            footer = place
            footerWord = word
            break
        }
        guard let numbers, last != nil else { return }
        let end = footer ?? rows.count
        strayRows =
            data.prefix { $0 < end }.reversed().prefix { place in
                rows[place].text(numbers).isEmpty
                    && rows[place].filled * 2 < rows[header.lowerBound..<header.upperBound].map(
                        \.filled
                    ).max() ?? 0
            }.count
    }

    /// The word that begins the row's first filled cell, as it is written.
    private func footerWord(of row: SampleRow) -> String? {
        guard let column = row.cells.indices.first(where: { !row.text($0).isEmpty }) else {
            return nil
        }
        let text = row.text(column)
        let word = text.prefix { !$0.isWhitespace && $0 != "/" && $0 != "," && $0 != ";" }
        let folded = HeadingKeys.fold(String(word)).lowercased()
        let whole = HeadingKeys.fold(text).lowercased()
        let isFooter = Self.footerWords.contains { known in
            known.count == 1 ? folded.hasPrefix(known) : folded == known || whole == known
        }
        return isFooter ? String(word) : nil
    }

    /// The column of which most values are NIPs.
    private func nipColumn(in data: Range<Int>) -> Int? {
        let width = rows[data].map(\.cells.count).max() ?? 0
        for column in 0..<width {
            let texts = data.map { rows[$0].text(column) }.filter { !$0.isEmpty }
            let count = texts.count(where: isNIP)
            if count > 0, count * 2 >= texts.count { return column }
        }
        return nil
    }

    private func isNIP(_ text: String) -> Bool {
        ColumnProfile([SampleValue(text: text)]).nips == 1
    }
}
