/// A Swift source, with its code apart from comments and string literals.
struct SwiftFile: Sendable, CustomStringConvertible {
    let path: String
    let text: String
    /// The text with comments and literals blanked, line for line; code inside interpolations stays.
    let code: String
    /// The words of the code.
    private let words: Set<Substring>

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var scanner = CodeScanner(text)
        code = scanner.scan()
        words = Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") })
    }

    /// A failed expectation shows this, and not the whole text.
    var description: String { path }

    /// The folder below `Sources` or `Tests`.
    var module: String {
        path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }

    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

    var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The modules named by import declarations.
    var imports: Set<String> {
        Set(
            codeLines.compactMap { line in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2,
                    place + 1 < words.count
                else { return nil }
                return words[place + 1].split(separator: ".").first.map(String.init)
            })
    }

    /// Whether `word` stands in the code as a word of its own.
    func contains(word: String) -> Bool { words.contains(word[...]) }

    /// Functions and initialisers by the lines from their name to their closing brace.
    var functions: [(line: Int, length: Int)] {
        let lines = codeLines
        return lines.indices.compactMap { start in
            let words = lines[start].split { !($0.isLetter || $0 == "_") }
            guard words.prefix(6).contains(where: { $0 == "func" || $0 == "init" }),
                let end = Self.end(of: start, in: lines)
            else { return nil }
            return (start + 1, end - start + 1)
        }
    }

    /// The line on which the first brace that opens at or after `start` closes.
    private static func end(of start: Int, in lines: [Substring]) -> Int? {
        var depth = 0
        for index in start..<lines.count {
            for character in lines[index] {
                if character == "{" { depth += 1 }
                if character == "}" {
                    depth -= 1
                    // A brace before any opened one belongs to the type around a requirement.
                    if depth <= 0 { return depth == 0 ? index : nil }
                }
            }
        }
        return nil
    }
}
