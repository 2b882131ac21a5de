internal import CivilService
internal import Diagnostics
internal import Documents
internal import Regulation

/// The values of law that a definition is read with.
extension DefinitionReading {
    /// For a formula that somebody asks for at `place`.
    func rules(at place: SourceLocation) -> RuleReader { RuleReader(book, for: place) }

    /// The node with every `{ parameter: name }` in it replaced by the value in force.
    func resolve(_ node: DocumentNode) -> DocumentNode {
        switch node.content {
        case .scalar:
            return node
        case .sequence(let items):
            return DocumentNode(content: .sequence(items.map(resolve)), place: node.place)
        case .mapping(let entries):
            if entries.first?.key == "parameter" {
                // Where nothing is in force the fault is reported, and a null stands in.
                return value(of: node)
                    ?? DocumentNode(content: .scalar("", isPlain: true), place: node.place)
            }
            let resolved = entries.map { entry in
                DocumentNode.Entry(
                    key: entry.key, keyPlace: entry.keyPlace, value: resolve(entry.value))
            }
            return DocumentNode(content: .mapping(resolved), place: node.place)
        }
    }

    /// What `{ parameter: name }` stands for: the value in force, a row of it, or a column of the row.
    private func value(of node: DocumentNode) -> DocumentNode? {
        guard var map = map(node, "the parameter") else { return nil }
        let nameNode = required(&map, "parameter")
        let rowNode = map.optional("row")
        let columnNode = map.optional("column")
        finish(map)
        if let columnNode, rowNode == nil {
            report(
                .missingKey, columnNode.place, "a 'column' is one of a row, and there is no 'row'")
            return nil
        }
        guard let nameNode, let name = text(nameNode, "'parameter'"),
            let rule = book.rule(name, askedAt: nameNode.place)
        else { return nil }
        var value = rule.value
        var words: [String] = []
        if let rowNode {
            guard let row = row(rowNode, of: rule, name) else { return nil }
            value = row
            words.append(rowNode.text ?? "")
        }
        if let columnNode {
            guard let cell = column(columnNode, of: value, "the row '\(words[0])' of '\(name)'")
            else { return nil }
            value = cell
            words.append(columnNode.text ?? "")
        }
        bases[value.place] = RuleBasis(
            use: rule.use, value: (words + [Rule.text(of: value)]).joined(separator: " "))
        return value
    }

    /// The entry of a map, or of a list of maps the one whose first value is the row's name.
    private func row(_ node: DocumentNode, of rule: Rule, _ name: String) -> DocumentNode? {
        let named = rule.value.items?.compactMap { item in
            item.entries?.first?.value.text.map { ($0, item) }
        }
        let rows = named ?? rule.value.entries?.map { ($0.key, $0.value) } ?? []
        let found = rows.filter { $0.0 == node.text }
        if found.count > 1 {
            report(
                .badValue, node.place,
                "the parameter '\(name)' has \(found.count) rows '\(node.text ?? "")', and none of them is meant"
            )
            return nil
        }
        if found.isEmpty {
            reportMissing("the parameter '\(name)' has no row", node, known: rows.map(\.0))
        }
        return found.first?.1
    }

    private func column(
        _ node: DocumentNode, of row: DocumentNode, _ rowName: String
    ) -> DocumentNode? {
        let entries = row.entries ?? []
        let found = entries.first { $0.key == node.text }?.value
        if found == nil {
            reportMissing("\(rowName) has no column", node, known: entries.map(\.key))
        }
        return found
    }

    private func reportMissing(_ what: String, _ node: DocumentNode, known: [String]) {
        let expected =
            known.isEmpty ? "it is no table" : "expected one of: " + known.joined(separator: ", ")
        report(
            .parameterRowMissing, node.place,
            "\(what) '\(node.text ?? node.kindName)', \(expected)",
            hint: Similarity.nearest(to: node.text ?? "", among: known)
                .map { "did you mean '\($0)'?" })
    }

    /// The values of law that stand in `node` in the place of a `{ parameter: }`, each once.
    func bases(in node: DocumentNode?) -> [RuleBasis] {
        guard let node else { return [] }
        if let basis = bases[node.place] { return [basis] }
        let inner = node.items ?? node.entries?.map(\.value) ?? []
        return inner.flatMap(bases(in:)).reduce(into: []) { found, basis in
            if !found.contains(basis) { found.append(basis) }
        }
    }

    /// Reads with the law of another day; what is wrong there is reported, what is used is not counted.
    func reading<Result>(with other: RuleBook?, _ body: () -> Result) -> Result {
        guard let other else { return body() }
        let own = book
        book = other
        defer {
            problems += other.problems
            book = own
        }
        return body()
    }
}
