package import CivilService
package import Documents

/// A quantity fixed by regulation, with every value it has had and the text that set each one.
///
/// Reading it always names a date; there is deliberately no "current value".
package struct DatedParameter: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case confirmed
        case unconfirmed
    }

    package struct Entry: Sendable {
        package let effective: CalendarDate
        /// `nil` when the parameter ceased to exist on `effective`.
        package let value: DocumentNode?
        package let citation: Citation
        package let status: Status
    }

    package let name: String
    package let gloss: String
    package let unit: String
    private let entries: [Entry]

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

/// Where a value of law stands.
package struct Citation: Sendable, Hashable, CustomStringConvertible {
    package let title: String
    package let article: String?
    package let published: String?

    package var description: String {
        [title, article].compactMap { $0 }.joined(separator: ", ")
    }
}

/// A dated parameter that entered a run, as the manifest lists it.
package struct ParameterUse: Sendable, Hashable {
    package let name: String
    package let effective: CalendarDate
    package let citation: Citation
    package let status: DatedParameter.Status

    package init(
        name: String, effective: CalendarDate, citation: Citation, status: DatedParameter.Status
    ) {
        self.name = name
        self.effective = effective
        self.citation = citation
        self.status = status
    }
}
