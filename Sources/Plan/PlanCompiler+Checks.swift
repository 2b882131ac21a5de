internal import Arithmetic
internal import CivilService
package import Definition
internal import Diagnostics
internal import Spelling

extension PlanCompiler {
    /// - Returns: `nil` for rules that refine the parser and are no check of their own.
    mutating func check(
        _ rule: RuleDefinition, at index: Int, denominator: Int64
    ) -> Check? {
        guard let (test, code, expected) = test(of: rule, at: index, denominator: denominator)
        else { return nil }
        let fault = fault(code, column: index, expected: expected, own: rule.code)
        return Check(test: test, condition: rowCondition(rule.condition), fault: fault)
    }

    mutating func periodCheck(at index: Int, name: String) -> Check {
        let isMonth = name == "bulan"
        let fault = fault(
            .period, column: index,
            expected: Wording("\(definition.period.first) … \(definition.period.last)"))
        return Check(
            test: .within(
                first: Self.first(of: definition.period, isMonth: isMonth),
                last: Self.last(of: definition.period, isMonth: isMonth)),
            condition: nil, fault: fault)
    }

    private typealias Compiled = (Check.Test, DiagnosticCode, Wording)

    private func test(
        of rule: RuleDefinition, at index: Int, denominator: Int64
    ) -> (Check.Test, DiagnosticCode, Wording)? {
        let isMonth = rule.column == "bulan"
        switch rule.test {
        case .integer, .decimal, .date, .month:
            return nil
        case .required(let required):
            guard required, rule.condition != nil else { return nil }
            return (
                .required, .missing, Wording("sebuah nilai dalam hal ini", "a value in this case")
            )
        case .months(let months):
            return monthsTest(months)
        case .withinPeriod:
            let period = definition.period
            return (
                .within(
                    first: Self.first(of: period, isMonth: isMonth),
                    last: Self.last(of: period, isMonth: isMonth)), .period,
                Wording("\(period.first) … \(period.last)")
            )
        case .withinCapture(let name):
            return captureTest(name, isMonth: isMonth)
        case .range(let min, let max):
            return rangeTest(min: min, max: max, denominator: denominator)
        case .pattern(let patterns):
            return (
                .pattern(patterns.map { BytePattern($0) }), .pattern,
                Wording(
                    patterns.joined(separator: " atau "), patterns.joined(separator: " or "))
            )
        case .compare(let comparison, let other):
            guard let place = source.columns.firstIndex(where: { $0.name == other }) else {
                return nil
            }
            return (
                .compare(comparison, other: place), .compare,
                Wording("\(rule.column) \(comparison.rawValue) \(other)")
            )
        case .matchesNIP(let part):
            guard let nip = source.columns.firstIndex(where: { $0.name == "nip" }) else {
                return nil
            }
            return (
                .nipPart(part, nip: nip), .nipMismatch,
                Wording("sesuai dengan NIP", "agreement with the NIP")
            )
        case .refers(let name, let narrowed):
            return referenceTest(name, narrowed: narrowed)
        case .forbidden(let values):
            return valueTest(values, at: index, denominator: denominator, isForbidden: true)
        case .oneOf(let values, let isExact):
            return valueTest(
                values, at: index, denominator: denominator, isForbidden: false, isExact: isExact)
        }
    }

    private func monthsTest(_ months: Set<Int>) -> Compiled {
        let list = months.sorted().map(String.init).joined(separator: ", ")
        return (
            .months(months), .period,
            Wording("bulan di antara \(list)", "a month of the year among \(list)")
        )
    }

    private func rangeTest(min: Rational?, max: Rational?, denominator: Int64) -> Compiled {
        let ends = [min, max].map { $0?.exactText ?? "" }
        return (
            .range(
                min: min.map { Self.stored($0, denominator, .up) } ?? .min + 1,
                max: max.map { Self.stored($0, denominator, .down) } ?? .max), .range,
            Wording("\(ends[0])…\(ends[1])")
        )
    }

    private func captureTest(_ name: String, isMonth: Bool) -> Compiled? {
        let text = captures[name] ?? ""
        let bytes = Array(text.utf8)
        guard let month = DateSpelling.parseMonth(bytes.span, forms: MonthForm.allCases) else {
            // The file's name states no month: no date can agree with it.
            return (
                .within(first: 1, last: 0), .period,
                Wording("bulan '\(text)' pada nama berkas", "the month '\(text)' of the path")
            )
        }
        let first = isMonth ? Int64(month.index) : Int64(month.first.dayNumber)
        let last = isMonth ? Int64(month.index) : Int64(month.last.dayNumber)
        return (
            .within(first: first, last: last), .period,
            Wording("bulan \(month) pada nama berkas", "the month \(month) of the path")
        )
    }

    private func referenceTest(_ name: String, narrowed: Condition?) -> Compiled? {
        let expected = Wording("kunci di '\(name)'", "a key of '\(name)'")
        if definition.source(name)?.kind == .register { return (.people, .reference, expected) }
        guard let table = references.tables[name] else { return nil }
        return (
            .known(table, narrowed: narrowed.map { Self.holding($0, in: table) }), .reference,
            expected
        )
    }

    private func valueTest(
        _ values: [String], at index: Int, denominator: Int64, isForbidden: Bool,
        isExact: Bool = false
    ) -> Compiled? {
        let code: DiagnosticCode = isForbidden ? .forbidden : .codeList
        let list = values.joined(separator: ", ")
        let expected = isForbidden ? Wording("bukan \(list)", "not \(list)") : Wording(list)
        let name = source.columns[index].name
        let type = source.kind.column(name)?.type ?? .text
        if type == .text {
            let aliases = definition.aliases[name] ?? []
            let known = Set(values.map { isExact ? $0 : FoldedSpelling.fold($0) })
            let spelled = aliases.filter {
                known.contains(isExact ? $0.kept : FoldedSpelling.fold($0.kept))
            }.map(\.spelling)
            var seen: Set<String> = []
            let spellings = (values + spelled).filter {
                seen.insert(isExact ? $0 : FoldedSpelling.fold($0)).inserted
            }
            let table = SpellingTable(
                spellings.enumerated().map { ($0.element, Int32($0.offset)) }, folded: !isExact)
            return (isForbidden ? .forbiddenText(table) : .oneOfText(table), code, expected)
        }
        let numbers = values.compactMap { value -> Int64? in
            switch type {
            case .date: CalendarDate(iso: value).map { Int64($0.dayNumber) }
            case .month: Month(iso: value).map { Int64($0.index) }
            default: Rational(decimal: value).flatMap { Self.whole($0, denominator) }
            }
        }
        return (isForbidden ? .forbidden(numbers) : .oneOf(numbers), code, expected)
    }

    /// The stored integer of a value; `nil` for a value finer than the column, which no row can have.
    private static func whole(_ value: Rational, _ denominator: Int64) -> Int64? {
        let low = stored(value, denominator, .down)
        return low == stored(value, denominator, .up) ? low : nil
    }

    private enum Direction {
        case up
        case down
    }

    /// The bound of a stored integer: the least above, or the greatest below the value.
    private static func stored(
        _ value: Rational, _ denominator: Int64, _ direction: Direction
    ) -> Int64 {
        let scaled = value * Rational(Int(denominator))
        let whole = scaled.rounded(decimals: 0, .down)
        let exact = Rational(whole, over: 1)
        if exact == scaled { return Int64(whole) }
        switch direction {
        case .up: return Int64(scaled.signum > 0 ? whole + 1 : whole)
        case .down: return Int64(scaled.signum > 0 ? whole : whole - 1)
        }
    }

    private static func holding(_ condition: Condition, in table: ReferenceTable) -> [Bool] {
        table.names.indices.map { index in
            condition.holds { table.attribute($0, of: Int32(index)) }
        }
    }

    /// Binds a condition on rows of this source; `indikator.x` and `unit.x` look at the row referred to.
    package func rowCondition(_ condition: Condition?) -> RowCondition? {
        guard let condition else { return nil }
        let alternatives = condition.alternatives.map { tests in
            tests.compactMap { rowTest($0) }
        }
        return RowCondition(alternatives: alternatives)
    }

    private func rowTest(_ test: Condition.Test) -> RowCondition.Test? {
        let parts = test.column.split(separator: ".", maxSplits: 1).map(String.init)
        guard let column = source.columns.firstIndex(where: { $0.name == parts[0] }) else {
            return nil
        }
        var referred: (table: ReferenceTable, holds: [Bool])?
        if parts.count == 2 {
            let table = parts[0] == "unit" ? references.units : references.indicators
            guard let table else { return nil }
            let holds = table.names.indices.map { index in
                test.holds(for: table.attribute(parts[1], of: Int32(index)))
            }
            referred = (table, holds)
        }
        let stated = source.columns[column]
        let type = source.kind.column(stated.name)?.type ?? .text
        let rules = source.rules.filter { $0.column == stated.name }
        let (parser, denominator, _) = parser(of: stated, type: type, rules: rules)
        return RowCondition.Test(
            column: column, parser: parser, denominator: denominator, nulls: nullSpellings,
            referred: referred, test: test)
    }
}
