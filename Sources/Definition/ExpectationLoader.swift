internal import Diagnostics
internal import Documents

extension DefinitionReading {
    /// Reads `expect` of a source.
    ///
    /// - Parameters:
    ///   - node: What stands under the key; `nil` where it is absent.
    ///   - source: The source as it is known without it.
    ///   - files: Where a table of agencies is read from.
    /// - Returns: `nil` where nothing stands or what stands is reported.
    func expectation(
        _ node: DocumentNode?, of source: SourceDefinition, _ files: DefinitionFiles
    ) -> ExpectationDefinition? {
        guard let node, var map = map(node, "'expect'") else { return nil }
        let agencies = agencies(map.optional("agencies"), of: source, files)
        let fileCount = integer(map.optional("files"), "'files'", in: 1...1_000_000)
        let rows = integer(map.optional("rows"), "'rows'", in: 1...1_000_000_000)
        let freshNode = map.optional("fresh_days")
        let freshDays = integer(freshNode, "'fresh_days'", in: 0...3_660)
        let missing: ExpectationDefinition.Consequence? = choice(
            required(&map, "missing"), "'missing'")
        finish(map)
        if let freshNode, source.delivered == nil, source.deliveredOn == nil {
            report(
                .missingKey, freshNode.place,
                "'fresh_days' needs to know when '\(source.name)' was delivered",
                hint: "name the capture that holds the date, or the date: delivered: kirim")
        }
        if agencies == nil, fileCount == nil, rows == nil, freshDays == nil {
            report(
                .missingKey, node.place,
                "'expect' states none of agencies, files, rows and fresh_days")
        }
        guard let missing else { return nil }
        return ExpectationDefinition(
            place: node.place, agencies: agencies, files: fileCount, rows: rows,
            freshDays: freshDays, missing: missing)
    }

    private func agencies(
        _ node: DocumentNode?, of source: SourceDefinition, _ files: DefinitionFiles
    ) -> ExpectationDefinition.Agencies? {
        guard let node, var map = map(node, "'agencies'") else { return nil }
        let capture = text(map.optional("capture"), "'capture'")
        let column = text(map.optional("column"), "'column'")
        let listNode = map.optional("list")
        let tableNode = map.optional("table")
        finish(map)
        guard (capture == nil) != (column == nil), (listNode == nil) != (tableNode == nil) else {
            report(
                .missingKey, node.place,
                "'agencies' needs one of 'capture' and 'column', and one of 'list' and 'table'")
            return nil
        }
        let names = listNode.map { texts($0, "'list'") } ?? names(tableNode, files)
        var known: Set<String> = []
        let distinct = names.filter { known.insert($0).inserted }
        if distinct.isEmpty || distinct.count < names.count {
            report(
                .badValue, (listNode ?? tableNode ?? node).place,
                distinct.isEmpty ? "no agency is named" : "an agency is named twice")
        }
        guard let origin = origin(capture, column, of: source, at: node.place) else { return nil }
        return .init(origin: origin, names: distinct)
    }

    private func origin(
        _ capture: String?, _ column: String?, of source: SourceDefinition, at place: SourceLocation
    ) -> ExpectationDefinition.Agencies.Origin? {
        if let capture {
            guard source.captures.contains(capture) else {
                report(
                    .unknownName, place, "no pattern of '\(source.name)' captures '\(capture)'")
                return nil
            }
            return .capture(capture)
        }
        guard let column, source.column(column) != nil, source.kind.column(column)?.type == .text
        else {
            report(
                .unknownName, place,
                "'\(column ?? "")' is no mapped column of text of '\(source.name)'")
            return nil
        }
        return .column(column)
    }

    /// The first column of a CSV table below its heading.
    private func names(_ node: DocumentNode?, _ files: DefinitionFiles) -> [String] {
        guard let node, let path = text(node, "'table'") else { return [] }
        guard let table = files.text(path) else {
            report(
                .unknownName, node.place,
                "there is no readable table '\(path)' beside the definition")
            return []
        }
        return table.split(whereSeparator: \.isNewline).dropFirst()
            .compactMap { AliasLine.cells(of: $0).first }.filter { !$0.isEmpty }
    }
}
