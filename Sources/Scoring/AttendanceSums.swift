package import Arithmetic
package import Batches
internal import Definition
internal import Evidence
internal import Plan

/// Sums of each person's attendance columns, for deductions that need nothing else.
package struct AttendanceSums: ScoringSums {
    private struct Term {
        /// What is taken off for one of the column as it is stored, with its sign turned.
        let points: (numerator: Int64, denominator: Int64)
        /// Plan column that is summed.
        let column: Int
        /// Plan column that it is divided by.
        let per: Int?
    }

    private let start: (numerator: Int64, denominator: Int64)
    private let terms: [Term]
    private let nip: Int
    /// By person: of each term the sum and the divisor's, over the rows that state what it needs; then the
    /// number of rows. They stand together, because one row adds to all of them.
    private var cells: [Int64]
    private let width: Int
    /// The first of the people that the cells are for.
    private let first: Int

    init?(_ method: AttendanceMethod, plan: SourcePlan, people: Range<Int>) {
        guard method.mean == .period, method.dailyCap == nil, let nip = plan.column("nip") else {
            return nil
        }
        guard let start = method.start.narrowParts else { return nil }
        var terms: [Term] = []
        for deduction in method.deductions {
            guard case .points(let points, let per) = deduction.amount,
                let column = plan.column(deduction.column)
            else { return nil }
            let divisor = per.flatMap { plan.column($0) }
            if per != nil, divisor == nil { return nil }
            // What is summed is what the columns store: tenths where they are declared with one place.
            let unit = Rational(
                divisor.map { plan.columns[$0].denominator } ?? 1,
                over: plan.columns[column].denominator)
            guard let parts = (-points * unit).narrowParts else { return nil }
            terms.append(Term(points: parts, column: column, per: divisor))
        }
        self.start = start
        self.terms = terms
        self.nip = nip
        width = 2 * terms.count + 1
        cells = Array(repeating: 0, count: people.count * width)
        first = people.lowerBound
    }

    package var bytesPerPerson: Int { 8 * width }

    package mutating func fold(_ batch: CheckedBatch, used: [Int32]) {
        let people = batch.columns[nip].codes
        for (position, term) in terms.enumerated() {
            let values = batch.columns[term.column].values
            let divisors = batch.columns[term.per ?? term.column].values
            let isDivided = term.per != nil
            let (width, place) = (self.width, 2 * position)
            add(used, people) { cells, person, row in
                let (value, divisor) = (values[row], divisors[row])
                if value == absent || divisor == absent { return }
                cells[person &* width &+ place] &+= value
                if isDivided { cells[person &* width &+ place &+ 1] &+= divisor }
            }
        }
        let (width, last) = (self.width, self.width - 1)
        add(used, people) { cells, person, _ in cells[person &* width &+ last] &+= 1 }
    }

    @inline(__always)
    private mutating func add(
        _ used: [Int32], _ people: [Int32],
        _ body: (inout MutableSpan<Int64>, _ person: Int, _ row: Int) -> Void
    ) {
        let first = self.first
        var cells = self.cells.mutableSpan
        for row in used {
            let person = Int(people[Int(row)]) &- first
            if person >= 0 { body(&cells, person, Int(row)) }
        }
    }

    package func points(of people: [Int32]) -> RationalColumn {
        var column = RationalColumn(count: people.count)
        for (place, person) in people.enumerated() {
            let cell = (Int(person) - self.first) * width
            guard cells[cell + width - 1] > 0 else { continue }
            var points = RunningFraction(start)
            for (position, term) in terms.enumerated() {
                let cell = cell + 2 * position
                let divisor = term.per == nil ? 1 : cells[cell + 1]
                if divisor == 0 { continue }
                points.add(cells[cell], times: term.points, over: divisor)
            }
            points.put(at: place, of: &column)
        }
        return column
    }
}

/// ``TypedColumn/null``, known here so that no loop calls for it.
private let absent = Int64.min
