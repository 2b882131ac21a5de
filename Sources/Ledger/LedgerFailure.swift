/// The book of an output tree cannot be used.
package struct LedgerFailure: Error, Hashable, CustomStringConvertible {
    package enum Kind: Sendable {
        /// It is no book, or its pages do not hold together.
        case damaged
        /// A later version of this program has changed its form.
        case newer
        /// It has not yet this program's form, and is open for reading only.
        case older
        /// The disk or the rights refuse it.
        case unusable
    }

    package let kind: Kind
    package let path: String
    package let reason: String

    package var description: String { "\(path): \(reason)" }
}
