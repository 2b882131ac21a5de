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
        guard check.condition == nil else {
            runByRow(&work)
            return
        }
        switch check.test {
        case .required:
            let failing = rows(work) { $0 == TypedColumn.null }
            for row in failing { work.reject(row, check.fault) }
        case .range(let least, let most), .within(let least, let most):
            reject(&work) { $0 < least || $0 > most }
        case .forbidden(let values) where values.count == 1:
            let only = values[0]
            reject(&work) { $0 == only }
        case .months(let months) where plan.columns[column].type == .month:
            let mask = months.reduce(0) { $0 | 1 << UInt64($1 - 1) }
            reject(&work) { mask &>> UInt64(truncatingIfNeeded: $0 % 12) & 1 == 0 }
        case .people:
            lookUpPeople(&work)
        case .oneOfText(let table):
            let found = codes(work) { table.code(of: $0) }
            for row in rows(found, work) { work.reject(row, check.fault) }
            work.columns[column].choices = found
        case .known(let table, let narrowed):
            let found = codes(work) { text in
                table.index(of: text).flatMap { isKnown($0, narrowed) ? $0 : nil }
            }
            for row in rows(found, work) { work.reject(row, check.fault) }
        case .forbiddenText(let table):
            let found = codes(work) { table.code(of: $0) == nil ? 0 : nil }
            for row in rows(found, work) { work.reject(row, check.fault) }
        case .pattern(let patterns):
            let found = codes(work) { text in
                patterns.contains { $0.matches(text) } ? 0 : nil
            }
            for row in rows(found, work) { work.reject(row, check.fault) }
        case .compare(let comparison, let other) where hasSameUnit(other, work):
            compare(&work, comparison, other: other)
        default:
            runByRow(&work)
        }
    }

    // MARK: Rows of a column at once

    private func reject(_ work: inout ValidationWork, where fails: (Int64) -> Bool) {
        let failing = rows(work) { value in value != TypedColumn.null && fails(value) }
        for row in failing { work.reject(row, check.fault) }
    }

    /// Rows without fault whose value is such.
    @inline(__always)
    private func rows(
        _ work: borrowing ValidationWork, where isSuch: (Int64) -> Bool
    ) -> [Int] {
        var found: [Int] = []
        let values = work.columns[column].values
        let faults = work.faults
        precondition(faults.count == values.count)
        for row in values.indices where isSuch(values[row]) && faults[row] < 0 {
            found.append(row)
        }
        return found
    }

    /// Rows without fault that have a value and no code.
    private func rows(_ codes: [Int32], _ work: borrowing ValidationWork) -> [Int] {
        let values = work.columns[column].values
        let faults = work.faults
        precondition(faults.count == values.count && codes.count == values.count)
        var found: [Int] = []
        for row in values.indices
        where codes[row] < 0 && faults[row] < 0 && values[row] != TypedColumn.null {
            found.append(row)
        }
        return found
    }

    private func lookUpPeople(_ work: inout ValidationWork) {
        let found = people.indexes(of: work.columns[column].values)
        for row in rows(found, work) {
            let nip = UInt64(work.columns[column].values[row])
            work.reject(row, check.fault, isConsequent: rejectedPeople.contains(nip))
        }
        work.columns[column].codes = found
    }

    /// The code of every row's text, -1 where it has none.
    private func codes(
        _ work: borrowing ValidationWork, _ code: (Span<UInt8>) -> Int32?
    ) -> [Int32] {
        TextCodes.find(work.columns[column].values, of: work, code)
    }

    private func hasSameUnit(_ other: Int, _ work: borrowing ValidationWork) -> Bool {
        !work.columns[other].values.isEmpty
            && plan.columns[column].denominator == plan.columns[other].denominator
    }

    private func compare(
        _ work: inout ValidationWork, _ comparison: RuleDefinition.Comparison, other: Int
    ) {
        switch comparison {
        case .less: reject(&work, against: other) { $0 >= $1 }
        case .lessOrEqual: reject(&work, against: other) { $0 > $1 }
        case .equal: reject(&work, against: other) { $0 != $1 }
        case .greaterOrEqual: reject(&work, against: other) { $0 < $1 }
        case .greater: reject(&work, against: other) { $0 <= $1 }
        case .notEqual: reject(&work, against: other) { $0 == $1 }
        }
    }

    @inline(__always)
    private func reject(
        _ work: inout ValidationWork, against other: Int, where fails: (Int64, Int64) -> Bool
    ) {
        var failing: [Int] = []
        let values = work.columns[column].values
        let others = work.columns[other].values
        precondition(values.count == others.count && work.faults.count == values.count)
        for row in values.indices where fails(values[row], others[row]) {
            if work.faults[row] < 0, values[row] != TypedColumn.null,
                others[row] != TypedColumn.null
            {
                failing.append(row)
            }
        }
        for row in failing { work.reject(row, check.fault) }
    }

    // MARK: Row by row

    private func runByRow(_ work: inout ValidationWork) {
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
        case .wholeNIP: value % 1_000 != 0
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
