internal import Arithmetic
internal import Diagnostics
internal import Documents
internal import Formulas

extension DefinitionReading {
    func component(_ node: DocumentNode, _ context: SchemeContext) -> ComponentDefinition? {
        guard var map = map(node, "a component") else { return nil }
        let idNode = required(&map, "id")
        let id = text(idNode, "'id'") ?? "?"
        let title = text(map.optional("title"), "'title'") ?? id
        let methodNode = required(&map, "method")
        let weight = rational(required(&map, "weight"), "'weight'")
        let cap = rational(map.optional("cap"), "'cap'")
        let floor = rational(map.optional("floor"), "'floor'")
        let missing = missing(map.optional("missing"))
        let minimum = rational(map.optional("minimum_present"), "'minimum_present'")
        let fromNode = map.optional("from")
        let condition = condition(map.optional("where"), "'where'")
        var method: MethodDefinition?
        if let methodNode {
            let limits = RowLimits(cap: cap, floor: floor)
            method = self.method(named: methodNode, &map, limits, context)
        }
        finish(map)
        guard let method, let weight else { return nil }
        if fromNode == nil, !method.kinds.isEmpty {
            report(.missingKey, node.place, "the component '\(id)' has no 'from'")
        }
        let sources = sourceNames(fromNode, kinds: method.kinds, context)
        checkSubject(of: method, sources: sources, context, place: node.place)
        checkElements(of: method, sources: sources, context, place: node.place)
        checkColumns(of: method, sources: sources, context, place: node.place)
        checkEvidence(of: method, sources: sources, context, place: node.place)
        if case .attainment = method,
            !context.sources.values.contains(where: { $0.kind == .indicator })
        {
            report(
                .missingKey, node.place, "attainment needs a source of kind indicator, found none",
                hint: "add a table of the indicators with their direction")
        }
        return ComponentDefinition(
            id: id, title: title, place: idNode?.place ?? node.place, sources: sources,
            condition: condition, weight: weight, cap: cap, floor: floor, missing: missing,
            minimumPresent: minimum ?? method.minimumPresent, method: method,
            basis: bases(in: node))
    }

    private func missing(_ node: DocumentNode?) -> ComponentDefinition.Missing {
        guard let node else { return .unscored }
        switch node.text {
        case "unscored": return .unscored
        case "reweight": return .reweight
        case "exclude": return .exclude
        default:
            if var map = map(node, "'missing'"), let value = required(&map, "value") {
                finish(map)
                if let value = rational(value, "'value'") { return .value(value) }
            }
            return .unscored
        }
    }

    /// A survey without elements has nothing to average.
    private func checkElements(
        of method: MethodDefinition, sources: [String], _ context: SchemeContext,
        place: SourceLocation
    ) {
        guard case .ikm = method else { return }
        for name in sources where context.sources[name]?.column("u1") == nil {
            report(
                .badValue, place, "the survey '\(name)' maps no elements",
                hint: "list their headings: elements: [U1, U2, …]")
        }
    }

    private func checkColumns(
        of method: MethodDefinition, sources: [String], _ context: SchemeContext,
        place: SourceLocation
    ) {
        for name in sources {
            for column in method.neededColumns
            where context.sources[name]?.column(column) == nil {
                report(
                    .badValue, place,
                    "\(method.name) needs '\(column)' in every row, but '\(name)' does not map it")
            }
        }
    }

    private func checkSubject(
        of method: MethodDefinition, sources: [String], _ context: SchemeContext,
        place: SourceLocation
    ) {
        let wanted = method.subject == .person ? "nip" : "unit"
        for name in sources {
            guard let source = context.sources[name], source.kind != .sanction else { continue }
            if source.column(wanted) == nil {
                report(
                    .badValue, place,
                    "the component needs '\(wanted)' in every row, but '\(name)' does not map it",
                    hint: "state 'subject: person' or 'subject: unit'")
            }
        }
    }

    private func method(
        named node: DocumentNode, _ map: inout DocumentMap, _ limits: RowLimits,
        _ context: SchemeContext
    ) -> MethodDefinition? {
        switch node.text {
        case "attainment": return .attainment(attainment(&map, limits, context))
        case "timeliness": return .timeliness(timeliness(&map, limits))
        case "rating": return .rating(rating(&map))
        case "attendance": return .attendance(attendance(&map))
        case "ikm": return .ikm(survey(&map, context))
        case "competency": return competency(&map, context).map { .competency($0) }
        case "training":
            let node = required(&map, "hours")
            guard let hours = rational(node, "'hours'") else { return nil }
            if let node, hours.signum <= 0 {
                report(.badValue, node.place, "'hours' must be above 0")
                return nil
            }
            return .training(hours: hours)
        case "pkg": return teacher(&map, place: node.place).map { .pkg($0) }
        case "ip-asn": return professionalism(&map, context).map { .ipASN($0) }
        case "unit-result": return .unitResult
        case "outcome": return outcome(&map, at: node.place).map { .outcome($0) }
        case "angka-kredit": return .angkaKredit(angkaKredit(&map, at: node.place))
        case "gabungan-2021": return .gabungan2021(Penggabungan2021(rules(at: node.place)))
        case "skp-pp46": return .skpPP46(SkpPP46(rules(at: node.place)))
        case "skp-pp30": return .skpPP30(SkpPP30(rules(at: node.place)))
        default:
            let known = [
                "attainment", "timeliness", "rating", "attendance", "ikm", "competency",
                "training", "pkg", "ip-asn", "unit-result", "outcome", "angka-kredit",
                "gabungan-2021", "skp-pp46", "skp-pp30",
            ]
            report(
                .badValue, node.place,
                "'method' is '\(node.text ?? node.kindName)', expected one of: "
                    + known.joined(separator: ", "),
                hint: Similarity.nearest(to: node.text ?? "", among: known)
                    .map { "did you mean '\($0)'?" })
            return nil
        }
    }
}

/// The bounds of one row's points, which some methods share with the component.
struct RowLimits {
    let cap: Rational?
    let floor: Rational?
}
