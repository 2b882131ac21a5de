package import Diagnostics
package import Documents

/// Values that a what-if run puts in place of the law (`run --rules FILE`).
package struct Supposition: Sendable {
    package let title: String
    package let values: [String: DocumentNode]

    package init(title: String, values: [String: DocumentNode]) {
        self.title = title
        self.values = values
    }

    /// Reads `title:` and `parameters:`, a map of parameter names to values.
    ///
    /// - Throws: ``RunFailure`` of kind `definition` listing every fault.
    package static func read(_ text: String, file: String) throws(RunFailure) -> Supposition {
        let root = try DocumentReader.read(text, file: file)
        var problems: [Diagnostic] = []
        var values: [String: DocumentNode] = [:]
        var title: String?
        if var map = DocumentMap(root, name: "the file of suppositions", problems: &problems) {
            let titleNode = map.required("title", problems: &problems)
            title = titleNode?.text
            if let titleNode, title == nil {
                problems.append(
                    Diagnostic(
                        .wrongType, at: titleNode.place,
                        "'title' is \(titleNode.kindName), expected a text"))
            }
            let parameters = map.required("parameters", problems: &problems)
            map.finish(problems: &problems)
            if let parameters, parameters.entries == nil {
                problems.append(
                    Diagnostic(
                        .wrongType, at: parameters.place,
                        "'parameters' is \(parameters.kindName), expected a map of parameter names to values"
                    ))
            }
            for entry in parameters?.entries ?? [] { values[entry.key] = entry.value }
        }
        guard let title, problems.isEmpty else { throw RunFailure(.definition, problems) }
        return Supposition(title: title, values: values)
    }
}
