internal import Batches
internal import Plan
internal import Spelling

/// How the key of a source's rows becomes one number, where what its columns can hold is known beforehand.
///
/// People, units and indicators are numbered, months lie within the period, a listed value has its place in the
/// list: "person, indicator, month" is one of a few hundred cells of a person. The number is the key itself in a
/// mixed base, so equal numbers are equal keys.
struct KeyLayout: Sendable {
    private enum Origin: Sendable {
        /// The number of the row referred to, less this one.
        case codes(first: Int32)
        case choices
        /// The stored value, less this one.
        case values(first: Int64)
        /// By month of the year: its place among the months that the rules allow.
        case months(places: [Int64])
    }

    /// One column of the key: 0 for an absent value, then 1...`count`.
    private struct Part: Sendable {
        let column: Int
        let origin: Origin
        let count: Int64
    }

    private let parts: [Part]
    /// Whether the key begins with the person: its cells are then few for each.
    let startsWithPerson: Bool
    /// Numbers that the key's columns behind the first can give together.
    let cellsPerFirst: Int64

    /// Fails when a column of the key can hold anything, or all together more than a number can.
    ///
    /// - Parameters:
    ///   - plan: The source's plan.
    ///   - people: Those whose rows are met; empty before the register is read.
    init?(_ plan: SourcePlan, people: Range<Int>) {
        var parts: [Part] = []
        for column in plan.key {
            guard let part = Self.part(column, plan, people) else {
                return nil
            }
            parts.append(part)
        }
        // The person first, whatever the order of the key: its cells then stand together.
        let person = parts.firstIndex { plan.columns[$0.column].name == "nip" && !people.isEmpty }
        if let person { parts.insert(parts.remove(at: person), at: 0) }
        var cells: Int64 = 1
        for (place, part) in parts.enumerated().reversed() where place > 0 {
            let (product, overflow) = cells.multipliedReportingOverflow(by: part.count + 1)
            if overflow { return nil }
            cells = product
        }
        guard let first = parts.first,
            !cells.multipliedReportingOverflow(by: first.count + 2).overflow
        else { return nil }
        self.parts = parts
        startsWithPerson = person != nil
        cellsPerFirst = cells
    }

    private static func part(_ column: Int, _ plan: SourcePlan, _ people: Range<Int>) -> Part? {
        let columnPlan = plan.columns[column]
        switch columnPlan.reference {
        case .people:
            guard !people.isEmpty else { return nil }
            return Part(
                column: column, origin: .codes(first: Int32(people.lowerBound)),
                count: Int64(people.count))
        case .table(let table):
            return Part(
                column: column, origin: .codes(first: 0), count: Int64(table.names.count))
        case nil: break
        }
        // Of two lists the choices are places in the later one.
        for check in columnPlan.checks.reversed() where check.condition == nil {
            switch check.test {
            case .people:
                // Anybody of the register, whose number is below 2³¹.
                return Part(column: column, origin: .codes(first: 0), count: 1 << 31)
            case .oneOfText(let table):
                let count = Int64(table.spellings.count)
                return Part(column: column, origin: .choices, count: count)
            default: continue
            }
        }
        if case .nip = columnPlan.parser {
            return Part(column: column, origin: .values(first: 0), count: 1 << 60)
        }
        guard column == plan.periodColumn else { return nil }
        if case .month = columnPlan.parser, let months = months(of: columnPlan) {
            return months(column)
        }
        return Part(
            column: column, origin: .values(first: plan.periodFirst),
            count: plan.periodLast - plan.periodFirst + 1)
    }

    /// The months of the year that a rule allows; no period is longer than a year.
    private static func months(of column: ColumnPlan) -> ((Int) -> Part)? {
        for check in column.checks where check.condition == nil {
            guard case .months(let months) = check.test else { continue }
            var places = [Int64](repeating: -1, count: 12)
            for (place, month) in months.sorted().enumerated() { places[month - 1] = Int64(place) }
            return { Part(column: $0, origin: .months(places: places), count: Int64(months.count)) }
        }
        return nil
    }

    /// The keys of all rows of a batch; of rows that are not used they mean nothing.
    func keys(of batch: CheckedBatch) -> [Int64] {
        var keys = [Int64](repeating: 0, count: batch.rowCount)
        for part in parts {
            let column = batch.columns[part.column]
            let base = part.count &+ 1
            switch part.origin {
            case .codes(let first): Self.append(column.codes, less: first, base, to: &keys)
            case .choices: Self.append(column.choices, less: 0, base, to: &keys)
            case .values(let first):
                Self.append(column.values, base, to: &keys) { value in
                    value == absent ? 0 : value &- first &+ 1
                }
            case .months(let places):
                Self.append(column.values, base, to: &keys) { value in
                    value < 0 ? 0 : places[Int(value % 12)] &+ 1
                }
            }
        }
        return keys
    }

    @inline(__always)
    private static func append(
        _ codes: [Int32], less first: Int32, _ base: Int64, to keys: inout [Int64]
    ) {
        precondition(codes.count == keys.count)
        for row in keys.indices { keys[row] = keys[row] &* base &+ Int64(codes[row] &- first) &+ 1 }
    }

    @inline(__always)
    private static func append(
        _ values: [Int64], _ base: Int64, to keys: inout [Int64], _ number: (Int64) -> Int64
    ) {
        precondition(values.count == keys.count)
        for row in keys.indices { keys[row] = keys[row] &* base &+ number(values[row]) }
    }
}

/// ``TypedColumn/null``, known here so that no loop calls for it.
private let absent = Int64.min
