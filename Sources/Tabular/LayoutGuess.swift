internal import Batches

/// Guesses where a table begins in a text of known dialect, and which of its first records are header.
struct LayoutGuess {
    private(set) var skipLines = Guess(
        0, confidence: 90, "the first line has as many fields as most")
    private(set) var headerLines = Guess(0, confidence: 0, "no record")
    private(set) var cells: Guess<Int>

    /// Records that are looked at.
    private static let lookedAt = 300

    private struct Record {
        /// 0-based in the text.
        let line: Int
        /// As many as the columns in a good record.
        let cells: [[UInt8]]
        let isGood: Bool
        /// Fields found, where quotes let them be counted; else by delimiters alone.
        let fieldCount: Int

        var filled: Int { cells.count { !$0.isEmpty } }
    }

    init(_ trial: DialectTrial, text: [UInt8], isWhole: Bool, declared: DeclaredDialect) {
        let width = trial.cellCount
        cells = Guess(
            width, confidence: trial.allLines == 0 ? 0 : 100 * trial.goodLines / trial.allLines,
            "the most frequent number of fields")
        let records = Self.records(of: text, trial, cells: width, isWhole: isWhole)
        let first = declared.skipLines == nil ? Self.firstOfTable(records, width: width) : 0
        guard first < records.count else { return }
        let table = Array(records[first...])
        headerLines = Self.headerLines(table, width: width)
        if first > 0 {
            skipLines = Guess(
                table[0].line, confidence: 80,
                "the first \(table[0].line) lines are titles: they have fewer fields filled")
        }
        settleCells(
            table, headerLines: declared.headerLines ?? headerLines.value,
            declared: declared.columnCount)
    }

    /// The header's number of cells counts, then that of the declared columns, then the most frequent one;
    /// but a header that differs from all others is itself the malformed record.
    private mutating func settleCells(_ table: [Record], headerLines: Int, declared: Int?) {
        let common = cells.value
        if headerLines > 0, let header = table.first?.fieldCount {
            let others = table.dropFirst(headerLines).count { $0.fieldCount == common }
            let isContradicted = header != common && (others >= 2 || declared == common)
            if header > 0, !isContradicted,
                declared.map({ $0 == header || header == common }) ?? true
            {
                cells = Guess(header, confidence: 100, "the header's number of fields")
                return
            }
        }
        if let declared {
            cells = Guess(declared, confidence: 100, "the number of declared columns")
        }
    }

    private static func records(
        of text: [UInt8], _ trial: DialectTrial, cells: Int, isWhole: Bool
    ) -> [Record] {
        var batch = RawBatch(text: text, columnCount: cells)
        let tokenizer = CSVTokenizer(
            dialect: trial.dialect, cellCount: cells, cells: Array(0..<cells))
        _ = tokenizer.tokenize(into: &batch, from: 0, isLast: isWhole, mostRows: lookedAt)
        let repair = RecordRepair(trial.dialect, cellCount: cells)
        return batch.rows.enumerated().map { index, row in
            let isGood = row.fault == .none
            let line = Array(batch.bytes[Int(row.start)..<Int(row.end)])
            let found =
                isGood
                ? (0..<cells).map { batch.text(batch.field(row: index, column: $0)) }
                : repair.split(line)
            return Record(
                line: Int(row.line), cells: found, isGood: isGood,
                fieldCount: isGood ? cells : found.count)
        }
    }

    /// Index of the first record that is no title: one with more than half of the fields, and not nearly empty.
    private static func firstOfTable(_ records: [Record], width: Int) -> Int {
        guard width > 1 else { return 0 }
        var first = 0
        while first < records.count, !records[first].isGood,
            records[first].fieldCount * 2 <= width
        {
            first += 1
        }
        guard first < records.count else { return 0 }
        // A spreadsheet pads its titles with delimiters.
        var titled = first
        while titled + 1 < records.count, width > 2, titled - first < 20, records[titled].isGood,
            records[titled].filled <= 1
        {
            titled += 1
        }
        let isHeader = headerLines(Array(records[titled...]), width: width).value > 0
        return isHeader && records[titled].filled > 1 ? titled : first
    }

    private static func headerLines(_ table: [Record], width: Int) -> Guess<Int> {
        guard let first = table.first else { return Guess(0, confidence: 0, "no record") }
        let data = table.dropFirst().filter(\.isGood)
        let firstHasNumber = first.cells.contains(where: isNumber)
        guard !data.isEmpty else {
            return Guess(
                firstHasNumber ? 0 : 1, confidence: 50, "there is one record: has it numbers?")
        }
        let below = data.count > 2 ? data.dropFirst() : data[...]
        let numeric = (0..<width).filter { column in
            let filled = below.map { $0.cells[column] }.filter { !$0.isEmpty }
            return !filled.isEmpty && filled.count(where: isNumber) * 5 >= filled.count * 4
        }
        let named = words(of: first, in: numeric)
        let numbers = numeric.count { $0 < first.cells.count && isNumber(first.cells[$0]) }
        if named > numbers {
            let evidence = "\(named) of \(numeric.count) columns of numbers have a word on top"
            guard data.count > 2, let second = table.dropFirst().first, second.isGood,
                !second.cells.contains(where: isNumber), words(of: second, in: numeric) > 0,
                first.filled < width || second.filled < width
                    || Set(first.cells).count < first.cells.count
            else { return Guess(1, confidence: 95, evidence) }
            return Guess(2, confidence: 75, evidence + ", twice, and the upper names are shared")
        }
        if numbers > 0 {
            return Guess(
                0, confidence: 85, "the first record has numbers where the others have them")
        }
        let recurs = first.cells.indices.contains { column in
            column < width && !first.cells[column].isEmpty
                && data.contains { $0.cells[column] == first.cells[column] }
        }
        let isDistinct = Set(first.cells).count == first.cells.count
        return !firstHasNumber && !recurs && isDistinct
            ? Guess(1, confidence: 60, "the first record's words do not come again")
            : Guess(0, confidence: 60, "the first record looks like the others")
    }

    private static func words(of record: Record, in columns: [Int]) -> Int {
        columns.count { column in
            column < record.cells.count && !record.cells[column].isEmpty
                && !isNumber(record.cells[column])
        }
    }

    /// Digits with the signs that numbers, dates and times have; nothing else.
    private static func isNumber(_ cell: [UInt8]) -> Bool {
        var hasDigit = false
        for byte in cell {
            switch byte {
            case 0x30...0x39: hasDigit = true
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"),
                UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "+"), UInt8(ascii: "%"):
                continue
            default: return false
            }
        }
        return hasDigit
    }
}
