internal import Definition
package import Evidence
internal import Formulas
internal import Spelling

/// Definitive SKP of one person that hold on the same day and are rated differently: one of them decides the
/// predikat, and somebody should say which is right.
package enum ConflictingSKP {
    /// The later of each two that conflict.
    ///
    /// - Returns: Each row once, by file number and line.
    package static func find(_ evidence: EvidenceSet) -> [UnmeasuredRows.Place] {
        var places: Set<UnmeasuredRows.Place> = []
        for component in evidence.definition.schemes.flatMap(\.components) {
            guard case .outcome(let method) = component.method else { continue }
            let outcomes = OutcomeRows(component: component, evidence: evidence)
            for person in 0..<Int32(evidence.population.count) {
                let rows = outcomes.rows(of: person, figure: method.column)
                    .filter { !$0.skp.isActing }
                // Hardly anyone has two.
                if rows.count < 2 { continue }
                for (place, row) in rows.enumerated()
                where rows[..<place].contains(where: { conflicts($0, row) }) {
                    places.insert(
                        .init(file: row.place.file, line: row.place.line, person: person))
                }
            }
        }
        return places.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    private static func conflicts(_ a: OutcomeRows.Row, _ b: OutcomeRows.Row) -> Bool {
        func differ<Value: Equatable>(_ value: (PeriodSKP) -> Value?) -> Bool {
            // What one of them does not state it does not deny.
            guard let first = value(a.skp), let second = value(b.skp) else { return false }
            return first != second
        }
        return a.span.overlaps(b.span)
            && (differ { $0.hasil.map(FoldedSpelling.fold) }
                || differ { $0.perilaku.map(FoldedSpelling.fold) } || differ(\.value))
    }
}
