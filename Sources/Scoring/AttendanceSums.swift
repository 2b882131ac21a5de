package import Arithmetic
package import Batches
internal import Definition
internal import Evidence
internal import Plan

/// Sums of each person's attendance columns, for deductions that need nothing else.
package struct AttendanceSums: ScoringSums {
    private struct Term {
        let points: Rational
        /// Plan column that is summed.
        let column: Int
        /// Plan column that it is divided by.
        let per: Int?
    }

    private let start: Rational
    private let terms: [Term]
    private let nip: Int
    /// Person × term: sums over the rows that state what the term needs.
    private var sums: [Int64]
    private var divisors: [Int64]
    private var rowCounts: [Int32]

    init?(_ method: AttendanceMethod, plan: SourcePlan, personCount: Int) {
        guard method.mean == .period, method.dailyCap == nil, let nip = plan.column("nip") else {
            return nil
        }
        var terms: [Term] = []
        for deduction in method.deductions {
            guard case .points(let points, let per) = deduction.amount,
                let column = plan.column(deduction.column)
            else { return nil }
            let divisor = per.flatMap { plan.column($0) }
            if per != nil, divisor == nil { return nil }
            terms.append(Term(points: points, column: column, per: divisor))
        }
        start = method.start
        self.terms = terms
        self.nip = nip
        sums = Array(repeating: 0, count: personCount * terms.count)
        divisors = Array(repeating: 0, count: personCount * terms.count)
        rowCounts = Array(repeating: 0, count: personCount)
    }

    package mutating func fold(_ batch: CheckedBatch) {
        let people = batch.columns[nip].codes
        for (position, term) in terms.enumerated() {
            let values = batch.columns[term.column].values
            let divisors = term.per.map { batch.columns[$0].values }
            for row in 0..<batch.rowCount
            where batch.outcomes[row] == .used && values[row] != TypedColumn.null
                && people[row] >= 0
            {
                let cell = Int(people[row]) * terms.count + position
                if let divisors {
                    guard divisors[row] != TypedColumn.null else { continue }
                    self.divisors[cell] += divisors[row]
                }
                sums[cell] += values[row]
            }
        }
        for row in 0..<batch.rowCount where batch.outcomes[row] == .used && people[row] >= 0 {
            rowCounts[Int(people[row])] += 1
        }
    }

    package func points(of person: Int32) -> Rational? {
        guard rowCounts[Int(person)] > 0 else { return nil }
        var points = start
        for (position, term) in terms.enumerated() {
            let cell = Int(person) * terms.count + position
            let sum = Rational(Int(sums[cell]))
            if term.per == nil {
                points = points - term.points * sum
            } else if divisors[cell] != 0 {
                points = points - term.points * sum / Rational(Int(divisors[cell]))
            }
        }
        return points
    }
}
