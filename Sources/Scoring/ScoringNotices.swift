internal import Definition
package import Evidence
internal import Plan
internal import Spelling

/// What scoring passes over and a person should look at.
package enum ScoringNotices {
    /// Sanction rows whose percentage nobody states: neither the row nor the levels of any factor.
    package static func sanctionsWithoutPercent(_ evidence: EvidenceSet) -> [UnmeasuredRows.Place] {
        var places: Set<UnmeasuredRows.Place> = []
        for factor in evidence.definition.schemes.flatMap(\.factors) {
            let levels = Set(factor.levels.map { FoldedSpelling.fold($0.level) })
            for name in factor.sources {
                guard let store = evidence.sources[name]?.store else { continue }
                for row in 0..<store.count
                where store.value(store.column("persen"), row) == nil {
                    let level = store.text(store.column("tingkat"), row)
                    if let level, levels.contains(FoldedSpelling.fold(level)) { continue }
                    places.insert(
                        .init(
                            file: store.files[row], line: store.lines[row],
                            person: store.code(store.column("nip"), row) ?? -1))
                }
            }
        }
        return places.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    /// Indicators that a component lists and the indicator source does not have in this period.
    package static func indicatorsNotInForce(
        _ evidence: EvidenceSet
    ) -> [(component: String, code: String)] {
        var found: [(component: String, code: String)] = []
        for component in evidence.definition.schemes.flatMap(\.components) {
            guard case .attainment(let method) = component.method else { continue }
            for code in method.indicators
            where evidence.references.indicators?.index(of: code) == nil {
                if !found.contains(where: { $0 == (component.id, code) }) {
                    found.append((component.id, code))
                }
            }
        }
        return found
    }
}
