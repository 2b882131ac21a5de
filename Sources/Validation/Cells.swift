internal import Batches

/// One column's cells, read where they stand by a loop over the rows.
///
/// Lent for the time of one closure by ``ValidationWork/withCells(_:_:)``.
@safe
struct Cells {
    /// The batch's text with its padding, and the texts that were put behind it.
    private let text: UnsafePointer<UInt8>
    private let byteCount: Int
    private let fields: UnsafePointer<FieldSlice>
    private let stride: Int
    private let faults: UnsafePointer<Int32>

    /// - Precondition: The pointers outlive the cells and hold a field and a fault for every row asked for.
    @unsafe
    init(
        text: UnsafePointer<UInt8>, byteCount: Int, fields: UnsafePointer<FieldSlice>,
        stride: Int, faults: UnsafePointer<Int32>
    ) {
        unsafe self.text = unsafe text
        self.byteCount = byteCount
        unsafe self.fields = unsafe fields
        self.stride = stride
        unsafe self.faults = unsafe faults
    }

    @inline(__always)
    func hasFault(_ row: Int) -> Bool { unsafe faults[row] >= 0 }

    /// Bytes of the cell; above 2³¹ when it holds sequences to be undone, 0 when it is empty or absent.
    @inline(__always)
    func length(_ row: Int) -> Int { unsafe Int(fields[row &* stride].length) }

    @inline(__always)
    func offset(_ row: Int) -> Int { unsafe Int(fields[row &* stride].offset) }

    /// Whether whole words may be read from `place` on, three of them: not from the last text put behind.
    @inline(__always)
    func hasWords(at place: Int) -> Bool { place &+ 24 <= byteCount }

    @inline(__always)
    func byte(_ place: Int) -> UInt8 { unsafe text[place] }

    /// Eight bytes from `place` on, the first one lowest.
    ///
    /// - Precondition: ``hasWords(at:)`` of the cell's place, which this is at most 16 behind.
    @inline(__always)
    func word(_ place: Int) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(text + place).loadUnaligned(as: UInt64.self))
    }

    /// A cell's text for a reader that looks at every byte.
    @inline(__always)
    func withText<Result>(
        _ place: Int, _ count: Int, _ body: (Span<UInt8>) -> Result
    ) -> Result {
        unsafe body(UnsafeBufferPointer(start: text + place, count: count).span)
    }
}

extension ValidationWork {
    /// Lends the cells of a column, which nothing may change meanwhile.
    func withCells<Result>(_ column: Int, _ body: (Cells) -> Result) -> Result? {
        unsafe batch.bytes.withUnsafeBufferPointer { text in
            let byteCount = text.count
            return unsafe batch.fields.withUnsafeBufferPointer { fields in
                unsafe faults.withUnsafeBufferPointer { faults in
                    guard let text = text.baseAddress, let fields = fields.baseAddress,
                        let faults = faults.baseAddress
                    else { return nil }
                    return unsafe body(
                        Cells(
                            text: text, byteCount: byteCount, fields: fields + column,
                            stride: batch.columnCount, faults: faults))
                }
            }
        }
    }
}
