internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Spelling

/// The appraisal of a teacher (PKG) from ratings, one competency (`aspek`) a row or several.
///
/// A competency rated more than once has the mean of its ratings; the arithmetic is that of ``PenilaianKinerjaGuru``.
struct PKGScorer {
    let component: ComponentDefinition
    let method: TeacherMethod
    let evidence: EvidenceSet

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        var means: [String: PlainMean] = [:]
        let filter = RowFilter(component.condition, evidence)
        for name in component.sources {
            guard let source = evidence.sources[name] else { continue }
            let store = source.store
            for row in source.rows(of: person).map(Int.init) where filter.accepts(store, row) {
                guard let aspect = store.text(store.column("aspek"), row),
                    let score = store.number(store.column("nilai"), row)
                else { continue }
                means[FoldedSpelling.fold(aspect), default: PlainMean()].add(score)
                trace.add(
                    Trace.Node(
                        label: aspect, value: score.traceText,
                        rows: [
                            .init(source: name, file: store.files[row], line: store.lines[row])
                        ]))
            }
        }
        let judged = Rational(means.count)
        guard let all = method.formula.competencies(of: method.jenis), !means.isEmpty,
            judged * Rational(100) >= all * component.minimumPresent
        else { return nil }
        let score = means.values.compactMap(\.value).reduce(Rational.zero, +)
        let value = method.formula.value(
            score: score, judged: judged, jenis: method.jenis, &trace)
        if trace.isOn, let value { _ = method.formula.sebutan(of: value, &trace) }
        return value
    }
}
