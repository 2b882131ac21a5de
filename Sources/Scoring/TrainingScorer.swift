internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas

/// Hours of training against the hours required, at most 100 points.
struct TrainingScorer {
    let component: ComponentDefinition
    let hours: Rational
    let evidence: EvidenceSet

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        var sum = Rational.zero
        var hasRows = false
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let store = source.store
            for row in source.rows(of: person).map(Int.init)
            where RowFilter(component.condition, evidence).accepts(store, row) {
                guard let taken = store.number(store.column("jam"), row) else { continue }
                hasRows = true
                sum += taken
                trace.add(
                    Trace.Node(
                        label: store.text(store.column("pelatihan"), row) ?? "pelatihan",
                        value: "\(taken.exactText) jam",
                        rows: [
                            .init(source: name, file: store.files[row], line: store.lines[row])
                        ]))
            }
        }
        guard hasRows else { return nil }
        return min(Rational(100), Rational(100) * sum / hours)
    }
}
