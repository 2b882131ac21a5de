package import Arithmetic
package import Diagnostics

/// What a run writes.
package struct ExportDefinition: Sendable {
    /// The tables that can be written, each by its name in definitions.
    package enum Table: String, Sendable, CaseIterable {
        case results = "hasil"
        case unscored = "tanpa-nilai"
        case units = "rekap-unit"
        case rejects = "penolakan"
        case exclusions = "pengecualian"
        case findings = "temuan"
        case coverage = "cakupan"
        case feedback = "umpan-balik"
        case incentive = "insentif"
        case awards = "penghargaan"
        case evaluation = "evaluasi"
        case monitoring = "pemantauan"
        case gaps = "kesenjangan"
        case postings = "penempatan"
        case sanctions = "hukuman"
        case quality = "kualitas-data"
        case qualityFindings = "kualitas-temuan"

        /// Written where the definition has `payroll:`, beside whatever else it asks for.
        package static let ofPayroll: [Table] = [.postings, .sanctions]
    }

    package struct Column: Sendable, Hashable {
        package let heading: String
        package let field: String

        package init(heading: String, field: String) {
            self.heading = heading
            self.field = field
        }
    }

    package struct File: Sendable {
        package let name: String
        package let table: Table
        /// Empty: the table's own columns.
        package let columns: [Column]
        package let isSpreadsheetSafe: Bool
        package let place: SourceLocation

        package init(
            name: String, table: Table, columns: [Column], isSpreadsheetSafe: Bool,
            place: SourceLocation
        ) {
            self.name = name
            self.table = table
            self.columns = columns
            self.isSpreadsheetSafe = isSpreadsheetSafe
            self.place = place
        }

        package var isCompressed: Bool { name.hasSuffix(".gz") }
    }

    /// `nil`: the default outputs.
    package var files: [File]?
    package var hasArchive = true
}

/// A row of the reward and promotion list: who earns it.
package struct AwardDefinition: Sendable {
    package let id: String
    package let title: String
    package let predikat: [String]
    package let schemes: [String]
    package let minimum: Rational?
    /// Share of the ranked people of the group, in percent.
    package let topPercent: Rational?
    package let within: RankDefinition.Group
}

/// Competency gaps: which component, and where training is recommended from.
package struct GapDefinition: Sendable {
    package let component: String
    package let trainingTable: String?
}
