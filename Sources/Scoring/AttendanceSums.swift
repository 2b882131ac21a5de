package import Arithmetic
package import Batches
internal import Definition
internal import Evidence
internal import Plan

/// Sums of each person's attendance columns, for deductions that need nothing else.
package struct AttendanceSums: ScoringSums {
    private struct Term {
        let points: Rational
        /// Positions among the summed columns.
        let sum: Int
        let per: Int?
    }

    private let start: Rational
    private let terms: [Term]
    private let nip: Int
    /// Plan columns that are summed.
    private let summed: [Int]
    /// Person × summed column.
    private var sums: [Int64]
    private var rowCounts: [Int32]

    init?(_ method: AttendanceMethod, plan: SourcePlan, personCount: Int) {
        guard method.mean == .period, method.dailyCap == nil, let nip = plan.column("nip") else {
            return nil
        }
        var summed: [Int] = []
        var terms: [Term] = []
        func position(_ name: String) -> Int? {
            guard let column = plan.column(name) else { return nil }
            if let known = summed.firstIndex(of: column) { return known }
            summed.append(column)
            return summed.count - 1
        }
        for deduction in method.deductions {
            guard case .points(let points, let per) = deduction.amount,
                let sum = position(deduction.column)
            else { return nil }
            let divisor = per.flatMap { position($0) }
            if per != nil, divisor == nil { return nil }
            terms.append(Term(points: points, sum: sum, per: divisor))
        }
        start = method.start
        self.terms = terms
        self.nip = nip
        self.summed = summed
        sums = Array(repeating: 0, count: personCount * summed.count)
        rowCounts = Array(repeating: 0, count: personCount)
    }

    package mutating func fold(_ batch: CheckedBatch) {
        let people = batch.columns[nip].codes
        for (position, column) in summed.enumerated() {
            let values = batch.columns[column].values
            for row in 0..<batch.rowCount
            where batch.outcomes[row] == .used && values[row] != TypedColumn.null {
                sums[Int(people[row]) * summed.count + position] += values[row]
            }
        }
        for row in 0..<batch.rowCount where batch.outcomes[row] == .used {
            rowCounts[Int(people[row])] += 1
        }
    }

    package func points(of person: Int32) -> Rational? {
        guard rowCounts[Int(person)] > 0 else { return nil }
        let first = Int(person) * summed.count
        var points = start
        for term in terms {
            let sum = Rational(Int(sums[first + term.sum]))
            guard let per = term.per else {
                points = points - term.points * sum
                continue
            }
            let divisor = sums[first + per]
            if divisor != 0 { points = points - term.points * sum / Rational(Int(divisor)) }
        }
        return points
    }
}
