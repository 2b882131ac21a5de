internal import Batches
internal import Tabular

/// Delimited text in a dialect that the input chooses: the reader agrees with ``PlainReader`` in every row,
/// whatever the sizes of chunks and pieces, and every byte is accounted for.
struct CSVTarget {
    private let dialect: CSVDialect
    private let hasHeader: Bool
    private let cellCount: Int
    /// Cell per column, as the tokenizer takes them; empty to want all of them in order.
    private let wanted: [Int]
    private let chunkBytes: Int
    private let pieceBytes: Int
    private let file: [UInt8]

    private static let delimiters = [",", ";", "\t", "|", "||", ",;", ";,;", "§"]

    init(_ input: inout FuzzInput) {
        var dialect = CSVDialect(delimiter: Array(input.choose(Self.delimiters).utf8))
        dialect.quote = input.choose([0x22, 0x22, 0x27, nil])
        dialect.escape = input.choose([nil, nil, 0x5C, 0x22, CSVDialect.noEscape])
        dialect.recordLines = input.choose([16, 1, 2, 3])
        dialect.recordBytes = input.choose([1 << 20, 1, 2, 5, 9, 63, 64, 65, 1_000])
        let flags = input.byte()
        dialect.blankLines = flags & 1 == 0 ? .skip : .reject
        dialect.refusesBareQuotes = flags & 2 != 0
        dialect.trailingDelimiters = flags & 4 != 0
        dialect.preambleLines = flags >> 3 & 3
        if flags & 32 != 0 { dialect.footerPrefix = Array("TOTAL".utf8) }
        if flags & 64 != 0 { dialect.footerPrefix = Array("\"#".utf8) }
        hasHeader = flags & 128 != 0
        dialect.encoding = input.choose([.utf8, .utf8, .windows1252, .utf16, .utf16BigEndian])
        self.dialect = dialect
        let cellCount = input.byte() % 8 + 1
        self.cellCount = cellCount
        let all = Array(0..<cellCount)
        wanted = input.choose([
            [], all.reversed(), all + [-1], all + [0], [cellCount - 1, -1, 0], [-1],
        ])
        chunkBytes = input.choose([1, 2, 3, 7, 63, 64, 65, 300, 4_096])
        pieceBytes = input.choose([1, 2, 3, 64, 1_000])
        file = input.rest
    }

    /// What a reading gave.
    private struct Reading {
        var rows: [PlainReader.Row] = []
        var counts = LineCounts()
        var headerCells: Int?
        var firstRecord = 0
        var linesConsumed = 0
        var failure: TextFailure?
    }

    func run() throws(Violation) {
        let whole = try read(chunk: 1 << 20, piece: 1 << 20)
        let pieces = try read(chunk: chunkBytes, piece: pieceBytes)
        guard whole.failure == nil, pieces.failure == nil, let text = decoded else {
            // How far a file is read before it fails depends on the chunk; that it fails does not.
            try require(
                whole.failure != nil && pieces.failure != nil,
                "failure \(whole.failure.map(String.init(describing:)) ?? "none") as a whole, "
                    + "\(pieces.failure.map(String.init(describing:)) ?? "none") in pieces")
            return
        }
        try require(whole.rows == pieces.rows, "rows differ: \(whole.rows) and \(pieces.rows)")
        try require(
            whole.counts == pieces.counts, "lines differ: \(whole.counts) and \(pieces.counts)")
        let lines = PlainReader.lines(of: text)
        let spanned = whole.rows.reduce(0) { $0 + $1.lineCount }
        try require(
            whole.counts.total + spanned == lines,
            "\(lines) lines, accounted for \(whole.counts) and \(spanned) in records")
        guard let cells = whole.headerCells else { return }
        try compare(whole, text, cells: cells)
        try repair(whole.rows, text, cells: cells)
    }

    private func compare(_ seen: Reading, _ text: [UInt8], cells: Int) throws(Violation) {
        let plain = PlainReader(
            text, from: seen.firstRecord, line: seen.linesConsumed + 1, dialect: dialect,
            cellCount: cells)
        let columns = hasHeader || wanted.isEmpty ? Array(0..<cells) : wanted
        let expected = plain.rows.map { row in
            var row = row
            if row.fault == .none { row.values = columns.map { $0 < 0 ? [] : row.values[$0] } }
            return row
        }
        if seen.rows != expected {
            let place = zip(seen.rows, expected).prefix { $0 == $1 }.count
            throw Violation(
                "row \(place + 1) is \(String(describing: seen.rows.dropFirst(place).first)), "
                    + "expected \(String(describing: expected.dropFirst(place).first)) in \(dialect)"
            )
        }
        try require(
            seen.counts.footer == plain.footerLines,
            "footer \(seen.counts.footer), expected \(plain.footerLines)")
    }

    /// The text as the decoder gives it in one piece; nil where it is none.
    private var decoded: [UInt8]? {
        var decoder = TextDecoder(encoding: dialect.encoding)
        var text: [UInt8] = []
        do {
            try decoder.decode(file, into: &text)
            try decoder.finish(into: &text)
        } catch {
            return nil
        }
        return text
    }

    private func repair(
        _ rows: [PlainReader.Row], _ text: [UInt8], cells: Int
    ) throws(Violation) {
        let repair = RecordRepair(dialect, cellCount: cells)
        for row in rows.filter({ $0.fault == .cellCount || $0.fault == .quoting }).prefix(4) {
            let mended = repair.repair(Array(text[row.place]))
            try require(
                mended.map { $0.count == cells } ?? true, "repaired to another number of cells")
        }
    }

    private func read(chunk: Int, piece: Int) throws(Violation) -> Reading {
        var seen = Reading()
        var place = 0
        var reader = CSVReader(dialect: dialect, chunkBytes: chunk) { [file] output in
            let end = min(place + piece, file.count)
            output.append(contentsOf: file[place..<end])
            place = end
            return place < file.count
        }
        do {
            var columns = wanted
            if hasHeader {
                let layout = try reader.readHeader()
                seen.headerCells = layout?.header.count
                seen.firstRecord = layout?.firstRecordOffset ?? 0
                seen.linesConsumed = layout?.linesConsumed ?? 0
                columns = []
            } else {
                try reader.expect(cells: cellCount)
                seen.headerCells = cellCount
            }
            if columns.isEmpty { columns = Array(0..<(seen.headerCells ?? 0)) }
            var line: Int?
            while let batch = try reader.next(cells: columns) {
                // Without a header nothing says before the first batch where records begin.
                if line == nil, !hasHeader {
                    seen.firstRecord = batch.byteOffset
                    seen.linesConsumed = reader.counts.preamble
                }
                let before = line ?? seen.linesConsumed
                try append(batch, linesBefore: before, to: &seen)
                line = before + batch.lineCount
            }
            if line == nil, !hasHeader { seen.headerCells = nil }
        } catch let failure as TextFailure {
            seen.failure = failure
        } catch let violation as Violation {
            throw violation
        } catch {
            throw Violation("\(error)")
        }
        seen.counts = reader.counts
        return seen
    }

    private func append(
        _ batch: borrowing RawBatch, linesBefore: Int, to seen: inout Reading
    ) throws(Violation) {
        let (padding, length) = (RawBatch.padding, batch.textLength)
        try require(batch.bytes.count >= length + padding, "a batch without padding")
        try require(
            batch.bytes[length..<length + padding].allSatisfy { $0 == 0 }, "padding with text")
        try require(
            batch.fields.count == batch.rows.count * batch.columnCount, "rows without all fields")
        var last = 0
        for (number, row) in batch.rows.enumerated() {
            let place = Int(row.start)..<Int(row.end)
            try require(place.lowerBound >= last && place.upperBound <= length, "rows overlap")
            try require(
                batch.bytes[last..<place.lowerBound].allSatisfy { $0 == 0x0A || $0 == 0x0D }
                    || number > 0 && batch.rows[number - 1].fault == .tooLong,
                "text between rows")
            last = place.upperBound
            var values: [[UInt8]] = []
            for column in 0..<batch.columnCount {
                let field = batch.field(row: number, column: column)
                if row.fault == .none {
                    values.append(
                        batch.text(field, quote: dialect.quote ?? 0, escape: dialect.escape))
                } else {
                    try require(field.isAbsent, "a faulted row with a field")
                }
            }
            seen.rows.append(
                PlainReader.Row(
                    line: linesBefore + Int(row.line) + 1, lineCount: Int(row.lineCount),
                    place: batch.byteOffset + place.lowerBound..<batch.byteOffset
                        + place.upperBound, fault: row.fault, cells: Int(row.cells), values: values)
            )
        }
    }
}
