internal import CivilService
internal import Diagnostics
internal import Documents

extension DefinitionReading {
    /// Reads one entry of `ingest`.
    func source(
        _ entry: DocumentNode.Entry, _ files: DefinitionFiles
    ) -> SourceDefinition? {
        guard var map = map(entry.value, "the source '\(entry.key)'") else { return nil }
        let kind: Kind? = choice(required(&map, "kind"), "'kind'")
        let patterns = filePatterns(required(&map, "files"))
        let supplier = text(map.optional("supplier"), "'supplier'") ?? entry.key
        let isOptional = flag(map.optional("optional"), "'optional'") ?? false
        let version = text(map.optional("version"), "'version'")
        let replacesNode = map.optional("replaces")
        let replaces = texts(replacesNode, "'replaces'")
        let deliveredText = text(map.optional("delivered"), "'delivered'")
        let deliveredOn = deliveredText.flatMap { CalendarDate(iso: $0) }
        let delivered = deliveredOn == nil ? deliveredText : nil
        let expectNode = map.optional("expect")
        let format = exportFormat(map.optional("format"))
        let pivotNode = map.optional("pivot")
        let columnsNode = required(&map, "columns")
        let elements = texts(map.optional("elements"), "'elements'")
        let nulls = map.optional("nulls").map { texts($0, "'nulls'") }
        let keyNode = map.optional("key")
        let duplicates: SourceDefinition.Duplicates? = choice(
            map.optional("duplicates"), "'duplicates'")
        let outside: SourceDefinition.OutsidePeriod? = choice(
            map.optional("outside_period"), "'outside_period'")
        let limit = rejectLimit(map.optional("reject_limit"))
        finish(map)
        guard let kind, let columnsNode else { return nil }
        let captures = Set(patterns.flatMap(\.captures))
        let pivot = pivot(pivotNode, kind: kind, format: format)
        let columns = sourceColumns(
            columnsNode, elements: elements, kind: kind, captures: captures, pivot: pivot,
            source: entry.key)
        let named = replaces + [version, delivered].compactMap { $0 }
        for capture in named where !captures.contains(capture) {
            report(
                .unknownName, replacesNode?.place ?? entry.keyPlace,
                "'\(capture)' is not captured by any pattern of '\(entry.key)'")
        }
        var source = SourceDefinition(
            name: entry.key, place: entry.keyPlace, kind: kind, supplier: supplier,
            patterns: patterns, isOptional: isOptional, version: version, replaces: replaces,
            delivered: delivered, format: format, columns: columns,
            nulls: nulls ?? ["", "-", "\\N", "NULL", "#N/A"],
            key: sourceKey(keyNode, kind: kind, columns: columns),
            duplicates: duplicates ?? .first, outsidePeriod: outside ?? .setAside,
            rejectLimit: limit)
        source.deliveredOn = deliveredOn
        source.pivot = pivot
        source.expectation = expectation(expectNode, of: source, files)
        return source
    }

    private func filePatterns(_ node: DocumentNode?) -> [FilePattern] {
        guard let node else { return [] }
        return texts(node, "'files'").compactMap { text in
            guard let pattern = FilePattern(text) else {
                report(
                    .badValue, node.place, "'\(text)' is not a file pattern",
                    hint: "use * and {name} with matching braces")
                return nil
            }
            return pattern
        }
    }

    private func rejectLimit(_ node: DocumentNode?) -> SourceDefinition.RejectLimit {
        guard let node else { return .init(basisPoints: 100) }
        if node.text == "none" { return .init(basisPoints: nil) }
        return .init(basisPoints: basisPoints(node, "'reject_limit'") ?? 100)
    }

    private func sourceColumns(
        _ node: DocumentNode, elements: [String], kind: Kind, captures: Set<String>,
        pivot: PivotDefinition?, source: String
    ) -> [SourceDefinition.Column] {
        guard let entries = node.entries else {
            report(.wrongType, node.place, "'columns' is \(node.kindName), expected a map")
            return []
        }
        var columns = entries.compactMap { entry -> SourceDefinition.Column? in
            guard kind.column(entry.key) != nil else {
                let known = kind.columns.map(\.name)
                report(
                    .unknownKey, entry.keyPlace,
                    "'\(entry.key)' is no column of the kind '\(kind.rawValue)', expected one of: "
                        + known.joined(separator: ", "),
                    hint: Similarity.nearest(to: entry.key, among: known)
                        .map { "did you mean '\($0)'?" })
                return nil
            }
            guard let origin = origin(entry, captures: captures) else { return nil }
            return SourceDefinition.Column(name: entry.key, origin: origin, place: entry.keyPlace)
        }
        if !elements.isEmpty, kind != .survey {
            report(
                .badValue, node.place, "'elements' belongs to surveys, not to '\(kind.rawValue)'")
        }
        for (index, heading) in elements.enumerated() {
            columns.append(
                .init(name: "u\(index + 1)", origin: .heading(heading), place: node.place))
        }
        if let pivot { columns = with(pivot, columns) }
        checkPresence(of: columns, kind: kind, place: node.place, source: source)
        return columns
    }

    private func origin(
        _ entry: DocumentNode.Entry, captures: Set<String>
    ) -> SourceDefinition.Origin? {
        guard entry.value.entries != nil else {
            return text(entry.value, "the heading of '\(entry.key)'").map { .heading($0) }
        }
        guard var map = map(entry.value, "the column '\(entry.key)'") else { return nil }
        let from = map.optional("from")
        let capture = map.optional("capture")
        let value = map.optional("value")
        finish(map)
        if [from, capture, value].compactMap({ $0 }).count > 1 {
            report(
                .badValue, entry.value.place,
                "the column '\(entry.key)' has several of 'from', 'capture' and 'value'")
        }
        if let from {
            if let number = from.text.flatMap(Int.init), number > 0 { return .number(number) }
            return text(from, "'from'").map { .heading($0) }
        }
        if let capture {
            guard let name = text(capture, "'capture'") else { return nil }
            if !captures.contains(name) {
                report(.unknownName, capture.place, "no pattern of this source captures '\(name)'")
            }
            return .capture(name)
        }
        if let value { return .constant(value.text ?? "") }
        report(
            .missingKey, entry.value.place,
            "the column '\(entry.key)' has neither 'from' nor 'capture' nor 'value'")
        return nil
    }

    /// Required columns must be mapped; of alternatives exactly one.
    private func checkPresence(
        of columns: [SourceDefinition.Column], kind: Kind, place: SourceLocation, source: String
    ) {
        let mapped = Set(columns.map(\.name))
        let alternatives = kind.alternatives
        for group in alternatives {
            let found = group.filter(mapped.contains)
            if found.count != 1 {
                report(
                    .missingKey, place,
                    "'\(source)' maps \(found.isEmpty ? "none" : "several") of "
                        + group.joined(separator: ", ") + ", expected exactly one")
            }
        }
        let exempt = Set(alternatives.flatMap { $0 })
        for column in kind.columns
        where column.isRequired && !exempt.contains(column.name) && !mapped.contains(column.name) {
            report(
                .missingKey, place,
                "'\(source)' does not map '\(column.name)', which the kind "
                    + "'\(kind.rawValue)' requires")
        }
    }

    private func sourceKey(
        _ node: DocumentNode?, kind: Kind, columns: [SourceDefinition.Column]
    ) -> [String] {
        let mapped = columns.map(\.name)
        guard let node else {
            return kind.columns.filter { $0.isKey && mapped.contains($0.name) }.map(\.name)
        }
        let key = texts(node, "'key'")
        for name in key where !mapped.contains(name) {
            report(
                .unknownName, node.place, "the key names '\(name)', which is no mapped column",
                hint: Similarity.nearest(to: name, among: mapped).map { "did you mean '\($0)'?" })
        }
        return key
    }
}
