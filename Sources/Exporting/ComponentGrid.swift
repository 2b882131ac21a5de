internal import Arithmetic
internal import Definition
internal import Evidence

/// Published points by person and component of the person's scheme.
struct ComponentGrid: Sendable {
    let schemes: [SchemeDefinition]
    private let results: Results
    /// By scheme and component: the column of the results.
    private let columns: [[Int]]

    init(_ record: RunRecord) {
        schemes = record.definition.schemes
        results = record.results
        let ids = record.results.componentIDs
        columns = schemes.map { scheme in
            scheme.components.map { component in ids.firstIndex(of: component.id) ?? 0 }
        }
    }

    /// - Returns: The place of the person's scheme, `nil` for people without one.
    func scheme(of person: Int) -> Int? {
        results.schemes[person] < 0 ? nil : Int(results.schemes[person])
    }

    /// - Returns: Points in published decimals, `nil` where missing.
    func points(of person: Int, scheme: Int, component: Int) -> Int64? {
        let points = results.components[columns[scheme][component]][person]
        return points == Results.absent ? nil : points
    }

    /// Whether nothing was measured: there are no points, or only those that the definition
    /// states for missing evidence.
    func lacksEvidence(_ person: Int, scheme: Int, component: Int) -> Bool {
        points(of: person, scheme: scheme, component: component) == nil
            || results.isStated[columns[scheme][component]][person]
    }

    /// Whether the component is only shown, and need not be there: angka kredit of those who earn none.
    func isOptional(_ path: ComponentPath) -> Bool {
        let component = definition(of: path)
        return component.weight.isZero && component.missing == .reweight
    }

    /// Components of the person's scheme that lack evidence and should have it, in the scheme's order.
    func absent(of person: Int) -> [ComponentPath] {
        guard let scheme = scheme(of: person) else { return [] }
        return schemes[scheme].components.indices
            .filter { component in
                lacksEvidence(person, scheme: scheme, component: component)
                    && !isOptional(ComponentPath(scheme: scheme, component: component))
            }
            .map { ComponentPath(scheme: scheme, component: $0) }
    }

    /// What keeps an unscored person without score: the components that may not be missing, and
    /// all absent ones where nothing was left to weigh.
    func missing(of person: Int) -> [ComponentPath] {
        let absent = absent(of: person)
        let required = absent.filter { definition(of: $0).missing == .unscored }
        return required.isEmpty ? absent : required
    }

    func definition(of path: ComponentPath) -> ComponentDefinition {
        schemes[path.scheme].components[path.component]
    }
}
