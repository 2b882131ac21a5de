internal import Diagnostics

/// A field of an output table: its name in definitions, its headings, and what its cells are.
struct TableField: Sendable, Hashable {
    enum Kind: Sendable {
        case text
        /// Decimal digits with a point, or empty; never touched for spreadsheets.
        case number
        /// `ya` or `tidak`; true or false in JSON.
        case flag
    }

    /// The name in definitions and JSON, the same in every language.
    let name: String
    private let indonesian: String
    private let english: String
    let kind: Kind
    /// Whether the field is a column where a definition chooses none.
    let isDefault: Bool

    init(
        _ name: String, indonesian: String? = nil, english: String, _ kind: Kind = .text,
        isDefault: Bool = true
    ) {
        self.name = name
        self.indonesian = indonesian ?? name
        self.english = english
        self.kind = kind
        self.isDefault = isDefault
    }

    func heading(_ language: Language) -> String { language(indonesian, english) }
}
