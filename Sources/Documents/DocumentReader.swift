package import Diagnostics
internal import Yams

/// YAML text to nodes with line and column; the only place that knows Yams.
///
/// Where text is repeated by name (`&a`, `*a`), a short document may stand for an endless one: what it
/// stands for is limited too.
package enum DocumentReader {
    /// Scalars, lists and maps of a document, repeated ones each time.
    private static let mostNodes = 1_000_000

    /// - Parameters:
    ///   - text: The whole document.
    ///   - file: Its name in messages.
    /// - Returns: The root node.
    /// - Throws: ``RunFailure`` of kind `definition` at the place of the first syntax error.
    package static func read(_ text: String, file: String) throws(RunFailure) -> DocumentNode {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw RunFailure(.definition, diagnostic(of: error, file: file))
        } catch {
            throw RunFailure(
                .definition,
                Diagnostic(.yamlSyntax, at: SourceLocation(file: file), "\(error)"))
        }
        guard let root else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .yamlSyntax, at: SourceLocation(file: file, line: 1, column: 1),
                    "the document is empty", hint: "begin with 'kinerja: 1'"))
        }
        var left = mostNodes
        guard let document = convert(root, file: file, &left) else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .yamlSyntax, at: SourceLocation(file: file, line: 1, column: 1),
                    "the document stands for more than \(mostNodes) values",
                    hint: "do not repeat by '*name' what itself repeats"))
        }
        return document
    }

    private static func diagnostic(of error: YamlError, file: String) -> Diagnostic {
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
            let keys = duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")
            message = "the key \(keys) stands twice in one map"
        default:
            break
        }
        return Diagnostic(
            .yamlSyntax, at: place, message,
            hint: "check indentation and quotes on this line and the one above")
    }

    /// - Parameters:
    ///   - node: What Yams made of the text.
    ///   - file: Its name in messages.
    ///   - left: Nodes that may still come.
    /// - Returns: `nil` when there are more.
    private static func convert(
        _ node: Node, file: String, _ left: inout Int
    ) -> DocumentNode? {
        guard left > 0 else { return nil }
        left -= 1
        let mark = node.mark
        let place = SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
        switch node {
        case .scalar(let scalar):
            return DocumentNode(
                content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
        case .sequence(let sequence):
            var items: [DocumentNode] = []
            for item in sequence {
                guard let item = convert(item, file: file, &left) else { return nil }
                items.append(item)
            }
            return DocumentNode(content: .sequence(items), place: place)
        case .mapping(let mapping):
            var entries: [DocumentNode.Entry] = []
            for (key, value) in mapping {
                guard let value = convert(value, file: file, &left) else { return nil }
                let keyPlace = SourceLocation(
                    file: file, line: key.mark?.line ?? place.line,
                    column: key.mark?.column ?? place.column)
                entries.append(
                    DocumentNode.Entry(
                        key: key.scalar?.string ?? "", keyPlace: keyPlace, value: value))
            }
            return DocumentNode(content: .mapping(entries), place: place)
        case .alias:
            return DocumentNode(content: .scalar("", isPlain: true), place: place)
        }
    }
}
