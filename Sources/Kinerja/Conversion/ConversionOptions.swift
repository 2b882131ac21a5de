internal import FoundationEssentials
package import Tabular

/// What `convert` is asked to do with one file.
package struct ConversionOptions: Sendable {
    package var path: String
    package var declared: DeclaredDialect
    /// Names of the columns from left to right, in the place of the header's; nil where nobody names them.
    package var columns: [String]?
    /// Whether malformed records are repaired where only one repair is possible.
    package var isLenient: Bool
    /// File for the records that were rejected or repaired.
    package var rejects: String?

    /// Name or number of a workbook's sheet, number of an HTML document's table; nil for the only one with data.
    package var sheet: String?
    /// Path of an XML document's records from the root; nil for the only element that repeats.
    package var record: String?

    /// The number of `columns` is declared by their names.
    package init(
        path: String, declared: DeclaredDialect, columns: [String]? = nil, isLenient: Bool = false,
        rejects: String? = nil
    ) {
        self.path = path
        self.declared = declared
        self.columns = columns
        self.isLenient = isLenient
        self.rejects = rejects
        self.declared.columnCount = columns?.count
    }
}

extension ConversionOptions {
    /// Names of columns from a JSON array of strings; nil where it is something else.
    package static func names(json: String) -> [String]? {
        try? JSONDecoder().decode([String].self, from: Data(json.utf8))
    }
}
