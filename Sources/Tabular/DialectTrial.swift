internal import Batches

/// What comes out when a text is read in one dialect: how many lines agree, and how the cells look.
///
/// The reader's own rules judge, so that a guess never rests on a border that the reader does not see.
struct DialectTrial {
    let dialect: CSVDialect
    /// Fields of most records, at least 1.
    let cellCount: Int
    /// Physical lines of records with that many fields and without a fault; of all records.
    let goodLines: Int
    let allLines: Int
    let quotedCells: Int
    let quotingFaults: Int
    /// Above 0 where it reads at all; comparable between trials of one text.
    let score: Int

    /// Records whose cells are looked at.
    private static let lookedAt = 300

    init(_ dialect: CSVDialect, text: [UInt8], isWhole: Bool) {
        let counted = Self.cut(text, dialect, cells: 1, isWhole: isWhole)
        var best: (cells: Int, batch: RawBatch, good: Int)?
        for cells in Self.frequent(counted) {
            let batch = Self.cut(text, dialect, cells: cells, isWhole: isWhole)
            let good = batch.rows.reduce(0) { $1.fault == .none ? $0 + Int($1.lineCount) : $0 }
            if good > best?.good ?? -1 { best = (cells, batch, good) }
        }
        let batch = best?.batch ?? counted
        let cells = best?.cells ?? 1
        let all = batch.rows.reduce(0) { $0 + Int($1.lineCount) }
        self.dialect = dialect
        cellCount = cells
        goodLines = best?.good ?? 0
        allLines = all
        quotingFaults = batch.rows.count { $0.fault == .quoting || $0.fault == .tooManyLines }
        let look = CellLook(batch, dialect: dialect, mostRows: Self.lookedAt)
        quotedCells = look.quoted
        guard all > 0 else {
            score = 0
            return
        }
        let share = 1_000 * goodLines / all
        // One field a line agrees always: it must lose against any real agreement.
        let width = cells == 1 ? 250 : 1_000 * (cells - 1) / cells
        score = share * share * look.clean * look.clean / 1_000_000 * width
    }

    private static func cut(
        _ text: [UInt8], _ dialect: CSVDialect, cells: Int, isWhole: Bool
    ) -> RawBatch {
        var batch = RawBatch(text: text, columnCount: cells)
        let tokenizer = CSVTokenizer(
            dialect: dialect, cellCount: cells, cells: cells == 1 ? [0] : Array(0..<cells))
        _ = tokenizer.tokenize(into: &batch, from: 0, isLast: isWhole)
        return batch
    }

    /// The three most frequent numbers of fields.
    private static func frequent(_ batch: RawBatch) -> [Int] {
        var counts: [Int: Int] = [:]
        for row in batch.rows where row.cells > 0 { counts[Int(row.cells), default: 0] += 1 }
        return counts.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(3).map(\.key)
    }
}

/// How the cells of a trial look: a wrong delimiter leaves other delimiters and quotes in them.
private struct CellLook {
    private(set) var quoted = 0
    private var seen = 0
    private var good = 0

    /// Cells that look like cells, per mille.
    var clean: Int { seen == 0 ? 1_000 : 1_000 * good / seen }

    init(_ batch: RawBatch, dialect: CSVDialect, mostRows: Int) {
        // Times and words in text are full of these.
        let isWeak = [[UInt8(ascii: ":")], [UInt8(ascii: " ")]].contains(dialect.delimiter)
        var rows = 0
        for (index, row) in batch.rows.enumerated() where row.fault == .none {
            rows += 1
            guard rows <= mostRows else { return }
            for column in 0..<batch.columnCount {
                let field = batch.field(row: index, column: column)
                seen += 1
                if isQuoted(field, of: row, in: batch, dialect.quote) {
                    quoted += 1
                    good += 1
                } else if looksRight(batch.text(field), dialect.delimiter, isWeak: isWeak) {
                    good += 1
                }
            }
        }
    }

    private func isQuoted(
        _ field: FieldSlice, of row: RowOrigin, in batch: RawBatch, _ quote: UInt8?
    ) -> Bool {
        guard let quote, field.offset > row.start else { return false }
        return batch.bytes[Int(field.offset) - 1] == quote
    }

    private func looksRight(_ cell: [UInt8], _ delimiter: [UInt8], isWeak: Bool) -> Bool {
        guard let first = cell.first, let last = cell.last else { return true }
        if first == 0x20 { return false }
        if cell.count > 1, first == last, first == 0x22 || first == 0x27 { return false }
        if isWeak, delimiter[0] == UInt8(ascii: ":"), cell.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        {
            return false
        }
        return !cell.contains { byte in
            switch byte {
            case UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"):
                !delimiter.contains(byte)
            case UInt8(ascii: ","): isWeak
            default: false
            }
        }
    }
}
