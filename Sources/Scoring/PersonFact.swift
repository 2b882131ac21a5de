internal import Definition
internal import Evidence

/// A fact about people that rows of a source state, such as a new idea that was put to use.
struct PersonFact: Sendable {
    private let filter: RowFilter
    private let sources: [GroupedStore]

    init(_ condition: PredikatCondition, _ evidence: EvidenceSet) {
        filter = RowFilter(condition.condition, evidence)
        sources = condition.sources.compactMap { evidence.sources[$0] }
    }

    func holds(for person: Int32) -> Bool {
        sources.contains { source in
            source.rows(of: person).contains { filter.accepts(source.store, Int($0)) }
        }
    }
}
