/// Writes records as RFC 4180 says to the letter: commas, CRLF, quotes where they are needed.
///
/// Cells are written as they are, with no guard against formulas: the output is for machines. A record of one
/// empty cell is `""`, since an empty line is no record.
package struct RecordWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var start = 0
    private var isFirst = true

    package init() {}

    /// Appends a cell to the record in hand.
    package mutating func append(_ cell: [UInt8]) { append(cell[...]) }

    /// Appends a cell to the record in hand. Not generic: a call from another module would not be specialized.
    package mutating func append(_ cell: ArraySlice<UInt8>) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        guard cell.contains(where: Self.needsQuotes) else {
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(Self.quote)
        for byte in cell {
            bytes.append(byte)
            if byte == Self.quote { bytes.append(byte) }
        }
        bytes.append(Self.quote)
    }

    /// Ends the record in hand, which has at least one cell.
    package mutating func endRecord() {
        if bytes.count == start { bytes.append(contentsOf: [Self.quote, Self.quote]) }
        bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
        start = bytes.count
        isFirst = true
    }

    /// Gives away the bytes before `end`, where a record begins; all where none is named.
    package mutating func take(before end: Int? = nil) -> [UInt8] {
        let kept = Array(bytes[(end ?? bytes.count)...])
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        taken.removeLast(kept.count)
        bytes.reserveCapacity(taken.count)
        bytes.append(contentsOf: kept)
        start = bytes.count
        return taken
    }

    /// Takes back the records from `place` on, where one begins.
    package mutating func takeBack(from place: Int) {
        bytes.removeLast(bytes.count - place)
        start = place
    }

    private static var quote: UInt8 { UInt8(ascii: "\"") }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case quote, UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }
}
