package import Batches

/// Reads a delimited file as batches of records, holding about one chunk of it at a time.
///
/// It pulls the file's bytes from a closure, so that plain, compressed and made-up files are alike.
/// Whatever the pieces pulled and the size of a chunk, the records, their lines and faults are the
/// same; only how many of them come together differs.
package struct CSVReader: ~Copyable {
    private let dialect: CSVDialect
    private let chunkBytes: Int
    private let pull: (inout [UInt8]) throws -> Bool
    private var decoder: TextDecoder
    private var raw: [UInt8] = []
    /// Decoded text not yet given out, and its place in the decoded file.
    private var text: [UInt8] = []
    private var textOffset = 0
    private var isDrained = false
    private var headerCells = 0

    /// Lines so far that belong to no record.
    package private(set) var counts = LineCounts()

    /// - Parameters: - dialect: How the file is written. - chunkBytes: Least bytes of text per
    ///   batch, save the last; at least 1. A batch is longer by
    ///     up to one piece pulled, and for a record that needs it by up to twice `recordBytes`.
    ///   - pull: Appends some bytes of the file; false at its end.
    package init(
        dialect: CSVDialect, chunkBytes: Int = 1 << 20,
        pull: @escaping (inout [UInt8]) throws -> Bool
    ) {
        precondition(chunkBytes >= 1)
        self.dialect = dialect
        self.chunkBytes = chunkBytes
        self.pull = pull
        decoder = TextDecoder(encoding: dialect.encoding)
    }

    /// Reads up to the header's end; to be called once, before ``next(cells:)``.
    ///
    /// - Returns: Nil when the file ends before a header.
    /// - Throws: ``TextFailure`` when there is no readable header, or what the closure throws.
    package mutating func readHeader() throws -> CSVLayout? {
        precondition(headerCells == 0)
        counts.preamble = try skipLines(dialect.preambleLines)
        var plain = dialect
        plain.footerPrefix = nil
        plain.blankLines = .skip
        // One cell is expected, to learn how many there are.
        guard let found = try cutHeader(CSVTokenizer(dialect: plain, cellCount: 1, cells: [])),
            let cells = found.rows.first?.cells
        else { return nil }
        let count = max(1, Int(cells))
        let tokenizer = CSVTokenizer(dialect: plain, cellCount: count, cells: Array(0..<count))
        guard let batch = try cutHeader(tokenizer), let row = batch.rows.first else { return nil }
        switch row.fault {
        case .none: break
        case .tooLong: throw headerFailure(.headerTooLong, in: batch)
        case .encoding: throw headerFailure(.headerEncoding, in: batch)
        default: throw headerFailure(.headerQuoting, in: batch)
        }
        var header = batch.fields.map { field in
            headerName(batch.text(field, quote: dialect.quote ?? 0, escape: dialect.escape))
        }
        if dialect.trailingDelimiters {
            while header.count > 1, header.last == "" { header.removeLast() }
        }
        consume(batch.textLength)
        headerCells = header.count
        let headerLine = counts.total + Int(row.line) + 1
        counts.header = Int(row.lineCount)
        counts.blank += batch.lineCount - counts.header
        return CSVLayout(
            header: header, headerLine: headerLine, linesConsumed: counts.total,
            firstRecordOffset: textOffset)
    }

    /// Stands in for ``readHeader()`` in files that have none.
    ///
    /// - Returns: The number of cells of the first record, which every record must have; nil for an empty file.
    package mutating func measureCells() throws -> Int? {
        precondition(headerCells == 0)
        counts.preamble = try skipLines(dialect.preambleLines)
        guard let found = try cutHeader(CSVTokenizer(dialect: dialect, cellCount: 1, cells: [])),
            let row = found.rows.first
        else { return nil }
        headerCells = max(1, Int(row.cells))
        return headerCells
    }

    /// Stands in for ``readHeader()`` where the number of cells is known: a header is a record like the others.
    package mutating func expect(cells: Int) throws {
        precondition(headerCells == 0 && cells >= 1)
        counts.preamble = try skipLines(dialect.preambleLines)
        headerCells = cells
    }

    /// Reads the next batch.
    ///
    /// - Parameter cells: Wanted cell per column, as the tokenizer takes them.
    /// - Returns: A batch with at least one line, blank ones perhaps; nil at the end.
    /// - Throws: ``TextFailure``, or what the closure throws.
    package mutating func next(cells: [Int]) throws -> RawBatch? {
        guard let batch = try nextChunk(cells: cells)?.cut() else { return nil }
        book(batch)
        return batch
    }

    /// Reads text up to a record's end, at about ``chunkBytes``.
    ///
    /// - Parameter cells: Wanted cell per column, as the tokenizer takes them.
    /// - Returns: A chunk to be cut and then booked; nil at the end.
    /// - Throws: ``TextFailure``, or what the closure throws.
    package mutating func nextChunk(cells: [Int]) throws -> CSVChunk? {
        guard headerCells > 0 else { return nil }
        let tokenizer = CSVTokenizer(dialect: dialect, cellCount: headerCells, cells: cells)
        var wanted = chunkBytes
        while true {
            try fill(wanted)
            guard !text.isEmpty else { return nil }
            if let end = lastCertainEnd {
                var batch = takeText()
                split(&batch, at: end)
                return CSVChunk(batch, tokenizer: tokenizer)
            }
            var batch = takeText()
            let end = tokenizer.tokenize(into: &batch, from: 0, isLast: isDrained)
            if end > 0 {
                split(&batch, at: end)
                return CSVChunk(batch, tokenizer: nil)
            }
            restore(&batch)
            if isFooter {
                counts.footer += try skipLines(.max)
                return nil
            }
            if text.count > tokenizer.decidingBytes {
                return CSVChunk(try takeLongLine(columns: cells.count), tokenizer: nil)
            }
            // Doubled, so that a long record in small chunks is not cut over and over.
            wanted = max(2 * wanted, text.count + 1)
        }
    }

    /// Counts the lines of a batch that was cut; to be called once for each, before ``counts`` are read.
    package mutating func book(_ batch: borrowing RawBatch) {
        counts.blank += batch.lineCount - batch.recordLineCount
    }

    /// The last place in the text that is a record's end whatever stands before it; nil where only cutting
    /// the records tells.
    ///
    /// A line end is one when no record may span lines or no field can be quoted.
    private var lastCertainEnd: Int? {
        guard dialect.footerPrefix == nil else { return nil }
        if dialect.recordLines > 1, let quote = dialect.quote, ByteSearch.contains(quote, in: text)
        {
            return nil
        }
        return text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }

    private var isFooter: Bool {
        guard let prefix = dialect.footerPrefix, !prefix.isEmpty else { return false }
        return text.starts(with: prefix)
    }
}

extension CSVReader {
    /// Pulls until there are `count` bytes of text, or all there is.
    private mutating func fill(_ count: Int) throws {
        // Room for the pieces that make the chunk full and for what stands behind its text.
        text.reserveCapacity(count + count / 4 + RawBatch.padding)
        while text.count < count, !isDrained {
            if decoder.passesBytes {
                let before = text.count
                if try !pull(&text) {
                    isDrained = true
                    try decoder.finish(into: &text)
                }
                try decoder.pass(text, from: before)
                continue
            }
            raw.removeAll(keepingCapacity: true)
            let goesOn = try pull(&raw)
            try decoder.decode(raw, into: &text)
            if !goesOn {
                isDrained = true
                try decoder.finish(into: &text)
            }
        }
    }

    private mutating func consume(_ count: Int) {
        text.removeFirst(count)
        textOffset += count
    }

    /// Moves the text out into a batch, padded.
    private mutating func takeText() -> RawBatch {
        var bytes: [UInt8] = []
        swap(&bytes, &text)
        let length = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: RawBatch.padding))
        return RawBatch(bytes: bytes, textLength: length, byteOffset: textOffset)
    }

    /// Moves the text back from a batch that got no record out of it.
    private mutating func restore(_ batch: inout RawBatch) {
        swap(&text, &batch.bytes)
        text.removeLast(RawBatch.padding)
    }

    /// Keeps what the batch does not use, and puts zeros in its place.
    private mutating func split(_ batch: inout RawBatch, at end: Int) {
        text.reserveCapacity(max(chunkBytes, batch.bytes.count) + RawBatch.padding)
        text.append(contentsOf: batch.bytes[end..<batch.textLength])
        batch.bytes.removeLast(batch.bytes.count - end)
        batch.bytes.append(contentsOf: repeatElement(0, count: RawBatch.padding))
        batch.textLength = end
        textOffset += end
    }

    /// Drops lines from the text and the file behind it; gives the number there were.
    private mutating func skipLines(_ lines: Int) throws -> Int {
        guard lines > 0 else { return 0 }
        var skipper = LineSkipper(lines: lines)
        while true {
            try fill(1)
            guard !text.isEmpty else { return skipper.lines }
            consume(skipper.skip(text, from: 0))
            if skipper.isDone { return skipper.lines }
        }
    }

    /// Gives the first line's first bytes as a faulted row, and drops the line.
    private mutating func takeLongLine(columns: Int) throws -> RawBatch {
        let kept = dialect.recordBytes
        var batch = RawBatch(
            text: text[..<kept], columnCount: columns, byteOffset: textOffset)
        batch.fields = Array(repeating: .absent, count: columns)
        batch.rows = [RowOrigin(line: 0, start: 0, end: UInt32(kept), fault: .tooLong)]
        batch.lineCount = try skipLines(1)
        return batch
    }

    /// Cuts one record without consuming it; nil when the file has none.
    private mutating func cutHeader(_ tokenizer: CSVTokenizer) throws -> RawBatch? {
        var wanted = min(chunkBytes, 4096)
        while true {
            try fill(wanted)
            guard !text.isEmpty else { return nil }
            var batch = RawBatch(text: text, columnCount: 0, byteOffset: textOffset)
            let end = tokenizer.tokenize(into: &batch, from: 0, isLast: isDrained, mostRows: 1)
            if !batch.rows.isEmpty {
                batch.textLength = end
                return batch
            }
            // Blank lines alone.
            consume(end)
            counts.blank += batch.lineCount
            if text.count > tokenizer.decidingBytes {
                throw TextFailure(kind: .headerTooLong, byteOffset: textOffset)
            }
            wanted = max(text.count * 2, 1)
        }
    }

    private func headerFailure(_ kind: TextFailure.Kind, in batch: RawBatch) -> TextFailure {
        TextFailure(kind: kind, byteOffset: batch.byteOffset + Int(batch.rows.first?.start ?? 0))
    }

    private func headerName(_ bytes: [UInt8]) -> String {
        let name = Substring(decoding: bytes, as: UTF8.self)
        let blanks: Set<Character> = [" ", "\t", "\u{A0}"]
        let tail = name.drop { blanks.contains($0) }
        let count = tail.reversed().prefix { blanks.contains($0) }.count
        return String(tail.dropLast(count))
    }
}
