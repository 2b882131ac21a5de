/// Records found so far, as flat arrays in document order.
package struct XMLRecords: Sendable, Equatable {
    /// The text of all fields, UTF-8, references and CDATA resolved, line ends as LF; behind it
    /// the padding that was asked for.
    package var text: [UInt8]
    /// Row by row, in each row one per path, in the order of the paths.
    ///
    /// - Invariant: `fields.count` is `rows.count` times the number of paths.
    package var fields: [XMLField]
    /// For each field line << 32 | column of the tag that holds it, both from 1, the column in
    /// characters; the record's own place where the field is absent, 0 where no path was given.
    package var places: [UInt64]
    package var rows: [XMLRow]

    package init() {
        text = []
        fields = []
        places = []
        rows = []
    }
}
