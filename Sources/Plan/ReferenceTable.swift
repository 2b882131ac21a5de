internal import Spelling

/// The known keys of a reference source with their spellings, and attributes for conditions.
package struct ReferenceTable: Sendable {
    /// The spelling we keep, by index.
    package let names: [String]
    /// Column → text by index, `nil` where the row states none.
    package let attributes: [String: [String?]]
    private let spellings: SpellingTable

    /// - Parameters:
    ///   - names: Kept spellings, each once.
    ///   - aliases: Other spellings of them; those of unknown names are left out.
    ///   - isFolded: Whether case, blanks and slashes count.
    ///   - attributes: Equal-length columns.
    package init(
        names: [String], aliases: [(spelling: String, kept: String)] = [], isFolded: Bool,
        attributes: [String: [String?]] = [:]
    ) {
        self.names = names
        self.attributes = attributes
        var known: [String: Int32] = [:]
        var entries: [(spelling: String, code: Int32)] = []
        func key(_ text: String) -> String { isFolded ? FoldedSpelling.fold(text) : text }
        for (index, name) in names.enumerated() where known[key(name)] == nil {
            known[key(name)] = Int32(index)
            entries.append((name, Int32(index)))
        }
        for alias in aliases {
            guard let code = known[key(alias.kept)], known[key(alias.spelling)] == nil else {
                continue
            }
            known[key(alias.spelling)] = code
            entries.append((alias.spelling, code))
        }
        spellings = SpellingTable(entries, folded: isFolded)
    }

    /// - Returns: The index of the name that `text` spells, or `nil`.
    package func index(of text: Span<UInt8>) -> Int32? { spellings.code(of: text) }

    package func index(of name: String) -> Int32? { spellings.code(of: name.utf8.span) }

    package func attribute(_ column: String, of index: Int32) -> String? {
        attributes[column]?[Int(index)]
    }
}
