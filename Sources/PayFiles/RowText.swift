/// Records of cells as machines exchange them: RFC 4180, comma, LF, quotes only where a cell needs them.
///
/// There is one way to write a record, so whatever reads differently was not written by us.
enum RowText {
    static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        guard cell.utf8.contains(where: isSpecial) else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// A record as it stands in a file.
    struct Record {
        let cells: [String]
        /// From 1.
        let line: Int
        let bytes: Range<Int>
    }

    /// Cuts bytes into records; a quote that is never closed, and a last line without its end, make one too.
    static func records(_ bytes: [UInt8]) -> [Record] {
        var records: [Record] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var (line, start, firstLine) = (1, 0, 1)
        func take() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        for (place, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            switch byte {
            case UInt8(ascii: "\""):
                // The second of two quotes inside quotes opens them again and stands for one.
                if !isQuoted, place > start, bytes[place - 1] == byte { cell.append(byte) }
                isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: take()
            case UInt8(ascii: "\n") where !isQuoted:
                take()
                records.append(Record(cells: cells, line: firstLine, bytes: start..<place + 1))
                cells.removeAll(keepingCapacity: true)
                (start, firstLine) = (place + 1, line)
            default: cell.append(byte)
            }
        }
        if start < bytes.count {
            take()
            records.append(Record(cells: cells, line: firstLine, bytes: start..<bytes.count))
        }
        return records
    }

    /// Whether a record stands in the file as ``append(_:to:)`` would write it.
    static func isCanonical(_ record: Record, in bytes: [UInt8]) -> Bool {
        var written: [UInt8] = []
        append(record.cells, to: &written)
        return written.elementsEqual(bytes[record.bytes])
    }
}
