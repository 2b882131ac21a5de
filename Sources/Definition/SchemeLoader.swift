internal import Arithmetic
internal import CivilService
internal import Diagnostics
internal import Documents

/// What a scheme may name: the sources with their kinds, and columns of people.
struct SchemeContext {
    let sources: [String: SourceDefinition]

    var personColumns: (String) -> Bool {
        { name in
            let column = name.hasPrefix("unit.") ? String(name.dropFirst(5)) : name
            let kind: Kind = name.hasPrefix("unit.") ? .unit : .register
            return kind.column(column) != nil
        }
    }
}

extension DefinitionReading {
    func scheme(_ node: DocumentNode, _ context: SchemeContext) -> SchemeDefinition? {
        guard var map = map(node, "a scheme") else { return nil }
        let idNode = required(&map, "id")
        let id = text(idNode, "'id'") ?? "?"
        let title = text(map.optional("title"), "'title'") ?? id
        let condition = condition(
            map.optional("for"), "'for'", isKnown: context.personColumns)
        // These decide whether the scheme is in force, which `SchemeTerm` has settled.
        _ = text(map.optional("rule_set"), "'rule_set'")
        _ = date(map.optional("from"), "'from'")
        _ = date(map.optional("until"), "'until'")
        _ = map.optional("period")
        let componentsNode = required(&map, "components")
        let factors = list(map.optional("factors"), "'factors'").compactMap {
            sanctionFactor($0, context)
        }
        let predikatNode = map.optional("predikat")
        let cap = rational(map.optional("cap"), "'cap'")
        let floor = rational(map.optional("floor"), "'floor'")
        finish(map)
        let items = list(componentsNode, "'components'")
        let components = items.compactMap { component($0, context) }
        // A component that could not be read has been reported; its weight is unknown.
        if components.count == items.count {
            checkWeights(of: components, place: componentsNode?.place ?? node.place, scheme: id)
        }
        let predikat = predikatRule(predikatNode, components: components, context)
        let scheme = SchemeDefinition(
            id: id, title: title, place: idNode?.place ?? node.place, condition: condition,
            components: components, factors: factors,
            predikat: predikat, predikatBasis: bases(in: predikatNode), cap: cap, floor: floor)
        if scheme.hasNoNumber, components.count == items.count {
            checkNumberless(scheme, place: componentsNode?.place ?? node.place)
        }
        return scheme
    }

    /// Without weights there is no number, so that a predikat must come from elsewhere.
    private func checkNumberless(_ scheme: SchemeDefinition, place: SourceLocation) {
        if case .matrix = scheme.predikat {
        } else {
            report(
                .weightSum, place,
                "all weights of '\(scheme.id)' are 0, so it has no number, and no matrix gives it a predikat",
                hint: "state weights that sum to 100, or a matrix under 'predikat'")
        }
        if !scheme.factors.isEmpty {
            report(
                .badValue, place,
                "a factor multiplies a number, and '\(scheme.id)' has none: all its weights are 0")
        }
    }

    private func checkWeights(
        of components: [ComponentDefinition], place: SourceLocation, scheme: String
    ) {
        let sum = components.reduce(Rational.zero) { $0 + $1.weight }
        if sum != Rational(100), components.contains(where: { !$0.weight.isZero }) {
            let parts = components.map { "\($0.id) \($0.weight.exactText)" }
            report(
                .weightSum, place,
                "the weights of '\(scheme)' sum to \(sum.exactText), expected 100: "
                    + parts.joined(separator: " + "),
                hint:
                    "change the weights so that they sum to 100; 0 shows a component and weighs nothing"
            )
        }
        for component in components where component.weight.signum < 0 {
            report(.badValue, component.place, "the weight of '\(component.id)' is below 0")
        }
        let ids = components.map(\.id)
        for (index, component) in components.enumerated()
        where ids[..<index].contains(component.id) {
            report(.badValue, component.place, "the component id '\(component.id)' stands twice")
        }
    }

    private func sanctionFactor(
        _ node: DocumentNode, _ context: SchemeContext
    ) -> SanctionFactor? {
        guard var map = map(node, "a factor") else { return nil }
        let method = required(&map, "method")
        if let method, method.text != "sanction" {
            report(.badValue, method.place, "the only method of a factor is 'sanction'")
        }
        let sources = sourceNames(required(&map, "from"), kinds: [.sanction], context)
        let levels = numbers(map.optional("levels"), "'levels'")
        let counts: SanctionFactor.Counts? = choice(map.optional("counts"), "'counts'")
        let several: SanctionFactor.Several? = choice(map.optional("several"), "'several'")
        finish(map)
        return SanctionFactor(
            sources: sources, levels: levels.map { ($0.name, $0.value) },
            counts: counts ?? .anyDay, several: several ?? .smallest,
            basis: bases(in: node))
    }

    /// A map of names to numbers, in the order written.
    func numbers(_ node: DocumentNode?, _ name: String) -> [(name: String, value: Rational)] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            report(.wrongType, node.place, "\(name) is \(node.kindName), expected a map")
            return []
        }
        return entries.compactMap { entry in
            rational(entry.value, "'\(entry.key)'").map { (entry.key, $0) }
        }
    }

    func sourceNames(
        _ node: DocumentNode?, kinds: [Kind], _ context: SchemeContext
    ) -> [String] {
        guard let node else { return [] }
        let names = texts(node, "'from'")
        for name in names {
            guard let source = context.sources[name] else {
                report(
                    .unknownName, node.place, "there is no source '\(name)'",
                    hint: Similarity.nearest(to: name, among: context.sources.keys.sorted())
                        .map { "did you mean '\($0)'?" })
                continue
            }
            if !kinds.isEmpty, !kinds.contains(source.kind) {
                report(
                    .badValue, node.place,
                    "the source '\(name)' is of kind '\(source.kind.rawValue)', expected "
                        + kinds.map { "'\($0.rawValue)'" }.joined(separator: " or "))
            }
        }
        return names
    }
}
