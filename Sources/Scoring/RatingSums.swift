package import Arithmetic
package import Batches
internal import Definition
internal import Evidence
internal import Plan
internal import Spelling

/// Sum and number of the ratings of each person by role, for ratings pooled over values.
package struct RatingSums: ScoringSums {
    private let method: RatingMethod
    private let minimumPresent: Rational
    /// By role.
    private let weights: [(numerator: Int64, denominator: Int64)]
    private let isOther: [Bool]
    private let expected: Rational
    private let hasNoMinimum: Bool
    private let roles: SpellingTable
    private let columns: (nip: Int, role: Int, value: Int)
    private let denominator: Int64
    /// Role of each value that the column's rule lists, -1 where it is no role of the method.
    private let roleOfChoice: [Int32]
    /// By person and role the total and the number of ratings: one row adds to both.
    private var cells: [Int64]
    /// The first of the people that the cells are for.
    private let first: Int

    init?(
        _ method: RatingMethod, plan: SourcePlan, definition: PipelineDefinition,
        component: ComponentDefinition, people: Range<Int>
    ) {
        guard method.pool == .values, method.aspects.isEmpty,
            method.roles.allSatisfy({ $0.minimumRaters <= 1 }),
            let nip = plan.column("nip"), let role = plan.column("peran"),
            let value = plan.column("nilai")
        else { return nil }
        weights = method.roles.compactMap(\.weight.narrowParts)
        guard weights.count == method.roles.count else { return nil }
        isOther = method.roles.map { !method.notAlone.contains($0.name) }
        expected = method.roles.reduce(.zero) { $0 + $1.weight }
        self.method = method
        minimumPresent = component.minimumPresent
        hasNoMinimum = component.minimumPresent.isZero
        roles = SpellingTable(
            method.roles.enumerated().map { ($0.element.name, Int32($0.offset)) }, folded: true)
        columns = (nip, role, value)
        denominator = plan.columns[value].denominator
        var choices: [String] = []
        for check in plan.columns[role].checks where check.condition == nil {
            if case .oneOfText(let table) = check.test { choices = table.spellings }
        }
        let roles = self.roles
        roleOfChoice = choices.map { roles.code(of: $0.utf8.span) ?? -1 }
        cells = LargeTable.signedWords(2 * people.count * method.roles.count)
        first = people.lowerBound
    }

    package var bytesPerPerson: Int { 16 * method.roles.count }

    package mutating func fold(_ batch: CheckedBatch, used: [Int32]) {
        let people = batch.columns[columns.nip].codes
        let values = batch.columns[columns.value].values
        let roles = roles(of: batch, used: used)
        let width = method.roles.count
        let first = self.first
        var cells = self.cells.mutableSpan
        for (place, row) in used.enumerated() {
            let person = Int(people[Int(row)]) &- first
            let (value, role) = (values[Int(row)], roles[place])
            if value == absent || role < 0 || person < 0 { continue }
            let cell = 2 &* (person &* width &+ Int(role))
            cells[cell] &+= value
            cells[cell &+ 1] &+= 1
        }
    }

    /// By used row, -1 where there is none that the method knows.
    private func roles(of batch: CheckedBatch, used: [Int32]) -> [Int32] {
        let column = batch.columns[columns.role]
        if !column.choices.isEmpty, !roleOfChoice.isEmpty {
            return used.map { row in
                let choice = Int(column.choices[Int(row)])
                return choice < 0 ? -1 : roleOfChoice[choice]
            }
        }
        return used.map { row in
            let value = column.values[Int(row)]
            guard value != absent else { return -1 }
            let text = batch.raw.bytes.span.extracting(TypedColumn.range(ofSlice: value))
            return roles.code(of: text) ?? -1
        }
    }

    package func points(of people: [Int32]) -> RationalColumn {
        var column = RationalColumn(count: people.count)
        let needsOther = !method.notAlone.isEmpty
        for (place, person) in people.enumerated() {
            var sum = RunningFraction()
            var present = RunningFraction()
            var hasOther = !needsOther
            for role in weights.indices {
                let cell = 2 * ((Int(person) - first) * weights.count + role)
                guard cells[cell + 1] > 0 else { continue }
                hasOther = hasOther || isOther[role]
                // Counts of 31 bits and the tens of a decimal's denominator.
                sum.add(
                    cells[cell], times: weights[role], over: cells[cell + 1] * denominator)
                present.add(1, times: weights[role], over: 1)
            }
            guard present.isPositive, hasOther, isEnough(present) else { continue }
            sum.put(dividedBy: present, at: place, of: &column)
        }
        return column
    }

    private func isEnough(_ present: RunningFraction) -> Bool {
        hasNoMinimum
            || !(present.value * Rational(100) < expected * minimumPresent)
    }
}

/// ``TypedColumn/null``, known here so that no loop calls for it.
private let absent = Int64.min
