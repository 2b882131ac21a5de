internal import CivilService
internal import Definition
internal import Evidence
internal import Tabular

/// `penempatan`: what payroll computes from, a row for each posting of a person in the period.
///
/// Who had none has one row of no days, so that a person who died before the month is told from one who was forgotten.
/// Headings are the same in every language: another program reads them.
struct PostingsTable: CellwiseTable {
    private enum Field: Int {
        case nip, name, number, unit, position, level, golongan, kelas, employment, taxNumber
        case taxStatus, first, last, days, calendarDays, trial, exclusion, status, reason
        case ending, endingDate, endingDay, final, predikat, pairs
    }

    /// A row: a posting of a person, none where the person had none.
    private struct Row {
        let person: Int32
        let posting: Int32?
        /// From 1; 0 where the person had no posting.
        let number: Int32
    }

    private let record: RunRecord
    private let people: PersonText
    private let rows: [Row]
    private let isScored: Bool

    init(_ record: RunRecord) {
        self.record = record
        people = PersonText(record.evidence.population)
        isScored = record.definition.isScored
        let postings = record.evidence.population.postings
        rows = (0..<postings.count).flatMap { person in
            let numbers = postings.numbers(of: person)
            if numbers.isEmpty { return [Row(person: Int32(person), posting: nil, number: 0)] }
            return numbers.enumerated().map { place, posting in
                Row(person: Int32(person), posting: Int32(posting), number: Int32(place + 1))
            }
        }
    }

    /// The columns of the counts, in their order.
    private static let counts: [(count: AttendanceCount, field: TableField)] = [
        (.rows, TableField("catatan", english: "catatan", .number)),
        (.dailyRows, TableField("catatan_harian", english: "catatan_harian", .number)),
        (.incomplete, TableField("catatan_kurang", english: "catatan_kurang", .number)),
        (.outside, TableField("catatan_luar", english: "catatan_luar", .number)),
        (.workdays, TableField("hari_kerja", english: "hari_kerja", .number)),
        (.present, TableField("hadir", english: "hadir", .number)),
        (.absent, TableField("alpa", english: "alpa", .number)),
        (.late, TableField("terlambat", english: "terlambat", .number)),
        (.early, TableField("pulang_awal", english: "pulang_awal", .number)),
        (.late1, TableField("tl1", english: "tl1", .number)),
        (.late2, TableField("tl2", english: "tl2", .number)),
        (.late3, TableField("tl3", english: "tl3", .number)),
        (.late4, TableField("tl4", english: "tl4", .number)),
        (.early1, TableField("psw1", english: "psw1", .number)),
        (.early2, TableField("psw2", english: "psw2", .number)),
        (.early3, TableField("psw3", english: "psw3", .number)),
        (.early4, TableField("psw4", english: "psw4", .number)),
        (.noOutput, TableField("tanpa_hasil", english: "tanpa_hasil", .number)),
    ]

    static func fields(of definition: PipelineDefinition) -> [TableField] {
        [
            TableField("nip", english: "nip"),
            TableField("nama", english: "nama"),
            TableField("urut", english: "urut", .number),
            TableField("unit", english: "unit"),
            TableField("jabatan", english: "jabatan"),
            TableField("jenjang", english: "jenjang"),
            TableField("golongan", english: "golongan"),
            TableField("kelas", english: "kelas", .number),
            TableField("jenis", english: "jenis"),
            TableField("npwp", english: "npwp"),
            TableField("ptkp", english: "ptkp"),
            TableField("dari", english: "dari"),
            TableField("sampai", english: "sampai"),
            TableField("hari", english: "hari", .number),
            TableField("hari_kalender", english: "hari_kalender", .number),
            TableField("uji_coba", english: "uji_coba", .flag),
            TableField("dikecualikan", english: "dikecualikan"),
            TableField("status", english: "status"),
            TableField("alasan", english: "alasan"),
            TableField("berhenti", english: "berhenti"),
            TableField("berhenti_tanggal", english: "berhenti_tanggal"),
            TableField("berhenti_termasuk", english: "berhenti_termasuk", .flag),
            TableField("akhir", english: "akhir", .number),
            TableField("predikat", english: "predikat"),
            TableField("bersamaan", english: "bersamaan"),
        ] + counts.map(\.field)
    }

    var rowCount: Int { rows.count }

    func append(field: Int, row: Int, to cell: inout CellBlock) {
        let row = rows[row]
        guard let known = Field(rawValue: field) else {
            let (count, _) = Self.counts[field - Field.pairs.rawValue - 1]
            guard let posting = row.posting, let attendance = record.attendance,
                let number = attendance.count(count, of: Int(posting))
            else { return }
            cell.append(integer: number)
            return
        }
        switch known {
        case .nip: people.appendNIP(of: row.person, to: &cell)
        case .name: people.appendName(of: row.person, to: &cell)
        case .number: cell.append(integer: row.number)
        case .unit: appendColumn("unit", row, &cell)
        case .position: appendColumn("jabatan", row, &cell)
        case .level: appendColumn("jenjang", row, &cell)
        case .golongan: appendColumn("golongan", row, &cell)
        case .kelas: if !isKelasUnknown(row) { appendColumn("kelas", row, &cell) }
        case .employment: appendColumn("jenis", row, &cell)
        case .taxNumber: appendColumn("npwp", row, &cell)
        case .taxStatus: appendColumn("ptkp", row, &cell)
        case .first, .last, .days, .calendarDays, .trial: appendDays(known, row, &cell)
        case .exclusion: appendExclusion(row, &cell)
        case .ending, .endingDate, .endingDay: appendEnding(known, row, &cell)
        case .status, .reason, .final, .predikat: appendResult(known, row, &cell)
        case .pairs: appendPairs(row, &cell)
        }
    }

    private func appendColumn(_ name: String, _ row: Row, _ cell: inout CellBlock) {
        let population = record.evidence.population
        let text =
            row.posting.map { population.text(name, ofPosting: Int($0)) }
            ?? population.text(name, of: Int(row.person))
        if let text { cell.append(text) }
    }

    /// The kelas is the position's: an event that states another position leaves that of the register behind.
    private func isKelasUnknown(_ row: Row) -> Bool {
        let amended = row.posting.flatMap { record.evidence.population.amendedPostings[$0] }
        return amended?["jabatan"] != nil
    }

    /// The reason of the rule that leaves this posting out, and not the whole person.
    private func appendExclusion(_ row: Row, _ cell: inout CellBlock) {
        let population = record.evidence.population
        guard let rule = row.posting.flatMap({ population.postingExclusions[$0] }) else { return }
        cell.append(population.exclusionReasons[Int(rule)].reason)
    }

    private func appendDays(_ field: Field, _ row: Row, _ cell: inout CellBlock) {
        let evidence = record.evidence
        let posting = row.posting.map { evidence.population.postings.posting(Int($0)) }
        switch field {
        case .first: if let posting { cell.append("\(posting.first)") }
        case .last: if let posting { cell.append("\(posting.last)") }
        case .days: cell.append(integer: posting?.days ?? 0)
        case .calendarDays: cell.append(integer: record.definition.period.days)
        default:
            let isTrial =
                row.posting.map { number in
                    record.definition.trial?.holds {
                        evidence.references.postingColumn(
                            $0, of: Int(number), in: evidence.population)
                    } ?? false
                } ?? evidence.population.isTrial[Int(row.person)]
            cell.append(flag: isTrial)
        }
    }

    private func appendEnding(_ field: Field, _ row: Row, _ cell: inout CellBlock) {
        guard let ending = record.evidence.population.endings[row.person] else { return }
        switch field {
        case .ending: cell.append(ending.kind)
        case .endingDate: cell.append("\(ending.date)")
        default: cell.append(flag: ending.countsDay)
        }
    }

    private func appendResult(_ field: Field, _ row: Row, _ cell: inout CellBlock) {
        let (results, person) = (record.results, Int(row.person))
        switch field {
        case .status:
            switch results.statuses[person] {
            case .ranked: cell.append("dinilai")
            case .unscored: cell.append(isScored ? "belum dinilai" : "tanpa penilaian")
            case .excluded where record.evidence.population.exclusions[person] < 0:
                // A component left the person out for want of evidence: for pay that is missing, and no rule.
                cell.append("belum dinilai")
            case .excluded: cell.append("dikecualikan")
            }
        case .reason:
            let reason = results.reasons[person]
            if reason >= 0, isScored || results.statuses[person] == .excluded {
                cell.append(results.reasonNames[Int(reason)])
            }
        case .final:
            let decimals = record.definition.finalPublishing.decimals
            if results.statuses[person] == .ranked {
                cell.append(published: results.finals[person], decimals: decimals)
            }
        default:
            let predikat = Int(results.predikat[person])
            if predikat >= 0 { cell.append(results.predikatNames[predikat]) }
        }
    }

    /// `tl4+psw2=1` for each pair of classes that met on a day, `?` where it is unknown which did.
    private func appendPairs(_ row: Row, _ cell: inout CellBlock) {
        guard let posting = row.posting, let attendance = record.attendance else { return }
        var pairs: [String] = []
        for late in 1...AttendanceTotals.classCount {
            for early in 1...AttendanceTotals.classCount {
                guard let days = attendance.days(late: late, early: early, of: Int(posting))
                else {
                    cell.append("?")
                    return
                }
                if days > 0 { pairs.append("tl\(late)+psw\(early)=\(days)") }
            }
        }
        cell.append(pairs.joined(separator: "; "))
    }
}
