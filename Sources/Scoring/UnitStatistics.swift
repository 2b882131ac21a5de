internal import Arithmetic
internal import Definition
package import Evidence
internal import Plan

/// The barrier before scoring: what every unit achieved, for components that its members share.
package struct UnitStatistics: Sendable {
    private let values: [ComponentPath: [Rational?]]

    package init(_ evidence: EvidenceSet) {
        var values: [ComponentPath: [Rational?]] = [:]
        let unitCount = evidence.references.units?.names.count ?? 0
        for (schemeIndex, scheme) in evidence.definition.schemes.enumerated() {
            for (index, component) in scheme.components.enumerated()
            where component.method.subject == .unit {
                let path = ComponentPath(scheme: schemeIndex, component: index)
                values[path] = (0..<unitCount).map { unit in
                    var silent = Trace(isOn: false)
                    return Self.figure(of: Int32(unit), component, evidence, &silent)
                }
            }
        }
        self.values = values
    }

    func value(of unit: Int32, in path: ComponentPath) -> Rational? {
        guard unit >= 0 else { return nil }
        return values[path]?[Int(unit)]
    }

    /// The unit's own figure, traced when asked.
    static func figure(
        of unit: Int32, _ component: ComponentDefinition, _ evidence: EvidenceSet,
        _ trace: inout Trace
    ) -> Rational? {
        let scorer = MethodScorer(component, evidence)
        return scorer.points(of: unit, &trace).map { scorer.bounded($0) }
    }

    /// The published figure of a component by unit, from the first scheme that has it.
    package func published(
        _ componentID: String, _ evidence: EvidenceSet
    ) -> [Int64?] {
        let publishing = evidence.definition.componentPublishing
        for (scheme, definition) in evidence.definition.schemes.enumerated() {
            for (index, component) in definition.components.enumerated()
            where component.id == componentID {
                let figures = values[ComponentPath(scheme: scheme, component: index)] ?? []
                return figures.map { exact in exact.flatMap { publishing.figure($0) } }
            }
        }
        return []
    }
}
