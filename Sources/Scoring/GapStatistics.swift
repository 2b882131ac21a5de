internal import Definition
package import Evidence
internal import Formulas
internal import Plan
internal import Spelling

/// Required against held levels of everyone whose post requires any, with the training that helps.
package enum GapStatistics {
    /// - Returns: People in register order; their competencies in the order of the standard.
    package static func rows(_ evidence: EvidenceSet) -> [GapRow] {
        guard let gaps = evidence.definition.gaps,
            let component = evidence.definition.schemes.flatMap(\.components)
                .first(where: { $0.id == gaps.component }),
            case .competency(let method) = component.method
        else { return [] }
        let scorer = CompetencyScorer(component: component, method: method, evidence: evidence)
        let training = gaps.trainingTable.flatMap { evidence.references.tables[$0] }
        var rows: [GapRow] = []
        for person in 0..<evidence.population.count
        where evidence.population.exclusions[person] < 0 {
            let taken = trainings(of: Int32(person), evidence)
            for gap in scorer.gaps(of: Int32(person)) {
                let recommended = training.flatMap { table in
                    table.index(of: gap.competency).flatMap { table.attribute("nama", of: $0) }
                }
                rows.append(
                    GapRow(
                        person: Int32(person), competency: gap.competency,
                        required: gap.required, held: gap.held,
                        recommended: gap.level.needsTraining ? recommended ?? "" : "",
                        taken: taken[FoldedSpelling.fold(gap.competency)]?.joined(separator: "; ")
                            ?? ""))
            }
        }
        return rows
    }

    /// Names of the trainings taken, by folded competency.
    private static func trainings(
        of person: Int32, _ evidence: EvidenceSet
    ) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for source in evidence.definition.sources where source.kind == .training {
            guard let grouped = evidence.sources[source.name] else { continue }
            let store = grouped.store
            for row in grouped.rows(of: person).map(Int.init) {
                guard let competency = store.text(store.column("kompetensi"), row),
                    let name = store.text(store.column("pelatihan"), row)
                else { continue }
                found[FoldedSpelling.fold(competency), default: []].append(name)
            }
        }
        return found
    }
}
