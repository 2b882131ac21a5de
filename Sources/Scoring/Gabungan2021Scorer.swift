internal import Arithmetic
internal import CivilService
internal import Definition
internal import Evidence
internal import Formulas

/// The year 2021 from the figures of its halves, which two regulations gave.
struct Gabungan2021Scorer: Sendable {
    /// First day of the year's second half.
    private let secondHalf: CalendarDate
    private let formula: Penggabungan2021
    private let outcomes: OutcomeRows

    init(_ component: ComponentDefinition, _ formula: Penggabungan2021, _ evidence: EvidenceSet) {
        self.formula = formula
        let first = evidence.definition.period.first
        // Of the year, whatever the length of the period: a quarter has no first half of a year in it.
        secondHalf = first.adding(months: 7 - first.month)
        outcomes = OutcomeRows(component: component, evidence: evidence)
    }

    /// - Returns: `nil` where a half has no figure, or more than one.
    func points(of person: Int32, _ trace: inout Trace) -> Rational? {
        let rows = outcomes.rows(of: person, figure: .nilai).filter { $0.skp.value != nil }
        OutcomeRows.trace(rows, &trace)
        let first = rows.filter { $0.span.upperBound < secondHalf }
        let second = rows.filter { $0.span.lowerBound >= secondHalf }
        guard first.count == 1, second.count == 1 else { return nil }
        return formula.value(first: first[0].skp.value, second: second[0].skp.value, &trace)
    }
}
