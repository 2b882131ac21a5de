package import Definition

/// One file that a run will write, with its columns chosen and known to exist.
package struct PlannedOutput: Sendable, Hashable {
    package enum Format: Sendable {
        case csv
        /// One JSON object per line.
        case jsonLines
    }

    /// `hasil.csv`, or `hasil.csv.gz` where it is compressed.
    package let name: String
    package let table: ExportDefinition.Table
    package let format: Format
    /// Never empty; a heading equal to its field stands for the field's own heading.
    package let columns: [ExportDefinition.Column]
    package let isSpreadsheetSafe: Bool

    package var isCompressed: Bool { name.hasSuffix(".gz") }

    /// Only the catalogue makes them, so that every field is one that the table has.
    init(
        name: String, table: ExportDefinition.Table, format: Format,
        columns: [ExportDefinition.Column], isSpreadsheetSafe: Bool
    ) {
        self.name = name
        self.table = table
        self.format = format
        self.columns = columns
        self.isSpreadsheetSafe = isSpreadsheetSafe
    }
}
