internal import Arithmetic
internal import Definition
package import Evidence
internal import Formulas
internal import Plan

/// The barrier before scoring: what every unit achieved, for components that its members share.
package struct UnitStatistics: Sendable {
    private let values: [ComponentPath: RationalColumn]

    package init(_ evidence: EvidenceSet) {
        var values: [ComponentPath: RationalColumn] = [:]
        let unitCount = evidence.references.units?.names.count ?? 0
        for (schemeIndex, scheme) in evidence.definition.schemes.enumerated() {
            for (index, component) in scheme.components.enumerated()
            where component.method.subject == .unit {
                let path = ComponentPath(scheme: schemeIndex, component: index)
                var silent = Trace(isOn: false)
                values[path] = MethodScorer(component, evidence)
                    .points(of: Array(0..<Int32(unitCount)), &silent)
            }
        }
        self.values = values
    }

    /// By unit: the exact figure of a component that its members share.
    func values(in path: ComponentPath) -> RationalColumn {
        values[path] ?? RationalColumn([])
    }

    /// The published figure of a component by unit, from the first scheme that has it.
    package func published(
        _ componentID: String, _ evidence: EvidenceSet
    ) -> [Int64?] {
        let publishing = evidence.definition.componentPublishing
        for (scheme, definition) in evidence.definition.schemes.enumerated() {
            for (index, component) in definition.components.enumerated()
            where component.id == componentID {
                return values(in: ComponentPath(scheme: scheme, component: index))
                    .figures(
                        decimals: publishing.decimals, publishing.rounding,
                        absent: Results.absent
                    )
                    .map { $0 == Results.absent ? nil : $0 }
            }
        }
        return []
    }
}
