/// Why a record could not be cut into cells.
///
/// A fault is a value beside its row and not an error: the row is rejected, the file goes on.
package enum RecordFault: UInt8, Sendable {
    case none = 0
    /// Another number of cells than the header's.
    case cellCount
    /// A byte other than delimiter or line end after a closing quote, or the end of the file inside
    /// quotes.
    case quoting
    /// More bytes than a record may have.
    case tooLong
    /// More physical lines than a record may span.
    case tooManyLines
    /// Bytes that are not text in the declared encoding.
    case encoding
    /// A line without a byte, where blank lines are not skipped.
    case blank
    /// XML: a field that must be there is not.
    case missingField
    /// XML: a child element that no field names.
    case unknownField
    /// XML: a field that is there twice.
    case repeatedField
}
