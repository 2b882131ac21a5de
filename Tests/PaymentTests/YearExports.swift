internal import CivilService
internal import TestSupport

/// The exports of ``GoldenYear``, as agencies deliver them: month by month, some late, some corrected.
///
/// Two units have machines that deliver days, two deliver recaps; e-Kinerja delivers the days without activity. A
/// month has 20 working days or more, and 4 of 20 without activity make prestasi 80 %.
struct YearExports {
    /// What comes later than the months that it is of.
    enum Correction: CaseIterable {
        case attendance, appeal, sanction, transfer, death

        /// Months of which an earlier delivery was wrong, if it came before this.
        var months: ClosedRange<Int> {
            switch self {
            case .attendance: 2...2
            case .appeal: 2...3
            case .sanction: 5...12
            case .transfer: 7...12
            case .death: 8...12
            }
        }
    }

    /// The month before whose file each correction arrives, as in the golden year.
    static let golden: [Correction: Int] = [
        .attendance: 3, .appeal: 4, .sanction: 7, .transfer: 8, .death: 10,
    ]

    private let folder: String
    private let schedule: [Correction: Int]
    var scheme: String { "\(folder)/skema.yaml" }

    private static let nips = (0...7).map { "\(PaymentBench.nip($0))" }

    init(_ folder: String, schedule: [Correction: Int] = Self.golden) throws {
        self.folder = folder
        self.schedule = schedule
        try Disk.write(YearRules.definition, to: "\(folder)/tahun.yaml")
        try Disk.write(YearRules.scheme, to: scheme)
        try YearRules.writeLaw(to: "\(folder)/hukum")
    }

    func run(_ month: Int, to output: String) throws -> Subprocess.Outcome {
        try Program.run([
            "run", "\(folder)/tahun.yaml", "--period", "\(PaymentBench.month(month))", "--inputs",
            inputs(month), "--out", output,
        ])
    }

    /// Whether the attendance of one unit in a month is not there yet when a file is prepared.
    func isPartial(_ month: Int, file: Int) -> Bool { month == 2 && !knows(.attendance, file) }

    /// Writes what arrives before the file of a month is prepared; the months that have something new, in order.
    func deliver(_ file: Int) throws -> [Int] {
        try deliver(month: file)
        var changed: Set<Int> = [file]
        for correction in Correction.allCases where schedule[correction] == file {
            for month in correction.months where month < file {
                try correct(month, by: correction, file)
                changed.insert(month)
            }
        }
        return changed.sorted()
    }

    private func knows(_ correction: Correction, _ file: Int) -> Bool {
        schedule[correction].map { $0 <= file } ?? true
    }

    /// What comes in the month itself.
    private func deliver(month: Int) throws {
        try add(month, "pegawai/bkd", register(month), month)
        try add(month, "peristiwa/bkd", events(month, month), month)
        let people = month <= 9 ? [1, 3, 4, 6] : [1, 3, 4]
        try add(month, "hadir/dinas", machine(month, people: people), month)
        try add(month, "rekap/kecamatan", recap(month, month), month)
        try add(
            month, "aktivitas/ekinerja",
            "NIP,BULAN,HARI TANPA AKTIVITAS\n"
                + (1...7).map { person in
                    "\(Self.nips[person]),\(PaymentBench.month(month)),"
                        + "\(person == 3 && (month == 2 || month == 3) ? 4 : 0)\n"
                }.joined(), month)
        if !isPartial(month, file: month) { try correct(month, by: .attendance, month) }
        for correction in [Correction.appeal, .sanction]
        where correction.months.contains(month) && knows(correction, month) {
            try correct(month, by: correction, month)
        }
    }

    private func correct(_ month: Int, by correction: Correction, _ file: Int) throws {
        switch correction {
        case .attendance:
            try add(month, "hadir/puskesmas", machine(month, people: [2]), file)
        case .appeal:
            try add(
                month, "keberatan/bkd",
                "NIP,SUMBER,KUNCI,KOLOM,BARU,LAMA,DOKUMEN\n\(Self.nips[3]),aktivitas,"
                    + "\(PaymentBench.month(month)),tanpa_hasil,0,4,SK-1/REKAAN/2025\n", file)
        case .sanction:
            try add(
                month, "hukdis/bkd",
                "NIP,TINGKAT,PERSEN,TMT,LAMA,NOMOR SK\n"
                    + "\(Self.nips[4]),sedang 1,,2025-04-20,,SK-2/REKAAN/2025\n", file)
        case .transfer:
            try add(month, "pegawai/bkd", register(file), file)
            try add(month, "rekap/kecamatan", recap(month, file), file)
        case .death:
            try add(month, "peristiwa/bkd", events(month, file), file)
            try add(month, "rekap/kecamatan", recap(month, file), file)
        }
    }

    private func inputs(_ month: Int) -> String { "\(folder)/masukan/\(PaymentBench.month(month))" }

    /// Puts a file beside the versions that were delivered before.
    private func add(_ month: Int, _ name: String, _ text: String, _ file: Int) throws {
        let folder = "\(inputs(month))/\(name.prefix { $0 != "/" })"
        let prefix = "\(name.drop { $0 != "/" }.dropFirst())-v"
        let version = Disk.names(in: folder).filter { $0.hasPrefix(prefix) }.count + 1
        let day = "2025\(file < 10 ? "0" : "")\(file)28"
        try Disk.write(text, to: "\(inputs(month))/\(name)-v\(version)-\(day).csv")
    }

    // MARK: - What stands in them

    private func register(_ file: Int) -> String {
        var rows = [1, 2, 3, 4, 6, 7].map { person in
            let unit = person == 2 ? "Puskesmas" : person == 7 ? "Kecamatan" : "Dinas"
            return "\(Self.nips[person]),Rekaan \(person),PNS,\(unit),III/c,7,,"
        }
        let row = "\(Self.nips[5]),Rekaan 5,PNS,"
        if file >= 7, knows(.transfer, file) {
            rows += [
                row + "Kecamatan,III/c,7,,2025-07-14", row + "Setda,III/c,9,2025-07-15,",
            ]
        } else {
            rows.append(row + "Kecamatan,III/c,7,,")
        }
        return "NIP,NAMA,JENIS,UNIT,GOLONGAN,KELAS,TMT,SAMPAI\n" + rows.joined(separator: "\n")
            + "\n"
    }

    private func events(_ month: Int, _ file: Int) -> String {
        var rows = ["NIP,PERISTIWA,TANGGAL,TERMASUK,DOKUMEN\n"]
        if month >= 9 { rows.append("\(Self.nips[6]),meninggal,2025-09-10,ya,AK-1/REKAAN/2025\n") }
        if month >= 8, knows(.death, file) {
            rows.append("\(Self.nips[7]),meninggal,2025-08-20,ya,AK-2/REKAAN/2025\n")
        }
        return rows.joined()
    }

    /// Each day of the month: work on weekdays, but for the feast of 31 March; the dead do not come.
    private func machine(_ month: Int, people: [Int]) -> String {
        var rows = ["NIP;TANGGAL;STATUS;TERLAMBAT;PULANG_AWAL\n"]
        let month = PaymentBench.month(month)
        for person in people {
            for number in 0..<month.days {
                let day = month.first.adding(days: number)
                if person == 6, "\(day)" > "2025-09-10" { break }
                // 1 January 1970 was a Thursday.
                let isFree = (day.dayNumber + 3) % 7 > 4 || "\(day)" == "2025-03-31"
                rows.append("\(Self.nips[person]);\(day);" + (isFree ? "LIBUR;;\n" : "H;0;0\n"))
            }
        }
        return rows.joined()
    }

    private func recap(_ month: Int, _ file: Int) -> String {
        // Without classes of lateness and of leaving early a recap says too little, and holds the month.
        func row(_ person: Int, _ unit: String, _ days: Int) -> String {
            "\(Self.nips[person]),\(PaymentBench.month(month)),\(unit),\(days),\(days),0,0,0,0,0,0,0,0,0\n"
        }
        var rows = ["NIP,BULAN,UNIT,HARI KERJA,HADIR,TK,TL1,TL2,TL3,TL4,PSW1,PSW2,PSW3,PSW4\n"]
        switch (month, knows(.transfer, file)) {
        case (7, true): rows += [row(5, "Kecamatan", 10), row(5, "Setda", 13)]
        case (8..., true): rows.append(row(5, "Setda", 20))
        default: rows.append(row(5, "Kecamatan", 20))
        }
        // Of person 7 the unit goes on to report until somebody tells of the death.
        switch (month, knows(.death, file)) {
        case (8, true): rows.append(row(7, "Kecamatan", 14))
        case (9..., true): break
        default: rows.append(row(7, "Kecamatan", 20))
        }
        return rows.joined()
    }
}
