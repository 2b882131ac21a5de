package import Definition
package import Diagnostics

/// What one file was recognized as.
package struct SourceGuess: Sendable {
    /// Below the inputs, as a pattern of the definition.
    package internal(set) var pattern: String
    package let kind: Kind
    package let kindConfidence: Int
    package let kindEvidence: Wording
    /// Key of `format`: `csv`, `xml`, `xlsx` or `html`.
    package let container: String
    package internal(set) var settings: [Setting]
    package internal(set) var columns: [ColumnGuess]
    /// Of a form with a column for each person and aspect: the form of its headings.
    package internal(set) var pivot: Setting?
    /// The source that pairs the names in those headings with NIPs, once it is known.
    package internal(set) var people: String?
    /// Headings of a survey's elements, in order.
    package let elements: [String]
    /// Columns whose days are in a form that must be declared, with its name.
    package let dateRules: [(column: String, form: String)]
    /// Headings of columns that are mapped to nothing; those that may hold a name only by number.
    package let unmapped: [String]
    package internal(set) var questions: [Wording]
    /// Said beside the source; nothing to decide.
    package internal(set) var notes: [Wording]
    /// The unit that the file's name gives, and the units that its rows name: to be compared across files.
    let capturedUnit: String?
    let units: [String]
}

/// The outcome for one file.
package enum Recognition: Sendable {
    case source(SourceGuess)
    /// Known, and no source: what it is.
    case other(Wording)
    /// Known, and no source before a human has answered.
    case question(Wording)
    /// Nothing in it is known: why.
    case nothing(Wording)
}
