/// Where the text of one field of one record lies.
///
/// The row loops of other modules read the two stored words themselves.
package struct XMLField: Sendable, BitwiseCopyable, Equatable {
    /// Bytes from the start of ``XMLRecords/text``; `UInt32.max` when the field's element or
    /// attribute is not there at all. An empty one is.
    package var start: UInt32
    /// Bytes of UTF-8; 0 when the field is empty or absent.
    package var byteCount: UInt32

    package init(start: UInt32, byteCount: UInt32) {
        self.start = start
        self.byteCount = byteCount
    }

    /// Whether its element or attribute is there at all.
    package var isPresent: Bool { start != .max }

    /// The field that is not there.
    package static var absent: XMLField { XMLField(start: .max, byteCount: 0) }
}
