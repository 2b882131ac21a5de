internal import Batches
internal import CivilService
internal import Definition
internal import Plan
internal import Spelling

/// Asks one rule of every row of a batch that has no fault so far.
struct CheckRunner {
    let check: Check
    let column: Int
    let plan: SourcePlan
    let people: NIPIndex
    let rejectedPeople: Set<UInt64>

    func run(_ work: inout ValidationWork) {
        let values = work.columns[column].values
        for row in 0..<work.rowCount where work.faults[row] < 0 {
            if let condition = check.condition, !condition.holds(row: row, of: work.batch) {
                continue
            }
            let value = values[row]
            guard value != TypedColumn.null else {
                if case .required = check.test { work.reject(row, check.fault) }
                continue
            }
            if !passes(value, row: row, work) {
                let isConsequent: Bool
                if case .people = check.test {
                    isConsequent = rejectedPeople.contains(UInt64(value))
                } else {
                    isConsequent = false
                }
                work.reject(row, check.fault, isConsequent: isConsequent)
            }
        }
    }

    private func passes(_ value: Int64, row: Int, _ work: ValidationWork) -> Bool {
        switch check.test {
        case .range(let min, let max): value >= min && value <= max
        case .forbidden(let values): !values.contains(value)
        case .oneOf(let values): values.contains(value)
        case .forbiddenText(let table): work.withText(value) { table.code(of: $0) } == nil
        case .oneOfText(let table): work.withText(value) { table.code(of: $0) } != nil
        case .pattern(let patterns):
            work.withText(value) { text in patterns.contains { $0.matches(text) } }
        case .required: true
        case .months(let months): months.contains(Int(monthOfYear(value)))
        case .within(let first, let last): value >= first && value <= last
        case .people: people.index(of: UInt64(value)) >= 0
        case .known(let table, let narrowed):
            isKnown(work.withText(value) { table.index(of: $0) }, narrowed)
        case .compare(let comparison, let other):
            compares(value, comparison, other: other, row: row, work)
        case .nipPart(let part, let nip): agrees(value, part, nip: nip, row: row, work)
        }
    }

    private func isKnown(_ index: Int32?, _ narrowed: [Bool]?) -> Bool {
        guard let index else { return false }
        return narrowed?[Int(index)] ?? true
    }

    private func monthOfYear(_ value: Int64) -> Int64 {
        if plan.columns[column].type == .month { return value % 12 + 1 }
        return Int64(CalendarDate(dayNumber: Int32(value)).month)
    }

    /// A comparison with an absent or unrecognisable value does not fail: that value has a fault of its own.
    private func compares(
        _ value: Int64, _ comparison: RuleDefinition.Comparison, other: Int, row: Int,
        _ work: ValidationWork
    ) -> Bool {
        guard let second = otherValue(other, row: row, work) else { return true }
        let left = Int128(value) * Int128(plan.columns[other].denominator)
        let right = Int128(second) * Int128(plan.columns[column].denominator)
        return switch comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .equal: left == right
        case .greaterOrEqual: left >= right
        case .greater: left > right
        case .notEqual: left != right
        }
    }

    /// The value of a column that may not have been parsed yet, because it stands to the right.
    private func otherValue(_ other: Int, row: Int, _ work: ValidationWork) -> Int64? {
        let parsed = work.columns[other].values
        if !parsed.isEmpty { return parsed[row] == TypedColumn.null ? nil : parsed[row] }
        let field = work.batch.field(row: row, column: other)
        let text = work.batch.plainText(field)
        let trimmed = Blanks.trim(0..<text.count, in: text.span)
        if plan.columns[other].nulls?.code(of: text.span.extracting(trimmed)) != nil { return nil }
        var scratch: [UInt8] = []
        return ColumnParser.number(
            text.span.extracting(trimmed), parser: plan.columns[other].parser, scratch: &scratch)
    }

    private func agrees(
        _ value: Int64, _ part: RuleDefinition.NIPPart, nip: Int, row: Int, _ work: ValidationWork
    ) -> Bool {
        guard let digits = otherValue(nip, row: row, work) else { return true }
        let number = NIP(unchecked: UInt64(digits))
        switch part {
        case .birth:
            return number.birthDate.map { Int64($0.dayNumber) == value } ?? true
        case .appointment:
            let date = CalendarDate(dayNumber: Int32(value))
            guard date.year == number.appointmentYear else { return false }
            return number.appointmentMonth.map { $0 == date.month } ?? true
        case .sex:
            let first = work.withText(value) { $0.count > 0 ? $0[0] | 0x20 : 0 }
            // P(erempuan), W(anita), F(emale) against L(aki-laki), M(ale), pria.
            // "Pr" is perempuan, "pria" is a man.
            let isPria = work.withText(value) { text in
                text.count > 2 && text[0] | 0x20 == UInt8(ascii: "p")
                    && text[1] | 0x20 == UInt8(ascii: "r") && text[2] | 0x20 == UInt8(ascii: "i")
            }
            let women: [UInt8] = [UInt8(ascii: "p"), UInt8(ascii: "w"), UInt8(ascii: "f")]
            let isWoman =
                (women.contains(first) && !isPria) || first == UInt8(ascii: "2")
            return isWoman == number.isFemale
        }
    }
}
