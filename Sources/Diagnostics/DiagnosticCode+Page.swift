extension DiagnosticCode {
    /// What `kinerja explain V203` prints: code and title, meaning, remedy, the name for `codes:`.
    package func page(_ language: Language) -> String {
        var paragraphs = ["\(rawValue): \(title(language))", meaning(language)]
        paragraphs.append("\(language("Tindakan", "What to do")): \(remedy(language))")
        if let faultName {
            let name = language("Nama dalam codes", "Name under codes")
            paragraphs.append("\(name): \(faultName)")
        }
        return paragraphs.joined(separator: "\n\n") + "\n"
    }
}
