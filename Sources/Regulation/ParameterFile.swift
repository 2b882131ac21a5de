internal import CivilService
package import Diagnostics
internal import Documents

/// Reads one parameter file of the regulation folder.
package enum ParameterFile {
    /// - Parameters:
    ///   - text: The YAML text.
    ///   - file: Its name in messages.
    /// - Returns: The parameter with all its dated values.
    /// - Throws: ``RunFailure`` of kind `definition` listing every fault.
    package static func read(_ text: String, file: String) throws(RunFailure) -> DatedParameter {
        let root = try DocumentReader.read(text, file: file)
        var problems: [Diagnostic] = []
        let parameter = parameter(from: root, problems: &problems)
        guard let parameter, problems.isEmpty else {
            throw RunFailure(.definition, problems)
        }
        return parameter
    }

    private static func parameter(
        from root: DocumentNode, problems: inout [Diagnostic]
    ) -> DatedParameter? {
        guard var map = DocumentMap(root, name: "the parameter file", problems: &problems) else {
            return nil
        }
        let name = map.required("name", problems: &problems)?.text
        let gloss = map.required("gloss", problems: &problems)?.text
        let unit = map.required("unit", problems: &problems)?.text
        let values = map.required("values", problems: &problems)
        map.finish(problems: &problems)
        guard let name, let gloss, let unit, let dated = values?.entries else {
            if let values, values.entries == nil {
                problems.append(malformed(values.place, "'values' maps dates to entries"))
            }
            return nil
        }
        if dated.isEmpty, let values {
            problems.append(malformed(values.place, "'values' has no dated entry"))
        }
        var entries: [DatedParameter.Entry] = []
        for value in dated {
            guard let date = CalendarDate(iso: value.key) else {
                problems.append(
                    malformed(value.keyPlace, "'\(value.key)' is not a date yyyy-mm-dd"))
                continue
            }
            if let last = entries.last, last.effective >= date {
                problems.append(malformed(value.keyPlace, "dates must ascend"))
                continue
            }
            if let entry = entry(value.value, effective: date, problems: &problems) {
                entries.append(entry)
            }
        }
        return DatedParameter(name: name, gloss: gloss, unit: unit, entries: entries)
    }

    private static func entry(
        _ node: DocumentNode, effective: CalendarDate, problems: inout [Diagnostic]
    ) -> DatedParameter.Entry? {
        guard var map = DocumentMap(node, name: "the entry of \(effective)", problems: &problems)
        else { return nil }
        let value = map.optional("value")
        let ends = map.optional("end")?.text == "true"
        let source = map.required("source", problems: &problems)
        let statusNode = map.optional("status")
        let note = map.optional("note")?.text
        map.finish(problems: &problems)
        if (value == nil) != ends {
            problems.append(malformed(node.place, "an entry has either 'value' or 'end: true'"))
        }
        let status = statusNode.flatMap { DatedParameter.Status(rawValue: $0.text ?? "") }
        if !ends, status == nil || status == .supposed {
            problems.append(
                malformed(
                    statusNode?.place ?? node.place, "'status' must be confirmed or unconfirmed"))
        }
        guard let source,
            var citation = DocumentMap(source, name: "the source", problems: &problems)
        else { return nil }
        let title = citation.required("title", problems: &problems)?.text
        let article = citation.optional("article")?.text
        let published = citation.optional("published")?.text
        citation.finish(problems: &problems)
        guard let title else { return nil }
        return DatedParameter.Entry(
            effective: effective, value: value,
            citation: Citation(title: title, article: article, published: published),
            status: status ?? .confirmed, note: note)
    }

    private static func malformed(_ place: SourceLocation, _ message: String) -> Diagnostic {
        Diagnostic(.parameterMalformed, at: place, message)
    }
}
