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

    package mutating func build() -> (population: Population, index: NIPIndex) {
        var population = Population()
        population.registers = registers
        population.unitNames = references.units?.names ?? []
        var index = NIPIndex()
        var statements: [[Statement]] = []
        for (number, store) in registers.enumerated() {
            let nip = store.column("nip")
            for row in 0..<store.count {
                guard let digits = store.value(nip, row) else { continue }
                var person = index.index(of: UInt64(digits))
                if person < 0 {
                    person = index.append(UInt64(digits))
                    statements.append([])
                }
                statements[Int(person)].append(statement(store, number, row))
            }
        }
        population.nips = index.nips
        let changes = eventsByPerson(index, count: population.count)
        var leaving: [String?] = []
        for person in 0..<population.count {
            settle(&statements[person], person: Int32(person))
            let end = amend(&statements[person], with: changes[person])
            place(statements[person], leaves: end?.date, into: &population)
            let leftBefore = end.map { $0.date <= definition.period.first } ?? false
            leaving.append(leftBefore ? end?.kind : nil)
        }
        decideExclusions(&population, leaving: leaving)
        return (population, index)
    }

    private func statement(_ store: RowStore, _ number: Int, _ row: Int) -> Statement {
        func date(_ name: String) -> CalendarDate? {
            store.value(store.column(name), row).map { CalendarDate(dayNumber: Int32($0)) }
        }
        return Statement(
            first: date("mulai"), last: date("sampai"), unit: unit(store, row),
            store: Int32(number), row: Int32(row), file: store.files[row], line: store.lines[row])
    }

    private func unit(_ store: RowStore, _ row: Int) -> Int32 {
        let column = store.column("unit")
        if let code = store.code(column, row) { return code }
        guard let text = store.text(column, row) else { return -1 }
        return references.units?.index(of: text) ?? -1
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

    private func eventsByPerson(_ index: NIPIndex, count: Int) -> [[Change]] {
        var changes = [[Change]](repeating: [], count: count)
        for store in events {
            let (nip, kind) = (store.column("nip"), store.column("peristiwa"))
            let (date, flag) = (store.column("tanggal"), store.column("termasuk"))
            for row in 0..<store.count {
                guard let digits = store.value(nip, row), let day = store.value(date, row) else {
                    continue
                }
                let person = index.index(of: UInt64(digits))
                guard person >= 0 else { continue }
                changes[Int(person)].append(
                    Change(
                        date: CalendarDate(dayNumber: Int32(day)),
                        kind: store.text(kind, row)?.lowercased() ?? "",
                        countsOldPost: store.value(flag, row) == 1, unit: unit(store, row),
                        amended: amended(store, row)))
            }
        }
        return changes.map { list in list.sorted { $0.date < $1.date } }
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
    /// - Returns: The day from which the person no longer serves, and the event that ended it.
    private func amend(
        _ statements: inout [Statement], with changes: [Change]
    ) -> (date: CalendarDate, kind: String)? {
        var leaves: (date: CalendarDate, kind: String)?
        for change in changes {
            let starts = change.countsOldPost ? change.date.adding(days: 1) : change.date
            guard change.kind == "mutasi" || change.kind == "promosi" else {
                leaves = (starts, change.kind)
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
            postings.append(
                Posting(first: first, last: last, unit: statement.unit, row: statement.row))
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
