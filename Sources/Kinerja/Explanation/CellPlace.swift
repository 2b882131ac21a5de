internal import Batches

/// Where a cell stands in its record, and what it says.
struct CellPlace {
    let batch: RawBatch
    let row: Int
    private let column: Int?

    /// `column`: Of the plan; `nil` for the whole row, which in a pivot is a cell too.
    init(batch: RawBatch, row: Int, column: Int?) {
        self.batch = batch
        self.row = row
        self.column = batch.pivot.map { $0.placed(column) } ?? column
    }

    /// 1-based character of the cell in its physical line; 0 for a whole row or a cell that is not in the file.
    var character: Int {
        guard let column else { return 0 }
        let field = batch.field(row: row, column: column)
        if !batch.fieldPlaces.isEmpty {
            return Int(batch.fieldPlaces[row * batch.columnCount + column] & 0xFFFF_FFFF)
        }
        let origin = batch.rows[row]
        guard !field.isAbsent, field.offset >= origin.start, field.offset <= origin.end else {
            return 0
        }
        let before = batch.bytes[Int(origin.start)..<Int(field.offset)]
        let lineStart = before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 }
        let piece = before[(lineStart ?? before.startIndex)...]
        // Continuation bytes of UTF-8 are no characters of their own.
        return piece.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    /// 1-based physical line of the cell, given that of the record; the record's own where the cell has no place.
    func line(from recordLine: Int) -> Int {
        guard let column else { return recordLine }
        if !batch.fieldPlaces.isEmpty {
            let line = Int(batch.fieldPlaces[row * batch.columnCount + column] >> 32)
            return line == 0 ? recordLine : line
        }
        let origin = batch.rows[row]
        let field = batch.field(row: row, column: column)
        guard !field.isAbsent, field.offset >= origin.start, field.offset <= origin.end else {
            return recordLine
        }
        var breaks = 0
        var last: UInt8 = 0
        for byte in batch.bytes[Int(origin.start)..<Int(field.offset)] {
            if byte == 0x0D || (byte == 0x0A && last != 0x0D) { breaks += 1 }
            last = byte
        }
        return recordLine + breaks
    }

    /// Bytes of a cell or line that a reject shows; a record may have a million.
    static let excerptBytes = 4_096

    /// The beginning of a long text.
    static func excerpt(of text: String) -> String {
        guard text.utf8.count > excerptBytes else { return text }
        var bytes = text.utf8.prefix(excerptBytes)
        // Not within a character.
        while let last = bytes.last, last & 0xC0 == 0x80 { bytes = bytes.dropLast() }
        if let last = bytes.last, last >= 0xC0 { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self) + "…"
    }

    func text(ofColumn column: Int) -> String {
        String(decoding: batch.plainText(batch.field(row: row, column: column)), as: UTF8.self)
    }

    /// The record's text as it stands, without its line end; for XML its fields.
    var line: String {
        let origin = batch.rows[row]
        guard origin.end > origin.start else {
            let fields = (0..<batch.columnCount).map { text(ofColumn: $0) }
            return fields.filter { !$0.isEmpty }.joined(separator: " | ")
        }
        let bytes = batch.bytes[Int(origin.start)..<Int(origin.end)]
        return String(decoding: bytes, as: UTF8.self)
    }
}
