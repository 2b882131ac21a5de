/// Writes cells as RFC 4180 says, with LF as the line end and quotes only where they are needed.
///
/// A record of one empty cell would be a blank line, which readers skip: it is written `""`.
package struct CSVWriter: Sendable {
    private let delimiter: UInt8
    /// By column: whether a cell that a spreadsheet would take for a formula gets an apostrophe.
    private let isGuarded: [Bool]

    /// - Parameters:
    ///   - delimiter: The byte between cells.
    ///   - spreadsheetSafe: By column: whether an apostrophe is put before a cell that a
    ///     spreadsheet would take for a formula. False for numbers, whose sign must stay a sign,
    ///     and for machines.
    package init(delimiter: UInt8, spreadsheetSafe: [Bool]) {
        precondition(!spreadsheetSafe.isEmpty)
        self.delimiter = delimiter
        isGuarded = spreadsheetSafe
    }

    /// Appends the records whose cells a block holds, one below the other.
    ///
    /// - Parameters:
    ///   - block: Whole columns of equal length, one for each column of the writer.
    ///   - bytes: The output.
    package func append(_ block: borrowing CellBlock, to bytes: inout [UInt8]) {
        let width = isGuarded.count
        precondition(block.textColumns.count == width && block.cellCount % width == 0)
        let rows = block.cellCount / width
        var kinds: [Cell] = []
        for (column, isText) in block.textColumns.enumerated() {
            let cells = column * rows..<(column + 1) * rows
            let isPlain = !isText || !(isGuarded[column] || needsQuotes(cells, of: block))
            kinds.append(isPlain ? .plain : isGuarded[column] ? .guarded : .text)
        }
        let most = unsafe 2 * Int(block.starts[block.cellCount]) + 4 * block.cellCount
        bytes.append(addingCapacity: most + CellBlock.slack) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, count in
                guard let start = buffer.baseAddress else { return }
                var target = unsafe UnsafeMutableRawPointer(start) + count
                for row in 0..<rows {
                    unsafe appendRecord(row, of: block, rows: rows, kinds: kinds, to: &target)
                }
                count = unsafe target - UnsafeMutableRawPointer(start)
            }
        }
    }

    private enum Cell {
        /// Known to need nothing.
        case plain
        case text
        case guarded
    }

    private func appendRecord(
        _ row: Int, of block: borrowing CellBlock, rows: Int, kinds: [Cell],
        to target: inout UnsafeMutableRawPointer
    ) {
        let first = unsafe target
        var cell = row
        for kind in kinds {
            let start = unsafe Int(block.starts[cell])
            let text = unsafe UnsafeRawBufferPointer(
                start: block.storage + start, count: Int(block.starts[cell + 1]) - start)
            switch kind {
            case .plain: unsafe Self.copy(text, to: &target)
            case .text: unsafe appendCell(text, isGuarded: false, to: &target)
            case .guarded: unsafe appendCell(text, isGuarded: true, to: &target)
            }
            unsafe target.storeBytes(of: delimiter, as: UInt8.self)
            unsafe target += 1
            cell += rows
        }
        if kinds.count == 1, unsafe target - first == 1 {
            unsafe first.storeBytes(of: Self.quote, as: UInt8.self)
            unsafe target.storeBytes(of: Self.quote, as: UInt8.self)
            unsafe target += 2
        }
        unsafe (target - 1).storeBytes(of: Self.lineFeed, as: UInt8.self)
    }

    private func appendCell(
        _ cell: UnsafeRawBufferPointer, isGuarded: Bool,
        to target: inout UnsafeMutableRawPointer
    ) {
        let isFormula = unsafe isGuarded && !cell.isEmpty && Self.isFormulaStart(cell[0])
        let isQuoted = unsafe !isPlain(cell)
        guard isQuoted || isFormula else { return unsafe Self.copy(cell, to: &target) }
        if isQuoted { unsafe Self.put(Self.quote, to: &target) }
        if isFormula { unsafe Self.put(Self.apostrophe, to: &target) }
        for place in cell.indices {
            let byte = unsafe cell[place]
            unsafe Self.put(byte, to: &target)
            if byte == Self.quote { unsafe Self.put(byte, to: &target) }
        }
        if isQuoted { unsafe Self.put(Self.quote, to: &target) }
    }

    /// Copies by whole words what is short, as most cells are; see ``CellBlock/slack``.
    @inline(__always)
    private static func copy(
        _ cell: UnsafeRawBufferPointer, to target: inout UnsafeMutableRawPointer
    ) {
        guard let source = cell.baseAddress else { return }
        if cell.count <= 24 {
            let first = unsafe source.loadUnaligned(as: UInt64.self)
            let second = unsafe source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            let third = unsafe source.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
            unsafe target.storeBytes(of: first, as: UInt64.self)
            unsafe target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
            unsafe target.storeBytes(of: third, toByteOffset: 16, as: UInt64.self)
        } else {
            unsafe target.copyMemory(from: source, byteCount: cell.count)
        }
        unsafe target += cell.count
    }

    @inline(__always)
    private static func put(_ byte: UInt8, to target: inout UnsafeMutableRawPointer) {
        unsafe target.storeBytes(of: byte, as: UInt8.self)
        unsafe target += 1
    }

    private func needsQuotes(_ cells: Range<Int>, of block: borrowing CellBlock) -> Bool {
        let start = unsafe Int(block.starts[cells.lowerBound])
        let count = unsafe Int(block.starts[cells.upperBound]) - start
        return unsafe !isPlain(UnsafeRawBufferPointer(start: block.storage + start, count: count))
    }

    /// Whether no byte asks for quotes, eight bytes at a time.
    private func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let start = text.baseAddress else { return true }
        var found: UInt64 = 0
        var place = 0
        while place + 8 <= text.count {
            found |= specials(unsafe start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        if place < text.count {
            // The bytes behind the text are shifted out, and zeros come in.
            let rest = unsafe start.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            found |= specials(rest.littleEndian &<< UInt64(8 * (8 - (text.count - place))))
        }
        return found == 0
    }

    /// Not zero where one of eight bytes is quote, delimiter, CR or LF.
    private func specials(_ word: UInt64) -> UInt64 {
        Self.places(of: Self.quote, in: word) | Self.places(of: delimiter, in: word)
            | Self.places(of: Self.lineFeed, in: word)
            | Self.places(of: Self.carriageReturn, in: word)
    }

    /// Not zero where one of eight bytes is `byte`: a zero borrows from the bit above it.
    private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & (ones &* 0x80)
    }

    /// Whether a spreadsheet may read on from this byte as a formula (OWASP ASVS 1.2.10).
    private static func isFormulaStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        case UInt8(ascii: "\t"), carriageReturn, 0: true
        default: false
        }
    }

    private static var quote: UInt8 { UInt8(ascii: "\"") }
    private static var apostrophe: UInt8 { UInt8(ascii: "'") }
    private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    private static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
}
