package import Arithmetic
package import Definition
package import Plan

/// All that is known when scoring begins: people, references, kept rows and sums.
///
/// A class, so that every scorer holds one reference and not a copy of twenty.
package final class EvidenceSet: Sendable {
    package let definition: PipelineDefinition
    package let references: References
    package let population: Population
    package let indicators: IndicatorTable
    /// Standard sources by name.
    package let standards: [String: RowStore]
    /// The organisation's own result, by unit.
    package let unitResults: [Rational?]
    package let unitStores: [RowStore]
    /// The employee master and its lists.
    package let masterStores: [RowStore]
    /// Evidence sources by name.
    package let sources: [String: GroupedStore]
    /// Sums by component.
    package let sums: [ComponentPath: any SumFold]

    private init(_ other: EvidenceSet, sums: [ComponentPath: any SumFold]) {
        definition = other.definition
        references = other.references
        population = other.population
        indicators = other.indicators
        standards = other.standards
        unitResults = other.unitResults
        unitStores = other.unitStores
        masterStores = other.masterStores
        sources = other.sources
        self.sums = sums
    }

    /// The same evidence with the sums of some people besides.
    package func adding(_ more: [ComponentPath: any SumFold]) -> EvidenceSet {
        EvidenceSet(self, sums: sums.merging(more) { _, new in new })
    }

    package init(
        definition: PipelineDefinition, references: References, population: Population,
        referenceStores: [RowStore], evidence: [String: RowStore],
        sums: [ComponentPath: any SumFold]
    ) {
        self.definition = definition
        self.references = references
        self.population = population
        self.sums = sums
        func stores(_ kind: Kind) -> [RowStore] {
            referenceStores.filter { $0.plan.source.kind == kind }
        }
        indicators = IndicatorTable(
            names: references.indicators?.names ?? [], stores: stores(.indicator))
        standards = Dictionary(
            uniqueKeysWithValues: stores(.standard).map { ($0.plan.source.name, $0) })
        unitStores = stores(.unit)
        masterStores = [Kind.master, .unor, .jabatan, .filing].flatMap(stores)
        let unitCount = references.units?.names.count ?? 0
        var results = [Rational?](repeating: nil, count: unitCount)
        for store in stores(.unit) {
            let (unit, result) = (store.column("unit"), store.column("hasil"))
            for row in 0..<store.count {
                guard let name = store.text(unit, row),
                    let index = references.units?.index(of: name)
                else { continue }
                results[Int(index)] = store.number(result, row)
            }
        }
        unitResults = results
        sources = evidence.mapValues { store in
            let byPerson = store.column("nip") != nil
            return GroupedStore(
                store: store, column: byPerson ? "nip" : "unit",
                count: byPerson ? population.count : unitCount)
        }
    }
}

/// A component by its place in the definition.
package struct ComponentPath: Hashable, Sendable {
    package let scheme: Int
    package let component: Int

    package init(scheme: Int, component: Int) {
        self.scheme = scheme
        self.component = component
    }

    /// Stands for the attendance that payroll keeps of a source, which is no component's.
    ///
    /// `source`: Place in `attendance:` of `payroll:`.
    package static func payroll(_ source: Int) -> ComponentPath {
        ComponentPath(scheme: -1, component: source)
    }
}
