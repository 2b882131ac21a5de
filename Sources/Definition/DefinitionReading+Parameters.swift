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

    /// What `{ parameter: name }`, or `{ parameter: name, row: name of a row }`, stands for.
    private func value(of node: DocumentNode) -> DocumentNode? {
        guard var map = map(node, "the parameter") else { return nil }
        let nameNode = required(&map, "parameter")
        let rowNode = map.optional("row")
        finish(map)
        guard let nameNode, let name = text(nameNode, "'parameter'"),
            let rule = book.rule(name, askedAt: nameNode.place)
        else { return nil }
        guard let rowNode else {
            bases[rule.value.place] = RuleBasis(use: rule.use, value: rule.text)
            return rule.value
        }
        let row = rule.value.entries?.first { $0.key == rowNode.text }?.value
        if let row {
            bases[row.place] = RuleBasis(
                use: rule.use, value: "\(rowNode.text ?? "") \(Rule.text(of: row))")
        }
        if row == nil {
            let known = (rule.value.entries ?? []).map(\.key).joined(separator: ", ")
            report(
                .parameterRowMissing, rowNode.place,
                "the parameter '\(name)' has no row '\(rowNode.text ?? "?")', expected one of: "
                    + known)
        }
        return row
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
