internal import Arithmetic
internal import Diagnostics
internal import Documents

/// Reads `normalize`: alias tables, scales, rating words, transfers and acting posts.
struct NormalizeLoader {
    struct Result {
        var aliases: [String: [(spelling: String, kept: String)]] = [:]
        var transfers = PipelineDefinition.Transfers.byDays
        var acting = PipelineDefinition.Acting.setAside
    }

    let reading: DefinitionReading
    let files: DefinitionFiles

    func load(_ node: DocumentNode?, sources: inout [SourceDefinition]) -> Result {
        var result = Result()
        guard let node, var map = reading.map(node, "'normalize'") else { return result }
        for entry in reading.entries(map.optional("aliases"), "'aliases'") {
            checkAliasColumn(entry)
            result.aliases[entry.key] = aliases(entry)
        }
        for entry in reading.entries(map.optional("scales"), "'scales'") {
            scale(entry, into: &sources)
        }
        for entry in reading.entries(map.optional("words"), "'words'") {
            words(entry, into: &sources)
        }
        result.transfers = reading.choice(map.optional("transfers"), "'transfers'") ?? .byDays
        result.acting = reading.choice(map.optional("acting"), "'acting'") ?? .setAside
        reading.finish(map)
        return result
    }

    /// Aliases are for columns of text; others have spellings of their own type.
    private func checkAliasColumn(_ entry: DocumentNode.Entry) {
        let texts = Kind.allCases.flatMap(\.columns).filter { $0.type == .text }.map(\.name)
        guard !texts.contains(entry.key) else { return }
        reading.report(
            .unknownName, entry.keyPlace, "'\(entry.key)' is no column of text of any kind",
            hint: Similarity.nearest(to: entry.key, among: texts).map { "did you mean '\($0)'?" })
    }

    /// The table of one column: a list of `{ ejaan, baku }`, or the path of a CSV table.
    private func aliases(_ entry: DocumentNode.Entry) -> [(spelling: String, kept: String)] {
        guard entry.value.items != nil else { return aliasTable(entry) }
        return reading.list(entry.value, "the aliases").compactMap { item in
            guard var map = reading.map(item, "an alias") else { return nil }
            let spelling = reading.text(reading.required(&map, "ejaan"), "'ejaan'")
            let kept = reading.text(reading.required(&map, "baku"), "'baku'")
            reading.finish(map)
            guard let spelling, let kept else { return nil }
            return (spelling, kept)
        }
    }

    /// A table `ejaan,baku`; plain CSV without quotes inside cells.
    private func aliasTable(_ entry: DocumentNode.Entry) -> [(spelling: String, kept: String)] {
        guard let path = reading.text(entry.value, "the table of '\(entry.key)'") else { return [] }
        guard let text = files.text(path) else {
            reading.report(
                .unknownName, entry.value.place,
                "there is no readable table '\(path)' beside the "
                    + "definition")
            return []
        }
        var pairs: [(spelling: String, kept: String)] = []
        let lines = text.split(whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let cells = AliasLine.cells(of: line)
            if index == 0 {
                if cells != ["ejaan", "baku"] {
                    reading.report(
                        .badValue, SourceLocation(file: path, line: 1, column: 1),
                        "the header of an alias table is '\(line)', expected ejaan,baku")
                }
            } else if cells.count == 2 {
                pairs.append((cells[0], cells[1]))
            } else {
                reading.report(
                    .badValue, SourceLocation(file: path, line: index + 1, column: 1),
                    "the line has \(cells.count) cells, expected 2: ejaan,baku")
            }
        }
        return pairs
    }

    private func index(
        of entry: DocumentNode.Entry, in sources: [SourceDefinition]
    ) -> Int? {
        let index = sources.firstIndex { $0.name == entry.key }
        if index == nil {
            reading.report(
                .unknownName, entry.keyPlace, "there is no source '\(entry.key)'",
                hint: Similarity.nearest(to: entry.key, among: sources.map(\.name))
                    .map { "did you mean '\($0)'?" })
        }
        return index
    }

    private func column(_ map: inout DocumentMap, of source: SourceDefinition) -> String? {
        guard let node = reading.required(&map, "column"),
            let name = reading.text(node, "'column'")
        else { return nil }
        if source.kind.column(name)?.type != .rating || source.column(name) == nil {
            reading.report(
                .badValue, node.place,
                "'\(name)' of '\(source.name)' is no mapped column of "
                    + "ratings; scales and words are for 'nilai' of ratings")
            return nil
        }
        return name
    }

    private func scale(_ entry: DocumentNode.Entry, into sources: inout [SourceDefinition]) {
        guard let index = index(of: entry, in: sources),
            var map = reading.map(entry.value, "the scale of '\(entry.key)'")
        else { return }
        let column = column(&map, of: sources[index])
        let from = range(reading.required(&map, "from"), "'from'")
        let to = range(reading.required(&map, "to"), "'to'")
        reading.finish(map)
        guard let column, let from, let to else { return }
        sources[index].scale = ScaleDefinition(column: column, from: from, to: to)
    }

    private func range(_ node: DocumentNode?, _ name: String) -> ClosedRange<Rational>? {
        guard let node else { return nil }
        let parts = (node.text ?? "").split(separator: "..", omittingEmptySubsequences: false)
        guard parts.count == 2, let low = Rational(decimal: String(parts[0])),
            let high = Rational(decimal: String(parts[1]))
        else {
            reading.report(
                .wrongType, node.place,
                "\(name) is '\(node.text ?? node.kindName)', expected "
                    + "a scale such as 1..4")
            return nil
        }
        guard low < high else {
            reading.report(
                .impossibleScale, node.place,
                "the scale \(node.text ?? "") does not ascend: its ends must differ, low first")
            return nil
        }
        return low...high
    }

    private func words(_ entry: DocumentNode.Entry, into sources: inout [SourceDefinition]) {
        guard let index = index(of: entry, in: sources),
            var map = reading.map(entry.value, "the words of '\(entry.key)'")
        else { return }
        let column = column(&map, of: sources[index])
        let values = reading.numbers(reading.required(&map, "values"), "'values'")
        reading.finish(map)
        guard let column else { return }
        sources[index].words = WordsDefinition(
            column: column, values: values.map { (word: $0.name, points: $0.value) })
    }
}

/// A line of an alias table: two cells, either of which may be quoted.
enum AliasLine {
    static func cells(of line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            case "\u{FEFF}": break
            default: cell.append(character)
            }
        }
        cells.append(cell)
        return cells
    }
}
