internal import Arithmetic
internal import CivilService
internal import Definition
internal import Evidence
internal import Formulas

/// Angka kredit of the period: the predikat of the SKP that counts, for the months in which one held.
struct AngkaKreditScorer: Sendable {
    private let method: AngkaKreditMethod
    private let outcomes: OutcomeRows
    private let evidence: EvidenceSet

    init(
        _ component: ComponentDefinition, _ method: AngkaKreditMethod, _ evidence: EvidenceSet
    ) {
        self.method = method
        self.evidence = evidence
        outcomes = OutcomeRows(component: component, evidence: evidence)
    }

    /// - Returns: `nil` for people whose `jenjang` has no coefficient, as all who are no functional officials.
    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        let jenjang = evidence.references.personColumn(
            "jenjang", of: Int(person), in: evidence.population)
        let rows = outcomes.rows(of: person)
        guard let jenjang, let answer = method.several.answer(rows.map(\.skp), &trace),
            let hasil = answer.hasil, let perilaku = answer.perilaku,
            let predikat = method.predikat.predikat(hasil: hasil, perilaku: perilaku, &trace)
        else { return nil }
        let months = evidence.definition.period.months.filter { month in
            rows.contains { $0.span.contains(month.last) }
        }
        guard !months.isEmpty else { return nil }
        return method.formula.points(
            jenjang: jenjang, predikat: predikat, months: months.count, &trace)
    }
}
