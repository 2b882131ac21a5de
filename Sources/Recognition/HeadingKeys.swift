internal import Spelling

/// The ways in which a heading may stand in the dictionary.
enum HeadingKeys {
    /// Folded: the whole heading, of an XML path its last name, and the heading without what is in parentheses.
    ///
    /// - Returns: Best first, each once; empty for a blank heading.
    static func keys(of heading: String) -> [String] {
        var forms = [heading]
        if let last = heading.split(separator: "/").last { forms.append(String(last)) }
        if let open = heading.firstIndex(of: "("), open > heading.startIndex {
            forms.append(String(heading[..<open]))
        }
        var keys: [String] = []
        for form in forms {
            let key = fold(form)
            if !key.isEmpty, !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// One key for spellings that differ in case, blanks and signs.
    static func fold(_ heading: String) -> String {
        FoldedSpelling.fold(heading).filter { $0 != "@" && $0 != ":" && $0 != "\"" }
    }
}
