internal import Arithmetic
internal import CivilService
internal import Definition
internal import Evidence
internal import Formulas

/// Points by days late: 100 on time, less `per_day` for each day after the due date.
struct TimelinessScorer {
    let component: ComponentDefinition
    let method: TimelinessMethod
    let evidence: EvidenceSet

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        var mean = PlainMean()
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let store = source.store
            for row in source.rows(of: person).map(Int.init)
            where RowFilter(component.condition, evidence).accepts(store, row) {
                guard let due = store.value(store.column("tenggat"), row),
                    let points = points(
                        due: due, done: store.value(store.column("selesai"), row))
                else { continue }
                mean.add(points.value)
                trace.add(
                    Trace.Node(
                        label: store.text(store.column("indikator"), row) ?? "tugas",
                        value: points.value.traceText, formula: points.words,
                        rows: [
                            .init(source: name, file: store.files[row], line: store.lines[row])
                        ]))
            }
        }
        return mean.value
    }

    /// Points of one row, for monitoring.
    func measured(_ store: RowStore, _ row: Int) -> Rational? {
        guard let due = store.value(store.column("tenggat"), row) else { return nil }
        return points(due: due, done: store.value(store.column("selesai"), row))?.value
    }

    private func points(due: Int64, done: Int64?) -> (value: Rational, words: String)? {
        guard let done else {
            let isDue = due <= Int64(evidence.definition.period.last.dayNumber)
            guard isDue, let undone = method.undone else { return nil }
            return (undone, "jatuh tempo, belum selesai")
        }
        let late = max(0, done - due)
        let points = max(method.floor, Rational(100) - method.perDay * Rational(Int(late)))
        return (points, "terlambat \(late) hari")
    }
}
