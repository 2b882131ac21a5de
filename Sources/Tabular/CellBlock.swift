/// Cells of an output, column by column: all of the first column, then all of the second.
///
/// A table fills a column in one loop over arrays that it looked up once, and ``CSVWriter`` puts
/// the columns together to records. Between the two is one buffer and one list of ends, so that a
/// cell costs no allocation, no reference count and no call through a protocol.
@safe
package struct CellBlock: ~Copyable {
    /// Bytes behind a cell that may be overwritten or read: copies go by whole words.
    static let slack = 32

    /// Cells that were ended.
    package private(set) var cellCount = 0
    /// By column: whether its cells may hold what needs quotes; digits never do.
    private(set) var textColumns: [Bool] = []
    /// The bytes of all cells, one behind the other.
    private(set) var storage: UnsafeMutableRawPointer
    /// Where cell `i` begins; it ends where cell `i + 1` begins.
    let starts: UnsafeMutablePointer<Int32>
    private let cellCapacity: Int
    private var capacity: Int
    private var count = 0
    private var holdsText = false

    /// - Parameter cells: Most cells that will be ended.
    package init(cells: Int) {
        cellCapacity = cells
        capacity = cells * 8 + 4 * Self.slack
        unsafe storage = .allocate(byteCount: capacity, alignment: 8)
        unsafe starts = .allocate(capacity: cells + 1)
        unsafe starts[0] = 0
    }

    deinit {
        unsafe storage.deallocate()
        unsafe starts.deallocate()
    }

    /// Forgets all cells and keeps the room.
    package mutating func removeAll() {
        cellCount = 0
        count = 0
        textColumns.removeAll(keepingCapacity: true)
        holdsText = false
    }

    /// Ends the cell: what is appended next belongs to the cell below it.
    package mutating func endCell() {
        precondition(cellCount < cellCapacity, "a block holds the cells it was made for")
        cellCount += 1
        unsafe starts[cellCount] = Int32(truncatingIfNeeded: count)
    }

    /// Ends the column: the next cell is the first of the next column.
    package mutating func endColumn() {
        textColumns.append(holdsText)
        holdsText = false
    }

    /// Appends UTF-8 to the cell.
    package mutating func append(contentsOf text: Span<UInt8>) {
        reserve(text.count)
        holdsText = true
        unsafe text.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe (storage + count).copyMemory(from: start, byteCount: bytes.count)
        }
        count += text.count
    }

    package mutating func append(contentsOf text: [UInt8]) { append(contentsOf: text.span) }

    package mutating func append(_ text: String) { append(contentsOf: text.utf8.span) }

    /// Appends an integer, or a figure with its point: 980412 at 4 decimals is `98.0412`.
    ///
    /// - Parameters:
    ///   - scaled: The figure times ten to the power `decimals`; any value.
    ///   - decimals: Places after the point, 0...18; at 0 there is no point.
    package mutating func append(figure scaled: Int64, decimals: Int) {
        precondition((0...18).contains(decimals), "a figure has 0...18 decimals")
        reserve(Self.slack)
        if scaled < 0 {
            unsafe storage.storeBytes(of: UInt8(ascii: "-"), toByteOffset: count, as: UInt8.self)
            count += 1
        }
        let magnitude = scaled.magnitude
        if magnitude < 100_000_000, decimals < 8 {
            appendShort(magnitude, decimals: decimals)
        } else {
            appendLong(magnitude, decimals: decimals)
        }
    }

    /// Appends the last `width` digits of `value`, with the zeros in front; `width` is 1...24.
    package mutating func append(digits value: UInt64, width: Int) {
        precondition((1...24).contains(width))
        reserve(2 * Self.slack)
        unsafe DecimalDigits.store(value, in: storage + count)
        unsafe Self.copyWords(from: storage + (count + 24 - width), to: storage + count)
        count += width
    }

    /// Shows the bytes of one cell, counted from the first cell of the first column.
    package func withCell<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        precondition(index < cellCount)
        let (start, end) = unsafe (Int(starts[index]), Int(starts[index + 1]))
        let cell = unsafe UnsafeRawBufferPointer(start: storage + start, count: end - start)
        return unsafe body(cell.bindMemory(to: UInt8.self).span)
    }

    /// Below 10^8 all digits are one word: it is stored, and stored again behind the point.
    private mutating func appendShort(_ magnitude: UInt64, decimals: Int) {
        let digits = DecimalDigits.eight(magnitude)
        let zeros = (digits & 0x0F0F_0F0F_0F0F_0F0F).trailingZeroBitCount / 8
        let width = max(8 - zeros, decimals + 1)
        let word = digits &>> UInt64(8 * (8 - width))
        unsafe storage.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
        count += width
        guard decimals > 0 else { return }
        let whole = width - decimals
        let point = count - decimals
        unsafe storage.storeBytes(of: UInt8(ascii: "."), toByteOffset: point, as: UInt8.self)
        unsafe storage.storeBytes(
            of: (word &>> UInt64(8 * whole)).littleEndian, toByteOffset: point + 1,
            as: UInt64.self)
        count += 1
    }

    private mutating func appendLong(_ magnitude: UInt64, decimals: Int) {
        var width = 1
        var rest = magnitude / 10
        while rest != 0 {
            width += 1
            rest /= 10
        }
        width = max(width, decimals + 1)
        append(digits: magnitude, width: width)
        guard decimals > 0 else { return }
        let point = count - decimals
        unsafe Self.copyWords(from: storage + point, to: storage + (point + 1))
        unsafe storage.storeBytes(of: UInt8(ascii: "."), toByteOffset: point, as: UInt8.self)
        count += 1
    }

    /// Copies 24 bytes, which may overlap.
    private static func copyWords(
        from source: UnsafeMutableRawPointer, to target: UnsafeMutableRawPointer
    ) {
        let first = unsafe source.loadUnaligned(as: UInt64.self)
        let second = unsafe source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        let third = unsafe source.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        unsafe target.storeBytes(of: first, as: UInt64.self)
        unsafe target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
        unsafe target.storeBytes(of: third, toByteOffset: 16, as: UInt64.self)
    }

    private mutating func reserve(_ more: Int) {
        if capacity - count < more + 2 * Self.slack { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, capacity + more + 2 * Self.slack)
        precondition(capacity <= Int(Int32.max), "a block is below 2 GiB")
        let wider = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        unsafe wider.copyMemory(from: storage, byteCount: count)
        unsafe storage.deallocate()
        unsafe storage = unsafe wider
    }
}
