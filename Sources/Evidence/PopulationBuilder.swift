internal import Batches
internal import CivilService
package import Definition
package import Plan

/// Builds the population from the accepted register rows and the events that amend them.
package struct PopulationBuilder {
    let definition: PipelineDefinition
    let references: References
    let registers: [RowStore]
    let events: [RowStore]
    package private(set) var overlaps: [PostingOverlap] = []

    package init(
        definition: PipelineDefinition, references: References, registers: [RowStore],
        events: [RowStore]
    ) {
        self.definition = definition
        self.references = references
        self.registers = registers
        self.events = events
    }

    /// One statement of a post: from a register row or an event.
    private struct Statement {
        var first: CalendarDate?
        var last: CalendarDate?
        var unit: Int32
        var store: Int32
        var row: Int32
        var file: Int32
        var line: UInt32
        /// Columns that an event stated anew.
        var amended: [String: String] = [:]
    }

    /// What a register or events say of who serves where and when; a class, because every row asks it.
    private final class Columns: Sendable {
        let nips: [Int64]
        private let unitCodes: [Int32]
        /// Number of the unit's text in the pool; empty where the column has codes, or there is none.
        private let unitTexts: [Int64]
        /// Unit by text of the pool, -1 where it is unknown.
        private let units: [Int32]
        private let first: [Int64]
        private let last: [Int64]

        init(_ store: RowStore, _ references: References) {
            func values(_ name: String) -> [Int64] {
                store.column(name).map { store.values[$0] } ?? []
            }
            nips = values("nip")
            first = values("mulai")
            last = values("sampai")
            unitCodes = store.column("unit").map { store.codes[$0] } ?? []
            unitTexts = unitCodes.isEmpty ? values("unit") : []
            units =
                unitTexts.isEmpty
                ? []
                : (0..<store.pool.count).map { text in
                    store.pool.withBytes(Int32(text)) { references.units?.index(of: $0) ?? -1 }
                }
        }

        func unit(of row: Int) -> Int32 {
            if !unitCodes.isEmpty { return unitCodes[row] }
            guard !unitTexts.isEmpty, unitTexts[row] != TypedColumn.null else { return -1 }
            return units[Int(unitTexts[row])]
        }

        func nip(of row: Int) -> UInt64? { Self.value(nips, row).map { UInt64($0) } }

        func firstDay(of row: Int) -> CalendarDate? { Self.day(first, row) }

        func lastDay(of row: Int) -> CalendarDate? { Self.day(last, row) }

        func isUndated(_ row: Int) -> Bool {
            Self.value(first, row) == nil && Self.value(last, row) == nil
        }

        private static func day(_ values: [Int64], _ row: Int) -> CalendarDate? {
            value(values, row).map { CalendarDate(dayNumber: Int32($0)) }
        }

        private static func value(_ values: [Int64], _ row: Int) -> Int64? {
            values.isEmpty || values[row] == TypedColumn.null ? nil : values[row]
        }
    }

    package mutating func build() -> (population: Population, index: NIPIndex) {
        var population = Population()
        population.registers = registers
        population.unitNames = references.units?.names ?? []
        let columns = registers.map { Columns($0, references) }
        let (index, owners) = number(columns)
        population.nips = index.nips
        let rows = Grouping(subjects: owners, count: index.count)
        let starts = registers.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        let changes = eventsByPerson(index)
        var leaving: [Int32: String] = [:]
        for person in 0..<index.count {
            let rows = rows.rows(of: Int32(person))
            let changes = changes[Int32(person)]
            if rows.count == 1, changes == nil, let row = rows.first,
                placeWhole(Int(row), starts, columns, into: &population)
            {
                continue
            }
            var statements = rows.map { row in
                let (store, local) = Self.place(of: Int(row), starts)
                return statement(store, local, columns[store])
            }
            settle(&statements, person: Int32(person))
            let end = amend(&statements, with: changes ?? [])
            place(statements, leaves: end?.firstDayAway, into: &population)
            guard let end, end.firstDayAway <= definition.period.last.adding(days: 1) else {
                continue
            }
            population.endings[Int32(person)] = end
            if end.firstDayAway <= definition.period.first { leaving[Int32(person)] = end.kind }
        }
        decideExclusions(&population, leaving: leaving)
        return (population, index)
    }

    /// Numbers people in the order of their first register row.
    ///
    /// - Returns: The numbers, and the person of every row of all registers, -1 where it states none.
    private func number(_ columns: [Columns]) -> (index: NIPIndex, owners: [Int32]) {
        var index = NIPIndex()
        index.reserveCapacity(registers.reduce(0) { $0 + $1.count })
        var owners: [Int32] = []
        for (store, columns) in zip(registers, columns) {
            owners +=
                columns.nips.isEmpty
                ? Array(repeating: -1, count: store.count) : index.number(columns.nips)
        }
        return (index, owners)
    }

    private static func place(of row: Int, _ starts: [Int]) -> (store: Int, row: Int) {
        let store = (starts.lastIndex { $0 <= row }) ?? 0
        return (store, row - starts[store])
    }

    /// Places someone whose only row states no dates: in its post for the whole period.
    private func placeWhole(
        _ row: Int, _ starts: [Int], _ columns: [Columns], into population: inout Population
    ) -> Bool {
        let (number, row) = Self.place(of: row, starts)
        let columns = columns[number]
        guard columns.isUndated(row) else { return false }
        let unit = columns.unit(of: row)
        population.postings.append(
            Posting(
                first: definition.period.first, last: definition.period.last, unit: unit,
                store: Int32(number), row: Int32(row)))
        population.rankingRows.append(Int32(row))
        population.rankingStores.append(Int32(number))
        population.units.append(unit)
        return true
    }

    private func statement(_ number: Int, _ row: Int, _ columns: Columns) -> Statement {
        Statement(
            first: columns.firstDay(of: row), last: columns.lastDay(of: row),
            unit: columns.unit(of: row), store: Int32(number), row: Int32(row),
            file: registers[number].files[row], line: registers[number].lines[row])
    }

    /// Lays a person's statements out in time: where two hold, the later start does.
    ///
    /// A row without end holds until the day before the next. A stated end is a claim: a later row inside it is a
    /// finding, takes the days that it states, and leaves the days after them to the outer row.
    private mutating func settle(_ statements: inout [Statement], person: Int32) {
        let periodFirst = definition.period.first
        statements.sort { a, b in
            (a.first ?? periodFirst, a.file, a.line) < (b.first ?? periodFirst, b.file, b.line)
        }
        var placed: [Statement] = []
        for statement in statements {
            let first = statement.first ?? periodFirst
            var kept: [Statement] = []
            var overlaps = false
            for piece in placed {
                let pieceFirst = piece.first ?? periodFirst
                let isBefore = piece.last.map { $0 < first } ?? false
                let isAfter = statement.last.map { pieceFirst > $0 } ?? false
                if isBefore || isAfter {
                    kept.append(piece)
                    continue
                }
                if piece.last != nil || pieceFirst == first { overlaps = true }
                if pieceFirst < first {
                    var before = piece
                    before.last = first.adding(days: -1)
                    kept.append(before)
                }
                if let end = piece.last, let last = statement.last, last < end {
                    var after = piece
                    after.first = last.adding(days: 1)
                    kept.append(after)
                }
            }
            if overlaps {
                self.overlaps.append(
                    PostingOverlap(person: person, file: statement.file, line: statement.line))
            }
            placed = kept + [statement]
            placed.sort { ($0.first ?? periodFirst) < ($1.first ?? periodFirst) }
        }
        statements = placed
    }

    private struct Change {
        let date: CalendarDate
        let kind: String
        let countsOldPost: Bool
        let unit: Int32
        let amended: [String: String]
    }

    private func eventsByPerson(_ index: NIPIndex) -> [Int32: [Change]] {
        var changes: [Int32: [Change]] = [:]
        for store in events {
            let columns = Columns(store, references)
            let (nip, kind) = (store.column("nip"), store.column("peristiwa"))
            let (date, flag) = (store.column("tanggal"), store.column("termasuk"))
            for row in 0..<store.count {
                guard let digits = store.value(nip, row), let day = store.value(date, row) else {
                    continue
                }
                let person = index.index(of: UInt64(digits))
                guard person >= 0 else { continue }
                changes[person, default: []].append(
                    Change(
                        date: CalendarDate(dayNumber: Int32(day)),
                        kind: store.text(kind, row)?.lowercased() ?? "",
                        countsOldPost: store.value(flag, row) == 1,
                        unit: columns.unit(of: row),
                        amended: amended(store, row)))
            }
        }
        return changes.mapValues { list in list.sorted { $0.date < $1.date } }
    }

    private func amended(_ store: RowStore, _ row: Int) -> [String: String] {
        var texts: [String: String] = [:]
        for name in ["jabatan", "jenjang"] {
            if let text = store.text(store.column(name), row) { texts[name] = text }
        }
        return texts
    }

    /// Applies events in order of date.
    ///
    /// - Returns: The event after which the person no longer serves.
    private func amend(
        _ statements: inout [Statement], with changes: [Change]
    ) -> ServiceEnding? {
        var leaves: ServiceEnding?
        for change in changes {
            let starts = change.countsOldPost ? change.date.adding(days: 1) : change.date
            guard change.kind == "mutasi" || change.kind == "promosi" else {
                leaves = ServiceEnding(
                    kind: change.kind, date: change.date, countsDay: change.countsOldPost)
                continue
            }
            guard
                let position = statements.lastIndex(where: {
                    ($0.first ?? definition.period.first) <= starts
                })
            else { continue }
            var moved = statements[position]
            moved.first = starts
            if let ended = moved.last, ended < starts {
                // The post had ended before: the move begins a new one and fills no gap.
                moved.last = nil
            } else {
                statements[position].last = starts.adding(days: -1)
            }
            if change.unit >= 0 { moved.unit = change.unit }
            moved.amended.merge(change.amended) { _, new in new }
            statements.insert(moved, at: position + 1)
        }
        return leaves
    }

    private func place(
        _ statements: [Statement], leaves: CalendarDate?, into population: inout Population
    ) {
        let period = definition.period
        var postings: [Posting] = []
        for statement in statements {
            let first = max(statement.first ?? period.first, period.first)
            var last = min(statement.last ?? period.last, period.last)
            if let leaves { last = min(last, leaves.adding(days: -1)) }
            guard first <= last else { continue }
            if !statement.amended.isEmpty {
                let number = Int32(population.postings.total + postings.count)
                population.amendedPostings[number] = statement.amended
            }
            postings.append(
                Posting(
                    first: first, last: last, unit: statement.unit, store: statement.store,
                    row: statement.row))
        }
        let ranked =
            statements.last { ($0.first ?? period.first) <= period.last } ?? statements[0]
        population.postings.append(postings)
        population.rankingRows.append(ranked.row)
        population.rankingStores.append(ranked.store)
        if !ranked.amended.isEmpty {
            population.amended[Int32(population.rankingRows.count - 1)] = ranked.amended
        }
        population.units.append(postings.last?.unit ?? ranked.unit)
    }
}
