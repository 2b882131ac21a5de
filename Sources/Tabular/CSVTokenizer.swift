package import Batches

/// Cuts delimited text into records and cells, at about the speed at which memory is read.
///
/// Advice to maintainers. The borders of records must be a function of the file's bytes alone,
/// never of where a chunk ends. So every decision below waits until the bytes it rests on are there
/// (`Outcome.incomplete`), and no decision rests on a byte more than `recordBytes` behind the
/// record's first, except where the record's first line ends. Whoever adds a rule must ask: with
/// fewer bytes in the text, would this say `incomplete` or the same? The tests cut small files at
/// every byte and compare with a slow reader; extend both together.
///
/// A block of 64 bytes becomes one word with a bit per delimiter, CR and LF, whatever the quotes; a
/// quoted field is walked by itself, and the bits are taken up again behind it. Text is followed by
/// at least ``RawBatch/padding`` zero bytes, so whole words are loaded without looking.
package struct CSVTokenizer: Sendable {
    let dialect: CSVDialect
    let cellCount: Int
    /// The cell of each column, `cellCount` for one that is absent; and one more, to be never
    /// empty.
    private let slots: [Int]
    /// The column of each cell, the column count for one that nobody wants; then the absent columns.
    private let plainSlots: [Int]
    let absentCount: Int
    /// Whether records without anything unusual can be cut straight into their columns: no two columns
    /// share a cell, a delimiter is one byte, and a quote inside a field is none of its concern.
    let hasPlainRecords: Bool

    /// - Parameters: - dialect: How the file is written. - cellCount: Cells of the header, at least
    ///   1: what every record must have. - cells: Wanted cell per plan column, in plan order, below
    ///   `cellCount`; several columns may
    ///     share one. A negative one is absent in every row.
    package init(dialect: CSVDialect, cellCount: Int, cells: [Int]) {
        precondition(cellCount >= 1 && cells.allSatisfy { $0 < cellCount })
        precondition(dialect.recordLines >= 1 && dialect.recordBytes >= 1)
        let reserved: [UInt8?] = [dialect.quote, UInt8(ascii: "\r"), UInt8(ascii: "\n"), 0]
        precondition(!dialect.delimiter.isEmpty)
        precondition(dialect.delimiter.allSatisfy { !reserved.contains($0) })
        self.dialect = dialect
        self.cellCount = cellCount
        slots = cells.map { $0 < 0 ? cellCount : $0 } + [cellCount]
        var columns = Array(repeating: cells.count, count: cellCount)
        for (column, cell) in cells.enumerated() where cell >= 0 { columns[cell] = column }
        let absent = cells.indices.filter { cells[$0] < 0 }
        plainSlots = columns + absent
        absentCount = absent.count
        let present = cells.filter { $0 >= 0 }
        hasPlainRecords =
            dialect.delimiter.count == 1 && Set(present).count == present.count
            && !(dialect.refusesBareQuotes && dialect.quote != nil)
    }

    var columnCount: Int { slots.count - 1 }

    /// The escape, unless it is the quote itself, which only doubles.
    var ownEscape: UInt8? { dialect.escape == dialect.quote ? nil : dialect.escape }

    /// Bytes from a record's first that always suffice to place it, unless its first line is
    /// longer.
    var decidingBytes: Int {
        dialect.recordBytes + 2 + max(dialect.delimiter.count, dialect.footerPrefix?.count ?? 0)
    }

    /// Cuts records out of the batch's text and appends them to its rows and fields.
    ///
    /// - Parameters: - batch: Text with its padding; `columnCount` is set, `lineCount` is added to.
    ///   - start: A record's first byte. - isLast: Whether the file ends where the text does. When
    ///   it does not, cutting stops before
    ///     the first record that could still continue behind the text.
    /// - Returns: Index of the first byte not consumed: the text's length, an incomplete record or
    ///   the footer.
    package func tokenize(into batch: inout RawBatch, from start: Int, isLast: Bool) -> Int {
        tokenize(into: &batch, from: start, isLast: isLast, mostRows: .max)
    }

    func tokenize(
        into batch: inout RawBatch, from start: Int, isLast: Bool, mostRows: Int
    ) -> Int {
        precondition(batch.bytes.count >= batch.textLength + RawBatch.padding)
        precondition(start >= 0 && start <= batch.textLength && batch.textLength < 1 << 31)
        batch.columnCount = columnCount
        // Moved out, so that the arrays are not reached through the batch in the loop.
        var rows = batch.rows
        var fields = batch.fields
        batch.rows = []
        batch.fields = []
        var lines = batch.lineCount
        let length = batch.textLength
        let position = unsafe batch.bytes.withUnsafeBufferPointer { text in
            unsafe withPlaces { wanted, plainSlots in
                unsafe withUnsafeTemporaryAllocation(
                    of: FieldSlice.self, capacity: cellCount + 1
                ) { table in
                    unsafe table.initialize(repeating: .absent)
                    guard let text = text.baseAddress, let table = table.baseAddress
                    else { return start }
                    var cutter = unsafe RecordCutter(
                        plan: self, isLast: isLast,
                        scanner: ByteScanner(text: text, length: length, plan: self),
                        table: table, wanted: wanted, plainSlots: plainSlots, from: start,
                        line: lines)
                    cutter.cutAll(rows: &rows, fields: &fields, mostRows: mostRows)
                    lines = cutter.line
                    return cutter.position
                }
            }
        }
        batch.rows = rows
        batch.fields = fields
        batch.lineCount = lines
        return position
    }

    private func withPlaces(
        _ body: (_ wanted: UnsafePointer<Int>, _ plain: UnsafePointer<Int>?) -> Int
    ) -> Int {
        unsafe slots.withUnsafeBufferPointer { wanted in
            unsafe plainSlots.withUnsafeBufferPointer { plain in
                guard let wanted = wanted.baseAddress else {
                    preconditionFailure("there is a slot more than columns")
                }
                return unsafe body(wanted, plain.baseAddress)
            }
        }
    }
}
