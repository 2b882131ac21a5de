internal import Arithmetic
internal import Diagnostics
internal import Documents

extension DefinitionReading {
    /// - Parameters:
    ///   - node: A map of column to test, or a list of such maps.
    ///   - name: What the condition is, for messages.
    ///   - isKnown: Whether a column exists where the condition is asked.
    /// - Returns: `nil` where there is no condition.
    func condition(
        _ node: DocumentNode?, _ name: String, isKnown: (String) -> Bool = { _ in true }
    ) -> Condition? {
        guard let node else { return nil }
        let maps = node.items ?? [node]
        let alternatives = maps.compactMap { item -> [Condition.Test]? in
            guard let entries = item.entries else {
                report(
                    .wrongType, item.place, "\(name) is \(item.kindName), expected a map of columns"
                )
                return nil
            }
            return entries.compactMap { entry in
                if !isKnown(entry.key) {
                    report(
                        .unknownName, entry.keyPlace,
                        "\(name) asks for '\(entry.key)', which is "
                            + "no column here")
                }
                return test(entry)
            }
        }
        return Condition(alternatives: alternatives)
    }

    private func test(_ entry: DocumentNode.Entry) -> Condition.Test? {
        let node = entry.value
        guard node.entries != nil else {
            let values = texts(node, "the test of '\(entry.key)'")
            return Condition.Test(column: entry.key, operation: .oneOf(values))
        }
        guard var map = map(node, "the test of '\(entry.key)'") else { return nil }
        let kinds = [
            map.optional("not") != nil, map.optional("present") != nil,
            map.optional("min") != nil || map.optional("max") != nil,
        ]
        if kinds.filter({ $0 }).count != 1 {
            report(
                .badValue, node.place,
                "the test of '\(entry.key)' needs exactly one of 'not', "
                    + "'present', and 'min' with 'max'")
        }
        let operation: Condition.Test.Operation
        if let excluded = map.optional("not") {
            operation = .noneOf(texts(excluded, "'not'"))
        } else if let present = map.optional("present") {
            operation = .present(flag(present, "'present'") ?? true)
        } else {
            operation = .bounds(
                min: rational(map.optional("min"), "'min'"),
                max: rational(map.optional("max"), "'max'"))
        }
        finish(map)
        return Condition.Test(column: entry.key, operation: operation)
    }
}
