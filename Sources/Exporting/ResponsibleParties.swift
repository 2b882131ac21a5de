internal import Definition
internal import Evidence

/// Who has to deliver what is missing.
struct ResponsibleParties: Sendable {
    private let grid: ComponentGrid
    private let population: Population
    /// By scheme and component: the suppliers of its sources, each once.
    private let suppliers: [[[String]]]

    init(_ record: RunRecord, _ grid: ComponentGrid) {
        self.grid = grid
        population = record.evidence.population
        let definition = record.definition
        suppliers = grid.schemes.map { scheme in
            scheme.components.map { component in
                Self.suppliers(of: component, definition)
            }
        }
    }

    /// The organisation's own result has no evidence source: whoever supplies the units owes it.
    private static func suppliers(
        of component: ComponentDefinition, _ definition: PipelineDefinition
    ) -> [String] {
        let sources =
            component.sources.isEmpty
            ? definition.sources.filter { $0.kind == .unit }
            : component.sources.compactMap { definition.source($0) }
        return once(sources.map(\.supplier))
    }

    private static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The suppliers of the components' sources, each once, joined by "; ".
    func suppliers(of components: [ComponentPath]) -> String {
        Self.once(components.flatMap { suppliers[$0.scheme][$0.component] })
            .joined(separator: "; ")
    }

    /// The suppliers, and for ratings also the person's superior, whose own rating is the one that
    /// can be asked for.
    func actors(for person: Int, missing components: [ComponentPath]) -> String {
        var names = components.flatMap { suppliers[$0.scheme][$0.component] }
        if components.contains(where: { isRating($0) }),
            let superior = population.text("atasan", of: person)
        {
            names.append(superior)
        }
        return Self.once(names).joined(separator: "; ")
    }

    private func isRating(_ path: ComponentPath) -> Bool {
        switch grid.definition(of: path).method {
        case .rating, .pkg: true
        default: false
        }
    }
}
