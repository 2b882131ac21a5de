package import Diagnostics

/// What a source must deliver for a run to be complete.
package struct ExpectationDefinition: Sendable {
    /// What becomes of a run when something is missing.
    package enum Consequence: String, Sendable, CaseIterable {
        /// It is published, says so everywhere, and is never pointed to.
        case partial
        /// Nothing is published.
        case refuse
    }

    /// Who must deliver, by the value that names an agency.
    package struct Agencies: Sendable {
        package enum Origin: Sendable, Hashable {
            /// A piece of the file's path.
            case capture(String)
            /// A column of text of the kind.
            case column(String)
        }

        package let origin: Origin
        /// In the order written, each once.
        package let names: [String]
    }

    package let place: SourceLocation
    package let agencies: Agencies?
    /// Least number of files that count.
    package let files: Int?
    /// Least rows that count: of each agency where agencies are named, else of the source.
    package let rows: Int?
    /// Most days between the newest delivery and the day that the run looks from.
    package let freshDays: Int?
    package let missing: Consequence
}
