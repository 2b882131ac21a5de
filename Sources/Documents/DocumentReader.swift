package import Diagnostics
internal import Yams

/// YAML text to nodes with line and column.
///
/// Where text is repeated by name (`&a`, `*a`), a short document may stand for an endless one, or for one of endless
/// depth. So what it stands for is measured first, on a copy in which nothing is repeated.
package enum DocumentReader {
    /// Bytes of a document.
    private static let largest = 1 << 20

    /// - Parameters:
    ///   - text: The whole document, at most a mebibyte of UTF-8.
    ///   - file: Its name in messages.
    /// - Returns: The root node.
    /// - Throws: ``RunFailure`` of kind `definition` at the place of the first fault of syntax, of a key that is no
    ///   text, and of a document that is too large or too deep.
    package static func read(_ text: String, file: String) throws(RunFailure) -> DocumentNode {
        guard text.utf8.count <= largest else {
            throw failure(
                SourceLocation(file: file, line: 1, column: 1),
                "the document has \(text.utf8.count) bytes, more than \(largest)",
                hint: "lists of that length belong into a table (CSV)")
        }
        let hasRepetitions = text.unicodeScalars.contains("&") && text.unicodeScalars.contains("*")
        let plain = hasRepetitions ? DocumentMeasure.withoutRepetitions(text) : text
        let root = try compose(plain, file: file) { root throws(RunFailure) in
            var measure = DocumentMeasure(file: file)
            try measure.measure(root)
            return hasRepetitions ? nil : try convert(root, file: file)
        }
        if let root { return root }
        return try compose(text, file: file) { root throws(RunFailure) in
            try convert(root, file: file)
        }
    }

    /// Gives the root to `use` while the parser lives: the names of anchors die with it.
    private static func compose<Result>(
        _ text: String, file: String, _ use: (Node) throws(RunFailure) -> Result
    ) throws(RunFailure) -> Result {
        let parser: Parser
        let root: Node?
        do {
            // Stated, since the default is one of the environment's.
            parser = try Parser(yaml: text, encoding: .utf8)
            root = try parser.singleRoot()
        } catch let error as YamlError {
            throw failure(of: error, file: file)
        } catch {
            throw failure(SourceLocation(file: file), "\(error)", hint: nil)
        }
        guard let root else {
            throw failure(
                SourceLocation(file: file, line: 1, column: 1), "the document is empty",
                hint: "begin with 'kinerja: 1'")
        }
        let result = try use(root)
        withExtendedLifetime(parser) {}
        return result
    }

    private static func failure(of error: YamlError, file: String) -> RunFailure {
        var place = SourceLocation(file: file)
        var message = "\(error)"
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            place = SourceLocation(file: file, line: mark.line, column: mark.column)
            message = problem
        case .duplicatedKeysInMapping(let duplicates, let context):
            let mark = context.mark
            place = SourceLocation(file: file, line: mark.line, column: mark.column)
            let keys = duplicates.map { "'\(DocumentMeasure.written($0))'" }.sorted()
                .joined(separator: ", ")
            message = "the key \(keys) stands twice in one map"
        default:
            break
        }
        return failure(
            place, message, hint: "check indentation and quotes on this line and the one above")
    }

    private static func failure(
        _ place: SourceLocation, _ message: String, hint: String?
    ) -> RunFailure {
        RunFailure(.definition, Diagnostic(.yamlSyntax, at: place, message, hint: hint))
    }

    /// Takes what was measured before: it is shallow, and its keys are texts.
    private static func convert(
        _ node: Node, file: String
    ) throws(RunFailure) -> DocumentNode {
        let place = node.place(in: file)
        switch node {
        case .scalar(let scalar):
            return DocumentNode(
                content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
        case .sequence(let sequence):
            var items: [DocumentNode] = []
            for item in sequence { items.append(try convert(item, file: file)) }
            return DocumentNode(content: .sequence(items), place: place)
        case .mapping(let mapping):
            var entries: [DocumentNode.Entry] = []
            var keys: Set<String> = []
            for (key, value) in mapping {
                let (text, keyPlace) = (key.scalar?.string ?? "", key.place(in: file))
                // `1` and `"1"` are two keys of YAML and one of ours.
                guard keys.insert(text).inserted else {
                    throw failure(
                        keyPlace, "the key '\(text)' stands twice in one map",
                        hint: "write it once")
                }
                entries.append(
                    DocumentNode.Entry(
                        key: text, keyPlace: keyPlace, value: try convert(value, file: file)))
            }
            return DocumentNode(content: .mapping(entries), place: place)
        case .alias:
            return DocumentNode(content: .scalar("", isPlain: true), place: place)
        }
    }
}

extension Node {
    /// Where the node begins; the first line where the library does not say.
    func place(in file: String) -> SourceLocation {
        SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}
