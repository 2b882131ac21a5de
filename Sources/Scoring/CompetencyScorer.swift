internal import Arithmetic
internal import CivilService
package import Definition
package import Evidence
internal import Formulas
internal import Spelling

/// Levels held against levels required by the person's post.
package struct CompetencyScorer: Sendable {
    let component: ComponentDefinition
    let method: CompetencyMethod
    let evidence: EvidenceSet

    package init(
        component: ComponentDefinition, method: CompetencyMethod, evidence: EvidenceSet
    ) {
        self.component = component
        self.method = method
        self.evidence = evidence
    }

    /// A required competency of one person and what is held.
    package struct Gap: Sendable {
        package let competency: String
        package let required: Int64
        /// `nil`: never judged.
        package let held: Int64?
        let place: Trace.RowPlace?

        var level: KesesuaianKompetensi.Level { .init(required: required, held: held) }
    }

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        let gaps = gaps(of: person)
        for gap in gaps {
            trace.add(
                Trace.Node(
                    label: gap.competency, value: gap.held.map { "\($0)" },
                    formula: "syarat \(gap.required)", rows: gap.place.map { [$0] } ?? []))
        }
        return method.formula.percent(of: gaps.map(\.level))
    }

    /// Required competencies in the order of the standard, with the latest judgement up to the period's end.
    package func gaps(of person: Int32) -> [Gap] {
        guard let standard = evidence.standards[method.standard] else { return [] }
        let required = requirements(of: Int(person), in: standard)
        guard !required.isEmpty else { return [] }
        let held = judgements(of: person)
        return required.map { competency, level in
            let judgement = held[FoldedSpelling.fold(competency)]
            return Gap(
                competency: competency, required: level, held: judgement?.level,
                place: judgement?.place)
        }
    }

    private func requirements(
        of person: Int, in standard: RowStore
    ) -> [(competency: String, level: Int64)] {
        let competency = standard.column("kompetensi")
        let level = standard.column("level")
        let column = standard.column("jabatan") ?? standard.column("jenjang")
        for name in method.requiredBy {
            guard let post = evidence.population.text(name, of: person) else { continue }
            let wanted = FoldedSpelling.fold(post)
            let rows = (0..<standard.count).filter { row in
                standard.text(column, row).map { FoldedSpelling.fold($0) == wanted } ?? false
            }
            let found = rows.compactMap { row -> (competency: String, level: Int64)? in
                guard let name = standard.text(competency, row),
                    let value = standard.value(level, row)
                else { return nil }
                return (name, value)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func judgements(
        of person: Int32
    ) -> [String: (level: Int64, date: Int64, place: Trace.RowPlace)] {
        var latest: [String: (level: Int64, date: Int64, place: Trace.RowPlace)] = [:]
        let end = Int64(evidence.definition.period.last.dayNumber)
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let store = source.store
            for row in source.rows(of: person).map(Int.init) {
                guard let competency = store.text(store.column("kompetensi"), row),
                    let level = store.value(store.column("level"), row),
                    RowFilter(component.condition, evidence).accepts(store, row)
                else { continue }
                let date = store.value(store.column("tanggal"), row) ?? .min
                guard date <= end else { continue }
                let key = FoldedSpelling.fold(competency)
                if let known = latest[key], known.date > date { continue }
                latest[key] = (
                    level, date,
                    Trace.RowPlace(
                        source: name, file: store.files[row], line: store.lines[row])
                )
            }
        }
        return latest
    }
}
