internal import Regulation
internal import Spelling

/// A closed list of words of law, with the spellings of exports that mean them.
///
/// Case, blanks, slashes, dots and hyphens never matter; other spellings are those of `panrb6-ejaan`.
package struct WordList: Sendable {
    /// From the highest down, as the law spells them.
    package let words: [String]
    private let bySpelling: [String: String]

    /// The spellings of exports, `ejaan`, that mean a word of law, `baku`.
    static func spellings(_ rules: RuleReader) -> RuleRecords {
        rules.records("panrb6-ejaan", columns: ["ejaan", "baku"])
    }

    /// - Parameters:
    ///   - name: The parameter that lists the words.
    ///   - spellings: Rows `ejaan`, `baku` of the parameter `panrb6-ejaan`; those whose `baku` is of another list do
    ///     not count here.
    ///   - rules: Where the parameter is read and faults are reported.
    init(_ name: String, spellings: RuleRecords, _ rules: RuleReader) {
        words = rules.words(name)
        var bySpelling: [String: String] = [:]
        for word in words
        where bySpelling.updateValue(word, forKey: FoldedSpelling.fold(word)) != nil {
            rules.reportMalformed(name, "lists '\(word)' twice")
        }
        for row in spellings.records {
            let word = words.first {
                FoldedSpelling.fold($0) == FoldedSpelling.fold(row.text("baku"))
            }
            guard let word else { continue }
            let spelling = FoldedSpelling.fold(row.text("ejaan"))
            if let other = bySpelling[spelling], other != word {
                row.report("'\(row.text("ejaan"))' means '\(other)' already")
            }
            bySpelling[spelling] = word
        }
        self.bySpelling = bySpelling
    }

    /// The word of the list that `text` spells, `nil` where it spells none.
    package func word(_ text: String) -> String? { bySpelling[FoldedSpelling.fold(text)] }

    /// The words that a cell such as `Butuh Perbaikan, Kurang` lists, each once.
    ///
    /// - Returns: `nil` where one of them is unknown.
    func list(_ text: String) -> [String]? {
        var found: [String] = []
        for item in text.split(separator: ",") {
            guard let word = word(String(item)) else { return nil }
            if !found.contains(word) { found.append(word) }
        }
        return found.isEmpty ? nil : found
    }
}
