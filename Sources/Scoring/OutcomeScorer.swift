internal import Arithmetic
internal import Definition
internal import Evidence
internal import Formulas
internal import Spelling

/// A rating or figure given elsewhere, of the SKP that counts.
struct OutcomeScorer: Sendable {
    private let method: OutcomeMethod
    private let outcomes: OutcomeRows
    /// Points by folded word.
    private let points: [String: Rational]

    init(_ component: ComponentDefinition, _ method: OutcomeMethod, _ evidence: EvidenceSet) {
        self.method = method
        outcomes = OutcomeRows(component: component, evidence: evidence)
        points = Dictionary(
            method.values.map { (FoldedSpelling.fold($0.word), $0.points) },
            uniquingKeysWith: { first, _ in first })
    }

    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        let rows = outcomes.rows(of: person, figure: method.column)
        OutcomeRows.trace(rows, &trace)
        guard let answer = method.several.answer(rows.map(\.skp), &trace) else { return nil }
        guard method.column.isRating else { return answer.value }
        let word = method.column == .hasil ? answer.hasil : answer.perilaku
        guard let word else { return nil }
        let value = points[FoldedSpelling.fold(word)]
        trace.add(Trace.Node(label: word, value: value?.traceText))
        return value
    }
}
