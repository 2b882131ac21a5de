package import Diagnostics

/// What an indicator says of one person.
package enum QualityVerdict: Sendable, Hashable {
    /// The indicator is not about such a person.
    case absent
    case sound
    case problem(QualityNote)
    /// A value that the indicator needs is empty or not known: neither sound nor a problem.
    case unjudged(QualityNote)
}

/// Where the trouble lies, what stands there and what was expected.
package struct QualityNote: Sendable, Hashable {
    package let column: MasterColumn
    /// Empty where the cell is.
    package let found: String
    package let expected: Wording

    package init(_ column: MasterColumn, found: String = "", expected: Wording) {
        self.column = column
        self.found = found
        self.expected = expected
    }
}

/// Ends the judging of a person whom an indicator cannot judge.
struct Unjudged: Error {
    let note: QualityNote
}
