internal import CivilService
internal import Diagnostics
internal import Formulas
internal import Payroll

/// `penempatan.csv` as values.
struct PostingRows {
    let table: PublishedTable
    let path: String

    /// - Returns: Everyone of the table, ascending by NIP.
    func people(
        of month: Month, sanctions: [NIP: [HukumanTPP.Sanction]]
    ) throws(RunFailure) -> [MonthOfPerson] {
        var people: [MonthOfPerson] = []
        var seen: Set<NIP> = []
        var next = 0
        while next < table.rows.count {
            let first = next
            let nip = try cells(first).nip()
            while next < table.rows.count, try cells(next).nip() == nip { next += 1 }
            guard seen.insert(nip).inserted else {
                throw PublishedMonth.refusal(
                    path, "somebody stands in two places of the table", "run again")
            }
            people.append(
                try person(nip, rows: first..<next, of: month, sanctions: sanctions[nip] ?? []))
        }
        return people.sorted { $0.nip < $1.nip }
    }

    private func cells(_ row: Int) -> PayrollCells {
        PayrollCells(table: table, path: path, row: row)
    }

    private func person(
        _ nip: NIP, rows: Range<Int>, of month: Month, sanctions: [HukumanTPP.Sanction]
    ) throws(RunFailure) -> MonthOfPerson {
        var postings: [MonthPosting] = []
        for (place, row) in rows.enumerated() {
            let cells = cells(row)
            let number = try cells.count("urut")
            guard number == (rows.count == 1 && number == 0 ? 0 : place + 1) else {
                throw cells.failure("urut")
            }
            guard try cells.count("hari_kalender") == month.days else {
                throw cells.failure("hari_kalender")
            }
            guard number > 0 else { continue }
            let posting = try posting(cells)
            let isNext = postings.last.map { $0.last < posting.first } ?? true
            guard isNext, month.first <= posting.first, posting.first <= posting.last,
                posting.last <= month.last, try cells.count("hari") == posting.days
            else { throw cells.failure("hari") }
            postings.append(posting)
        }
        let last = cells(rows.upperBound - 1)
        let post = if let post = postings.last { post } else { try nowhere(last, month) }
        let ending = last.text("berhenti")
        return MonthOfPerson(
            nip: nip, name: last.text("nama"), taxNumber: last.text("npwp"),
            taxStatus: last.text("ptkp"), postings: postings, post: post,
            appraisal: try appraisal(last),
            ending: ending.isEmpty ? nil : "\(ending) \(last.text("berhenti_tanggal"))",
            sanctions: sanctions)
    }

    private func appraisal(_ cells: PayrollCells) throws(RunFailure) -> MonthOfPerson.Appraisal {
        switch cells.text("status") {
        case "dinilai":
            .scored(
                final: try cells.optionalNumber("akhir"), predikat: cells.text("predikat"))
        case "belum dinilai": .unscored(reason: cells.text("alasan"))
        case "tanpa penilaian": .none
        case "dikecualikan": .excluded(reason: cells.text("alasan"))
        default: throw cells.failure("status")
        }
    }

    private func posting(_ cells: PayrollCells) throws(RunFailure) -> MonthPosting {
        MonthPosting(
            unit: cells.text("unit"), position: cells.text("jabatan"),
            golongan: cells.text("golongan"), kelas: cells.text("kelas"),
            employment: cells.text("jenis"), first: try cells.date("dari"),
            last: try cells.date("sampai"), isTrial: cells.text("uji_coba") == "ya",
            exclusion: try cells.optionalText("dikecualikan"), attendance: try attendance(cells))
    }

    /// The post of somebody who served on no day of the month, for lists.
    private func nowhere(
        _ cells: PayrollCells, _ month: Month
    ) throws(RunFailure) -> MonthPosting {
        MonthPosting(
            unit: cells.text("unit"), position: cells.text("jabatan"),
            golongan: cells.text("golongan"), kelas: cells.text("kelas"),
            employment: cells.text("jenis"), first: month.first, last: month.last,
            isTrial: cells.text("uji_coba") == "ya",
            attendance: MonthAttendance(
                rows: 0, dailyRows: 0, incomplete: 0, workdays: nil, absent: nil, noOutput: nil,
                late: nil, early: nil, both: nil))
    }

    private func attendance(_ cells: PayrollCells) throws(RunFailure) -> MonthAttendance {
        MonthAttendance(
            rows: try cells.count("catatan"), dailyRows: try cells.count("catatan_harian"),
            incomplete: try cells.count("catatan_kurang"),
            workdays: try cells.optionalCount("hari_kerja"),
            absent: try cells.optionalCount("alpa"),
            noOutput: try cells.optionalCount("tanpa_hasil"), late: try classes("tl", cells),
            early: try classes("psw", cells), both: try pairs(cells))
    }

    private func classes(_ stem: String, _ cells: PayrollCells) throws(RunFailure) -> [Int]? {
        var counts: [Int] = []
        for place in 1...PotonganKehadiran.classes {
            guard let count = try cells.optionalCount("\(stem)\(place)") else { return nil }
            counts.append(count)
        }
        return counts
    }

    /// `tl4+psw2=1; …`; `?` where it is unknown what met on a day.
    private func pairs(_ cells: PayrollCells) throws(RunFailure) -> [[Int]]? {
        guard cells.table.has("bersamaan") else { throw cells.failure("bersamaan") }
        let text = cells.text("bersamaan")
        if text == "?" { return nil }
        let none = [Int](repeating: 0, count: PotonganKehadiran.classes)
        var pairs = none.map { _ in none }
        for item in text.split(separator: ";") {
            let parts = item.split(whereSeparator: { "+=".contains($0) })
            guard parts.count == 3, let late = place(parts[0], "tl"),
                let early = place(parts[1], "psw"), let days = Int(parts[2]), days > 0
            else { throw cells.failure("bersamaan") }
            pairs[late - 1][early - 1] = days
        }
        return pairs
    }

    private func place(_ text: Substring, _ stem: String) -> Int? {
        let trimmed = text.drop { $0 == " " }
        guard trimmed.hasPrefix(stem), let place = Int(trimmed.dropFirst(stem.count)),
            (1...PotonganKehadiran.classes).contains(place)
        else { return nil }
        return place
    }
}
