/// Records found so far, as flat arrays in document order.
package struct XMLRecords: Sendable, Equatable {
    /// The text of all fields, UTF-8, references and CDATA resolved, line ends as LF.
    package var text: [UInt8]
    /// Row by row, in each row one per path, in the order of the paths.
    ///
    /// - Invariant: `fields.count` is `rows.count` times the number of paths.
    package var fields: [XMLField]
    package var rows: [XMLRow]

    package init() {
        text = []
        fields = []
        rows = []
    }
}
