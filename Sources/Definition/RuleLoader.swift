internal import Arithmetic
internal import Diagnostics
internal import Documents
internal import Spelling

extension DefinitionReading {
    /// Reads the `validate` entry of one source into it.
    func rules(_ node: DocumentNode, of source: inout SourceDefinition, sources: [String: Kind]) {
        guard var map = map(node, "the rules of '\(source.name)'") else { return }
        let items = list(map.optional("rules"), "'rules'")
        let codes = map.optional("codes")
        finish(map)
        source.rules = items.compactMap { rule($0, of: source, sources: sources) }
        for entry in entries(codes, "'codes'") {
            guard let code = DiagnosticCode.named(entry.key) else {
                let known = DiagnosticCode.allCases.compactMap(\.faultName)
                report(
                    .unknownKey, entry.keyPlace, "'\(entry.key)' is no built-in fault",
                    hint: Similarity.nearest(to: entry.key, among: known)
                        .map { "did you mean '\($0)'?" })
                continue
            }
            source.codes[code] = text(entry.value, "the code of '\(entry.key)'")
        }
    }

    private func rule(
        _ node: DocumentNode, of source: SourceDefinition, sources: [String: Kind]
    ) -> RuleDefinition? {
        guard var map = map(node, "a rule of '\(source.name)'") else { return nil }
        let code = text(map.optional("code"), "'code'")
        let condition = condition(map.optional("when"), "'when'") { name in
            source.column(String(name.prefix { $0 != "." })) != nil
        }
        let compare = map.optional("compare")
        let column = compare == nil ? text(required(&map, "column"), "'column'") : nil
        var tests: [(column: String?, test: RuleDefinition.Test)] = []
        if let compare, let test = comparison(compare) { tests.append((test.column, test.test)) }
        tests += columnTests(&map, source: source, sources: sources).map { (column, $0) }
        finish(map)
        guard tests.count == 1, let test = tests.first, let name = test.column else {
            if column != nil || compare != nil, tests.count != 1 {
                report(
                    .badValue, node.place,
                    "a rule needs exactly one test, found \(tests.count)")
            }
            return nil
        }
        var named = [name]
        if case .compare(_, let other) = test.test { named.append(other) }
        for name in named where source.column(name) == nil {
            report(
                .unknownName, node.place, "'\(source.name)' maps no column '\(name)'",
                hint: Similarity.nearest(to: name, among: source.columns.map(\.name))
                    .map { "did you mean '\($0)'?" })
        }
        checkTypes(of: test.test, column: name, condition: condition, source, place: node.place)
        return RuleDefinition(
            column: name, test: test.test, code: code, condition: condition, place: node.place)
    }

    private func checkTypes(
        of test: RuleDefinition.Test, column: String, condition: Condition?,
        _ source: SourceDefinition, place: SourceLocation
    ) {
        switch test {
        case .compare(_, let other):
            for name in [column, other] {
                guard let type = source.kind.column(name)?.type else { continue }
                if [.text, .flag, .golongan].contains(type) {
                    report(
                        .badValue, place,
                        "'compare' is for numbers and dates, '\(name)' is \(type.rawValue)")
                }
            }
        case .required(false) where condition != nil:
            report(
                .badValue, place, "'required: false' takes no 'when'",
                hint: "state 'required: true' with the condition under which it is required")
        default: break
        }
    }

    private func comparison(
        _ node: DocumentNode
    ) -> (column: String, test: RuleDefinition.Test)? {
        let parts = texts(node, "'compare'")
        guard parts.count == 3, let comparison = RuleDefinition.Comparison(rawValue: parts[1])
        else {
            report(
                .badValue, node.place,
                "'compare' must be [column, \"<=\", column] with one of "
                    + RuleDefinition.Comparison.allCases.map(\.rawValue).joined(separator: " "))
            return nil
        }
        return (parts[0], .compare(comparison, other: parts[2]))
    }

    private func columnTests(
        _ map: inout DocumentMap, source: SourceDefinition, sources: [String: Kind]
    ) -> [RuleDefinition.Test] {
        var tests = numberTests(&map) + dateTests(&map, source: source)
        let exactNode = map.optional("exact")
        let exact = flag(exactNode, "'exact'") ?? false
        if let node = map.optional("not") { tests.append(.forbidden(texts(node, "'not'"))) }
        if let node = map.optional("one_of") {
            tests.append(.oneOf(texts(node, "'one_of'"), isExact: exact))
        }
        if let exactNode, map.optional("one_of") == nil {
            report(.badValue, exactNode.place, "'exact' belongs to 'one_of'")
        }
        if let node = map.optional("pattern") {
            tests.append(.pattern(texts(node, "'pattern'")))
        }
        if let node = map.optional("required"), let flag = flag(node, "'required'") {
            tests.append(.required(flag))
        }
        if let part: RuleDefinition.NIPPart = choice(map.optional("matches_nip"), "'matches_nip'") {
            tests.append(.matchesNIP(part))
        }
        let narrowed = map.optional("where")
        if let node = map.optional("refers"), let name = text(node, "'refers'") {
            if sources[name] == nil || sources[name]?.isEvidence == true {
                report(
                    .unknownName, node.place, "'\(name)' is no reference source",
                    hint: Similarity.nearest(to: name, among: sources.keys.sorted())
                        .map { "did you mean '\($0)'?" })
            }
            tests.append(.refers(source: name, narrowed: condition(narrowed, "'where'")))
        }
        if let narrowed, map.optional("refers") == nil {
            report(.badValue, narrowed.place, "'where' belongs to 'refers'")
        }
        return tests
    }

    private func numberTests(_ map: inout DocumentMap) -> [RuleDefinition.Test] {
        var tests: [RuleDefinition.Test] = []
        if let node = map.optional("integer"), var inner = self.map(node, "'integer'") {
            let digits = integer(inner.optional("digits"), "'digits'", in: 1...15) ?? 15
            finish(inner)
            tests.append(.integer(digits: digits))
        }
        if let node = map.optional("decimal"), var inner = self.map(node, "'decimal'") {
            let digits = integer(inner.optional("digits"), "'digits'", in: 1...12) ?? 12
            let places = integer(inner.optional("places"), "'places'", in: 0...6) ?? 4
            let rounding = inner.optional("rounding")
            if let rounding, rounding.text != "half-up" {
                report(
                    .badValue, rounding.place,
                    "'rounding' of a value that is read must be half-up")
            }
            finish(inner)
            tests.append(.decimal(digits: digits, places: places, rounds: rounding != nil))
        }
        let min = rational(map.optional("min"), "'min'")
        let max = rational(map.optional("max"), "'max'")
        if min != nil || max != nil { tests.append(.range(min: min, max: max)) }
        if let node = map.optional("range") {
            let ends = list(node, "'range'").map { rational($0, "an end of 'range'") }
            if ends.count == 2, let low = ends[0], let high = ends[1], low <= high {
                tests.append(.range(min: low, max: high))
            } else {
                report(.badValue, node.place, "'range' must be [low, high]")
            }
        }
        return tests
    }

    private func dateTests(
        _ map: inout DocumentMap, source: SourceDefinition
    ) -> [RuleDefinition.Test] {
        var tests: [RuleDefinition.Test] = []
        if let node = map.optional("date") {
            tests.append(.date((node.items ?? [node]).compactMap { choice($0, "'date'") }))
        }
        if let node = map.optional("month") {
            tests.append(.month((node.items ?? [node]).compactMap { choice($0, "'month'") }))
        }
        if let node = map.optional("months") {
            let months = list(node, "'months'").compactMap {
                integer($0, "a month", in: 1...12)
            }
            tests.append(.months(Set(months)))
        }
        if let node = map.optional("within") {
            if node.text == "period" {
                tests.append(.withinPeriod)
            } else if var inner = self.map(node, "'within'") {
                let capture = required(&inner, "capture")
                finish(inner)
                if let capture, let name = text(capture, "'capture'") {
                    if !source.captures.contains(name) {
                        report(.unknownName, capture.place, "no pattern captures '\(name)'")
                    }
                    tests.append(.withinCapture(name))
                }
            }
        }
        return tests
    }
}
