package import Diagnostics
internal import Yams

/// YAML text to nodes with line and column; the only place that knows Yams.
package enum DocumentReader {
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
        return convert(root, file: file)
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

    private static func convert(_ node: Node, file: String) -> DocumentNode {
        let mark = node.mark
        let place = SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
        switch node {
        case .scalar(let scalar):
            return DocumentNode(
                content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
        case .sequence(let sequence):
            return DocumentNode(
                content: .sequence(sequence.map { convert($0, file: file) }), place: place)
        case .mapping(let mapping):
            let entries = mapping.map { key, value in
                let keyPlace = SourceLocation(
                    file: file, line: key.mark?.line ?? place.line,
                    column: key.mark?.column ?? place.column)
                return DocumentNode.Entry(
                    key: key.scalar?.string ?? "", keyPlace: keyPlace,
                    value: convert(value, file: file))
            }
            return DocumentNode(content: .mapping(entries), place: place)
        case .alias:
            return DocumentNode(content: .scalar("", isPlain: true), place: place)
        }
    }
}
