package import Batches
internal import CivilService
package import Definition
package import Plan
internal import Spelling

/// Adds the attendance of a source to the postings that its rows speak of.
package struct AttendanceFold: SumFold {
    /// What a row states, however it is stored.
    private struct Row {
        let person: Int
        /// Index of the unit; `nil` where the row states none.
        let unit: Int32?
        let status: PayrollDefinition.DayStatus?
        let isStatusKnown: Bool
    }

    package private(set) var totals: AttendanceTotals
    private let rule: PayrollDefinition
    private let postings: PostingTable
    private let people: Range<Int>
    private let nip: Int
    private let date: Int?
    private let unit: Int?
    private let status: Int?
    /// Mapped columns that are summed.
    private let summed: [(count: AttendanceCount, column: Int)]
    private let late: Int?
    private let early: Int?
    /// Bits of what every row could state.
    private let stated: UInt32
    /// By column of the plan.
    private let denominators: [Int64]
    private let hasClasses: (late: Bool, early: Bool)
    private let hasDayColumns: (workdays: Bool, present: Bool, absent: Bool)

    /// Whether the rows of a source add up without their texts.
    package static func needsSumsOnly(_ plan: SourcePlan) -> Bool {
        plan.column("status") == nil && plan.source.duplicates == .first
    }

    /// `people`: Those whose rows are added; rows of others are passed over.
    /// - Returns: `nil` for a source that names nobody.
    package init?(
        _ plan: SourcePlan, rule: PayrollDefinition, postings: PostingTable, people: Range<Int>
    ) {
        guard let nip = plan.column("nip") else { return nil }
        self.rule = rule
        self.postings = postings
        self.people = people
        self.nip = nip
        date = plan.column("tanggal")
        unit = plan.column("unit")
        status = plan.column("status")
        late = plan.column("terlambat")
        early = plan.column("pulang_awal")
        let isDaily = plan.column("tanggal") != nil
        // Of a day the minutes count where it was a day of presence; of a month they are summed like the rest.
        summed = AttendanceCount.allCases.compactMap { count in
            guard let name = count.column, let column = plan.column(name) else { return nil }
            return isDaily && (count == .late || count == .early)
                ? nil : (count, column)
        }
        denominators = plan.columns.map(\.denominator)
        hasClasses = (plan.column("tl1") != nil, plan.column("psw1") != nil)
        hasDayColumns = (
            plan.column("hari_kerja") != nil, plan.column("hadir") != nil,
            plan.column("alpa") != nil
        )
        stated = Self.stated(plan, isDaily: isDaily)
        let first = people.isEmpty ? 0 : postings.numbers(of: people.lowerBound).lowerBound
        let last = people.isEmpty ? 0 : postings.numbers(of: people.upperBound - 1).upperBound
        totals = AttendanceTotals(postings: first..<last)
    }

    /// What the mapped columns can tell of a posting; of a day the minutes tell the class, and the status what it was.
    private static func stated(_ plan: SourcePlan, isDaily: Bool) -> UInt32 {
        var counts = AttendanceCount.allCases.filter { count in
            count.column.map { plan.column($0) != nil } ?? false
        }
        let statesClasses = plan.column("tl1") != nil || plan.column("psw1") != nil
        if isDaily {
            if plan.column("status") != nil { counts += [.workdays, .present, .absent] }
            if plan.column("terlambat") != nil { counts += [.late1, .late2, .late3, .late4] }
            if plan.column("pulang_awal") != nil { counts += [.early1, .early2, .early3, .early4] }
        }
        let bits = counts.reduce(UInt32(0)) { $0 | AttendanceTotals.bit($1) }
        return bits | (!isDaily && statesClasses ? AttendanceTotals.pairsUnknown : 0)
    }

    package var bytesPerPerson: Int { 8 * AttendanceTotals.width }

    package mutating func fold(_ batch: CheckedBatch, used: [Int32]) {
        let codes = batch.columns[nip].codes
        for row in used.map(Int.init) {
            let person = Int(codes[row])
            guard people.contains(person) else { continue }
            let word = status.map { batch.text(batch.columns[$0].values[row]) }
            add(
                self.row(person, unit.map { batch.columns[$0].codes[row] }, word)
            ) { batch.columns[$0].values[row] }
        }
    }

    /// Adds kept rows.
    package mutating func fold(_ store: RowStore) {
        let codes = store.codes[nip]
        for row in 0..<store.count {
            let person = Int(codes[row])
            guard people.contains(person) else { continue }
            let word = status.map { store.text($0, row) ?? "" }
            add(
                self.row(person, unit.map { store.codes[$0][row] }, word)
            ) { store.values[$0][row] }
        }
    }

    private func row(_ person: Int, _ unit: Int32?, _ word: String?) -> Row {
        let status = word.flatMap { rule.statuses[FoldedSpelling.fold($0)] }
        return Row(
            person: person, unit: unit.flatMap { $0 < 0 ? nil : $0 }, status: status,
            isStatusKnown: word == nil || status != nil)
    }

    private mutating func add(_ row: Row, _ value: (Int) -> Int64) {
        let numbers = postings.numbers(of: row.person)
        guard let last = numbers.last else { return }
        if let date {
            let day = value(date)
            let posting = numbers.first { number in
                let posting = postings.posting(number)
                return Int64(posting.first.dayNumber) <= day
                    && day <= Int64(posting.last.dayNumber)
            }
            guard let posting else {
                // A day on which the person served nowhere; a row without day speaks of none.
                totals.add(1, to: day == TypedColumn.null ? .incomplete : .outside, of: last)
                return
            }
            totals.add(1, to: .rows, of: posting)
            totals.add(1, to: .dailyRows, of: posting)
            totals.state(stated, of: posting)
            addDay(row, to: posting, value)
        } else {
            addMonth(row, numbers, value)
        }
    }

    private mutating func addDay(_ row: Row, to posting: Int, _ value: (Int) -> Int64) {
        var isComplete = row.isStatusKnown
        var classes = (late: 0, early: 0)
        for (count, column) in summed {
            guard let number = whole(column, value) else {
                isComplete = false
                continue
            }
            totals.add(number, to: count, of: posting)
            guard number > 0 else { continue }
            if let place = Self.place(of: count, from: .late1) { classes.late = place }
            if let place = Self.place(of: count, from: .early1) { classes.early = place }
        }
        if let status = row.status { add(status, to: posting) }
        if row.isStatusKnown, row.status == nil || row.status == .present {
            let place = minutes(late, .late, posting, &isComplete, value)
            if !hasClasses.late, place > 0 {
                classes.late = place
                totals.add(1, to: Self.count(.late1, place), of: posting)
            }
            let end = minutes(early, .early, posting, &isComplete, value)
            if !hasClasses.early, end > 0 {
                classes.early = end
                totals.add(1, to: Self.count(.early1, end), of: posting)
            }
        }
        if classes.late > 0, classes.early > 0 {
            totals.addDay(late: classes.late, early: classes.early, of: posting)
        }
        if !isComplete { totals.add(1, to: .incomplete, of: posting) }
    }

    /// A number of days or minutes; `nil` where the row states none that is whole and not below 0.
    private func whole(_ column: Int, _ value: (Int) -> Int64) -> Int64? {
        let (stored, denominator) = (value(column), denominators[column])
        guard stored != TypedColumn.null, stored >= 0, stored % denominator == 0 else {
            return nil
        }
        return stored / denominator
    }

    /// The class 1…4 that a count is of, among the four that begin with `first`.
    private static func place(
        of count: AttendanceCount, from first: AttendanceCount
    ) -> Int? {
        let place = count.rawValue - first.rawValue + 1
        return (1...AttendanceTotals.classCount).contains(place) ? place : nil
    }

    private static func count(_ first: AttendanceCount, _ place: Int) -> AttendanceCount {
        AttendanceCount(rawValue: first.rawValue + place - 1) ?? first
    }

    /// Adds the minutes of a day of presence.
    ///
    /// - Returns: Their class, 0 for none.
    private mutating func minutes(
        _ column: Int?, _ count: AttendanceCount, _ posting: Int, _ isComplete: inout Bool,
        _ value: (Int) -> Int64
    ) -> Int {
        guard let column else { return 0 }
        guard let minutes = whole(column, value) else {
            isComplete = false
            return 0
        }
        totals.add(minutes, to: count, of: posting)
        let classes = count == .late ? rule.classes?.late : rule.classes?.early
        return classes?.place(of: minutes) ?? 0
    }

    /// What a day's status says where no column of the export says it.
    private mutating func add(_ status: PayrollDefinition.DayStatus, to posting: Int) {
        if status == .free { return }
        if !hasDayColumns.workdays { totals.add(1, to: .workdays, of: posting) }
        if status == .present, !hasDayColumns.present { totals.add(1, to: .present, of: posting) }
        if status == .absent, !hasDayColumns.absent { totals.add(1, to: .absent, of: posting) }
    }

    private mutating func addMonth(
        _ row: Row, _ numbers: Range<Int>, _ value: (Int) -> Int64
    ) {
        let spoken = numbers.filter { number in
            row.unit.map { $0 == postings.posting(number).unit }
                ?? (numbers.count == 1 || rule.monthlyRows == .allPostings)
        }
        guard let target = spoken.last else {
            for posting in numbers { totals.add(1, to: .incomplete, of: posting) }
            return
        }
        for posting in spoken {
            totals.add(1, to: .rows, of: posting)
            totals.state(stated, of: posting)
        }
        var isComplete = row.isStatusKnown
        for (count, column) in summed {
            if let number = whole(column, value) {
                totals.add(number, to: count, of: target)
            } else {
                isComplete = false
            }
        }
        if !isComplete { totals.add(1, to: .incomplete, of: target) }
    }
}
