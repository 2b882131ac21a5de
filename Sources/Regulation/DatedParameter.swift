package import CivilService
package import Documents

/// A quantity fixed by regulation, with every value it has had and the text that set each one.
///
/// Reading it always names a date; there is deliberately no "current value".
package struct DatedParameter: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case confirmed
        case unconfirmed
        /// Put in place of the law for one run (`--rules FILE`).
        case supposed
    }

    package struct Entry: Sendable {
        package let effective: CalendarDate
        /// `nil` when the parameter ceased to exist on `effective`.
        package let value: DocumentNode?
        package let citation: Citation
        package let status: Status
        /// What a reader of the value should know, such as which rows of a table are unconfirmed.
        package let note: String?
    }

    package let name: String
    package let gloss: String
    package let unit: String
    /// In ascending order of ``Entry/effective``.
    package let entries: [Entry]

    /// - Precondition: `entries` are in strictly ascending order of `effective`.
    init(name: String, gloss: String, unit: String, entries: [Entry]) {
        precondition(zip(entries, entries.dropFirst()).allSatisfy { $0.effective < $1.effective })
        self.name = name
        self.gloss = gloss
        self.unit = unit
        self.entries = entries
    }

    /// The entry in force on `date`, or `nil` before the first. A change applies from its own day.
    package func entry(on date: CalendarDate) -> Entry? { entries.last { $0.effective <= date } }
}
