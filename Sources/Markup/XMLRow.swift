/// What is to be said of one record as a whole.
package struct XMLRow: Sendable, BitwiseCopyable, Equatable {
    /// Where the `<` of its start tag stands, from 1.
    package var line: UInt32
    /// In characters, from 1.
    package var column: UInt32
    /// Of the fields that have a path, those that are there.
    package var presentFields: UInt32
    /// Elements that no path leads to, below the record or below an element on a path; what
    /// they contain is not counted again. At most 65,535.
    package var unknownFields: UInt16
    /// Elements and attributes that came again in the same record and were passed over: the
    /// first stands. At most 65,535.
    package var repeatedFields: UInt16

    package init(
        line: UInt32, column: UInt32, presentFields: UInt32 = 0, unknownFields: UInt16 = 0,
        repeatedFields: UInt16 = 0
    ) {
        self.line = line
        self.column = column
        self.presentFields = presentFields
        self.unknownFields = unknownFields
        self.repeatedFields = repeatedFields
    }
}
