/// What a code means in words: the same text as on its page below `Documentation/diagnostics`.
///
/// A message says what happened at one place; the entry says what kind of problem that is and whose turn it is, so that
/// `explain` can answer without the sources at hand.
struct CatalogEntry: Sendable {
    /// One text in both languages.
    struct Wording: Sendable {
        let indonesian: String
        let english: String

        init(_ indonesian: String, _ english: String) {
            self.indonesian = indonesian
            self.english = english
        }

        func text(_ language: Language) -> String { language(indonesian, english) }
    }

    let code: DiagnosticCode
    let title: Wording
    let meaning: Wording
    let remedy: Wording

    init(_ code: DiagnosticCode, title: Wording, meaning: Wording, remedy: Wording) {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.remedy = remedy
    }

    static let all =
        definition + regulation + ingestion + workbooks + pivots + validation + normalization
        + scoring
        + plans + audit
        + export + ledger + operation + payments
}
