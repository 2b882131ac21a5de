/// Why a row of a sheet is no record as it stands.
package struct SheetFault: Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// An error such as `#REF!`, or a formula that was never computed.
        case cellError = "cell-error"
        /// A number of more whole digits than spreadsheets keep.
        case lostDigits = "lost-digits"
        /// A cell beside the table's columns.
        case cellCount = "cell-count"
        /// A sum or mean between the records.
        case total
        /// The header again.
        case repeatedHeader = "repeated-header"
        /// One cell where records have several.
        case title
    }

    package let kind: Kind
    /// Cell of the record, from 1; nil where it is the row as a whole.
    package let cell: Int?
}
