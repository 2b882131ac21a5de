package import CivilService
package import Diagnostics

/// A named group of exports of one kind with one column mapping, as the definition states it.
package struct SourceDefinition: Sendable {
    package enum Origin: Sendable, Hashable {
        /// A column of the export, by heading (XML: path).
        case heading(String)
        /// A column of the export without header, by 1-based number.
        case number(Int)
        /// A piece of the file's path.
        case capture(String)
        /// The same text in every row.
        case constant(String)
        /// What a heading of the pivot says, or the cell below it.
        case pivot
    }

    package struct Column: Sendable {
        package let name: String
        package let origin: Origin
        package let place: SourceLocation
    }

    package enum Duplicates: String, Sendable, CaseIterable {
        case first
        case refuse
    }

    package enum OutsidePeriod: String, Sendable, CaseIterable {
        case setAside = "set-aside"
        case reject
    }

    /// Share of a source's rows, in hundredths of a percent; `nil` switches the limit off.
    package struct RejectLimit: Sendable {
        package let basisPoints: Int?
    }

    package let name: String
    package let place: SourceLocation
    package let kind: Kind
    package let supplier: String
    package let patterns: [FilePattern]
    package let isOptional: Bool
    package let version: String?
    package let replaces: [String]
    /// The capture that states the day of delivery.
    package let delivered: String?
    /// The day on which all files of the source were delivered, where it is declared.
    package var deliveredOn: CalendarDate?
    package let format: ExportFormat
    package let columns: [Column]
    package let nulls: [String]
    package let key: [String]
    package let duplicates: Duplicates
    package let outsidePeriod: OutsidePeriod
    package let rejectLimit: RejectLimit
    /// The rules of `validate`, in the order written.
    package var rules: [RuleDefinition] = []
    /// Built-in faults renamed by the region.
    package var codes: [DiagnosticCode: String] = [:]
    package var scale: ScaleDefinition?
    package var words: WordsDefinition?
    /// `nil` where a record is one row.
    package var pivot: PivotDefinition?
    /// `nil` where nothing is expected beyond a file that matches.
    package var expectation: ExpectationDefinition?

    package func column(_ name: String) -> Column? { columns.first { $0.name == name } }
    package var captures: Set<String> { Set(patterns.flatMap(\.captures)) }
}
