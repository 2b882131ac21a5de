extension DiagnosticCode {
    /// The entry of the catalogue; a test sees to it that every code has one.
    private var entry: CatalogEntry? { CatalogEntry.all.first { $0.code == self } }

    package func title(_ language: Language) -> String {
        entry?.title.text(language) ?? rawValue
    }

    /// What kind of problem it is, in a sentence or two.
    package func meaning(_ language: Language) -> String {
        entry?.meaning.text(language) ?? ""
    }

    /// An action.
    package func remedy(_ language: Language) -> String {
        entry?.remedy.text(language) ?? ""
    }
}
