/// One field of one record: where its text lies in the arena, and where it stood in the document.
package struct XMLField: Sendable, Equatable {
    /// Bytes from the start of ``XMLRecords/text``.
    package var offset: Int
    /// Bytes of UTF-8; 0 when the field is empty or absent.
    package var length: Int
    /// Whether its element or attribute is there at all; an empty one is.
    package var present: Bool
    /// Where the tag that holds it begins, from 1; the record's own place where it is absent.
    package var line: UInt32
    /// In characters, from 1.
    package var column: UInt32

    package init(offset: Int, length: Int, present: Bool, line: UInt32, column: UInt32) {
        self.offset = offset
        self.length = length
        self.present = present
        self.line = line
        self.column = column
    }
}
