internal import Batches

/// Cuts records that hold nothing unusual straight into the batch's columns.
///
/// Most records of most exports have no quote, the header's number of cells and a plain line end. The
/// cutter takes a run of those and stops before the first other record, which ``RecordCutter`` judges:
/// no rule stands here that does not stand there.
@safe
struct PlainCutter {
    /// Slot of each cell within a row; the column count, which the next row overwrites, for a cell that
    /// nobody wants; behind them the columns that have no cell.
    private let slots: UnsafePointer<Int>
    private let cellCount: Int
    private let columnCount: Int
    private let absentCount: Int
    private let recordBytes: Int
    private let delimiter: UInt8
    private let quote: UInt16
    private let footerStart: UInt16

    private(set) var scanner: ByteScanner
    private(set) var position: Int
    private(set) var line: Int

    /// - Precondition: `slots` has a slot for each cell of the header and outlives the cutter; the
    ///   dialect's delimiter is one byte, and the text from `position` on is ASCII.
    init(
        plan: CSVTokenizer, scanner: ByteScanner, slots: UnsafePointer<Int>, from position: Int,
        line: Int
    ) {
        unsafe self.slots = unsafe slots
        cellCount = plan.cellCount
        columnCount = plan.columnCount
        absentCount = plan.absentCount
        recordBytes = plan.dialect.recordBytes
        delimiter = plan.dialect.delimiter[0]
        quote = plan.dialect.quote.map(UInt16.init) ?? 256
        footerStart = plan.dialect.footerPrefix?.first.map(UInt16.init) ?? 256
        self.scanner = scanner
        self.position = position
        self.line = line
    }

    /// Cuts at most `most` records; fewer where the next one is unusual or not whole.
    ///
    /// - Precondition: There is room for `most` rows, for their fields and for one field more.
    mutating func cut(
        most: Int, to rows: inout OutputSpan<RowOrigin>, _ fields: inout OutputSpan<FieldSlice>
    ) {
        let width = columnCount
        unsafe rows.withUnsafeMutableBufferPointer { rowBuffer, rowCount in
            unsafe fields.withUnsafeMutableBufferPointer { fieldBuffer, fieldCount in
                guard let rows = rowBuffer.baseAddress, let fields = fieldBuffer.baseAddress
                else { return }
                precondition(rowBuffer.count - rowCount >= most)
                precondition(fieldBuffer.count - fieldCount > most * width)
                let cut = unsafe cut(most: most, rows: rows + rowCount, fields: fields + fieldCount)
                rowCount += cut
                fieldCount += cut * width
            }
        }
    }

    private mutating func cut(
        most: Int, rows: UnsafeMutablePointer<RowOrigin>, fields: UnsafeMutablePointer<FieldSlice>
    ) -> Int {
        var scanner = self.scanner
        scanner.seek(position)
        var start = position
        var line = self.line
        var count = 0
        var row = unsafe fields
        records: while count < most, start < scanner.length {
            if UInt16(scanner[start]) == footerStart { break }
            var from = start
            var cell = 0
            var end = start
            while true {
                end = scanner.takeBit()
                if UInt16(scanner[from]) == quote || cell >= cellCount { break records }
                let slot = unsafe slots[cell]
                unsafe row[slot].offset = UInt32(truncatingIfNeeded: from)
                unsafe row[slot].length = UInt32(truncatingIfNeeded: end &- from)
                cell &+= 1
                from = end &+ 1
                if scanner[end] != delimiter { break }
            }
            guard cell == cellCount, end > start, end &- start <= recordBytes,
                let next = behindLineEnd(at: end, &scanner)
            else { break }
            for place in 0..<absentCount {
                let column = unsafe slots[cellCount &+ place]
                unsafe row[column].offset = .max
                unsafe row[column].length = 0
            }
            unsafe rows[count].line = UInt32(truncatingIfNeeded: line)
            unsafe rows[count].lineCount = 1
            unsafe rows[count].start = UInt32(truncatingIfNeeded: start)
            unsafe rows[count].end = UInt32(truncatingIfNeeded: end)
            unsafe rows[count].cells = UInt32(truncatingIfNeeded: cell)
            unsafe rows[count].fault = .none
            count &+= 1
            line &+= 1
            start = next
            unsafe row += columnCount
        }
        self.scanner = scanner
        position = start
        self.line = line
        return count
    }

    /// Index behind LF or CRLF; nil where the text ends first or a CR stands alone.
    @inline(__always)
    private func behindLineEnd(at place: Int, _ scanner: inout ByteScanner) -> Int? {
        if scanner[place] == UInt8(ascii: "\n") { return place &+ 1 }
        guard place &+ 1 < scanner.length, scanner[place] == UInt8(ascii: "\r"),
            scanner[place &+ 1] == UInt8(ascii: "\n")
        else { return nil }
        scanner.seek(place &+ 2)
        return place &+ 2
    }
}
