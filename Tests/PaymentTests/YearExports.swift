internal import CivilService
internal import TestSupport

/// The exports of ``GoldenYear``, as agencies deliver them: month by month, some late, some corrected.
///
/// Two units have machines that deliver days, two deliver recaps; e-Kinerja delivers the days without activity. A
/// month has 20 working days or more, and 4 of 20 without activity make prestasi 80 %.
struct YearExports {
    private let folder: String
    var scheme: String { "\(folder)/skema.yaml" }

    private static let nips = (0...7).map { "\(PaymentBench.nip($0))" }

    init(_ folder: String) throws {
        self.folder = folder
        try Disk.write(Self.definition, to: "\(folder)/tahun.yaml")
        try Disk.write(Self.schemeText, to: scheme)
        for (name, values) in Self.law {
            try Disk.write(
                "name: \(name)\ngloss: rekaan\nunit: rekaan\nvalues:\n"
                    + values.map { date, value in
                        """
                          \(date):
                            value: \(value)
                            source: { title: rekaan }
                            status: confirmed

                        """
                    }.joined(),
                to: "\(folder)/hukum/\(name).yaml")
        }
    }

    func run(_ month: Int, to output: String) throws -> Subprocess.Outcome {
        try Program.run([
            "run", "\(folder)/tahun.yaml", "--period", "\(PaymentBench.month(month))", "--inputs",
            inputs(month), "--out", output,
        ])
    }

    /// Writes what arrives before the file of a month is prepared; the months that have something new, in order.
    func deliver(_ file: Int) throws -> [Int] {
        var changed: [Int] = []
        switch file {
        case 3:
            try add(2, "hadir/puskesmas-v1-20250304.csv", machine(2, people: [2]))
            changed = [2]
        case 4:
            for month in [2, 3] {
                try add(
                    month, "keberatan/bkd-20250410.csv",
                    "NIP,SUMBER,KUNCI,KOLOM,BARU,LAMA,DOKUMEN\n\(Self.nips[3]),aktivitas,"
                        + "\(PaymentBench.month(month)),tanpa_hasil,0,4,SK-1/REKAAN/2025\n")
            }
            changed = [2, 3]
        case 7:
            for month in [5, 6] { try add(month, "hukdis/bkd-20250705.csv", sanction) }
            changed = [5, 6]
        case 8:
            try add(7, "pegawai/bkd-v2-20250804.csv", register(7, known: 8))
            try add(7, "rekap/kecamatan-v2-20250804.csv", recap(7, known: 8))
            changed = [7]
        case 10:
            for month in [8, 9] {
                try add(month, "peristiwa/bkd-v2-20251003.csv", events(month, known: 10))
                try add(month, "rekap/kecamatan-v2-20251003.csv", recap(month, known: 10))
            }
            changed = [8, 9]
        default: break
        }
        try deliver(month: file)
        return changed + [file]
    }

    /// What comes in the month itself.
    private func deliver(month: Int) throws {
        let day = "2025\(month < 10 ? "0" : "")\(month)28"
        try add(month, "pegawai/bkd-v1-\(day).csv", register(month, known: month))
        try add(month, "peristiwa/bkd-v1-\(day).csv", events(month, known: month))
        let alive = month <= 9 ? [1, 3, 4, 6] : [1, 3, 4]
        try add(month, "hadir/dinas-v1-\(day).csv", machine(month, people: alive))
        if month != 2 {
            try add(month, "hadir/puskesmas-v1-\(day).csv", machine(month, people: [2]))
        }
        try add(month, "rekap/kecamatan-v1-\(day).csv", recap(month, known: month))
        try add(
            month, "aktivitas/ekinerja-\(day).csv",
            "NIP,BULAN,HARI TANPA AKTIVITAS\n"
                + (1...7).map { person in
                    "\(Self.nips[person]),\(PaymentBench.month(month)),"
                        + "\(person == 3 && (month == 2 || month == 3) ? 4 : 0)\n"
                }.joined())
        if month >= 7 { try add(month, "hukdis/bkd-\(day).csv", sanction) }
    }

    private func inputs(_ month: Int) -> String { "\(folder)/masukan/\(PaymentBench.month(month))" }

    private func add(_ month: Int, _ name: String, _ text: String) throws {
        try Disk.write(text, to: "\(inputs(month))/\(name)")
    }

    // MARK: - What stands in them

    private var sanction: String {
        "NIP,TINGKAT,PERSEN,TMT,LAMA,NOMOR SK\n\(Self.nips[4]),sedang 1,,2025-04-20,,SK-2/REKAAN/2025\n"
    }

    private func register(_ month: Int, known: Int) -> String {
        var rows = [1, 2, 3, 4, 6, 7].map { person in
            let unit = person == 2 ? "Puskesmas" : person == 7 ? "Kecamatan" : "Dinas"
            return "\(Self.nips[person]),Rekaan \(person),PNS,\(unit),III/c,7,,"
        }
        let row = "\(Self.nips[5]),Rekaan 5,PNS,"
        if known < 8 {
            rows.append(row + "Kecamatan,III/c,7,,")
        } else {
            rows += [
                row + "Kecamatan,III/c,7,,2025-07-14", row + "Setda,III/c,9,2025-07-15,",
            ]
        }
        return "NIP,NAMA,JENIS,UNIT,GOLONGAN,KELAS,TMT,SAMPAI\n" + rows.joined(separator: "\n")
            + "\n"
    }

    private func events(_ month: Int, known: Int) -> String {
        var rows = ["NIP,PERISTIWA,TANGGAL,TERMASUK,DOKUMEN\n"]
        if month >= 9 { rows.append("\(Self.nips[6]),meninggal,2025-09-10,ya,AK-1/REKAAN/2025\n") }
        if known >= 10 { rows.append("\(Self.nips[7]),meninggal,2025-08-20,ya,AK-2/REKAAN/2025\n") }
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

    /// Classes of lateness and of leaving early; without them a recap says too little, and holds the month.
    private static let onTime = ",0,0,0,0,0,0,0,0"

    private func recap(_ month: Int, known: Int) -> String {
        let name = PaymentBench.month(month)
        var rows = ["NIP,BULAN,UNIT,HARI KERJA,HADIR,TK,TL1,TL2,TL3,TL4,PSW1,PSW2,PSW3,PSW4\n"]
        switch (month, known) {
        case (7, 8):
            rows.append("\(Self.nips[5]),\(name),Kecamatan,10,10,0\(Self.onTime)\n")
            rows.append("\(Self.nips[5]),\(name),Setda,13,13,0\(Self.onTime)\n")
        default:
            rows.append(
                "\(Self.nips[5]),\(name),\(month < 8 ? "Kecamatan" : "Setda"),20,20,0\(Self.onTime)\n"
            )
        }
        // Of person 7 the unit goes on to report until somebody tells of the death.
        if known < 10 || month < 8 {
            rows.append("\(Self.nips[7]),\(name),Kecamatan,20,20,0\(Self.onTime)\n")
        } else if month == 8 {
            rows.append("\(Self.nips[7]),\(name),Kecamatan,14,14,0\(Self.onTime)\n")
        }
        return rows.joined()
    }

    // MARK: - Definition, scheme and law

    private static let definition = """
        kinerja: 1
        pipeline: tahun
        title: Bahan pembayaran (rekaan)
        period: month
        regulation: hukum
        nip: anatomy
        ingest:
          pegawai:
            kind: register
            files: "pegawai/{dari}-v{versi}-{kirim}.csv"
            version: versi
            replaces: [dari]
            delivered: kirim
            columns:
              { nip: NIP, nama: NAMA, jenis: JENIS, unit: UNIT, golongan: GOLONGAN, kelas: KELAS, mulai: TMT, sampai: SAMPAI }
          peristiwa:
            kind: event
            files: "peristiwa/{dari}-v{versi}-{kirim}.csv"
            version: versi
            replaces: [dari]
            delivered: kirim
            columns: { nip: NIP, peristiwa: PERISTIWA, tanggal: TANGGAL, termasuk: TERMASUK, dokumen: DOKUMEN }
          keberatan:
            kind: correction
            optional: true
            files: "keberatan/bkd-{kirim}.csv"
            delivered: kirim
            columns:
              { nip: NIP, sumber: SUMBER, kunci: KUNCI, kolom: KOLOM, nilai_baru: BARU, nilai_lama: LAMA, dokumen: DOKUMEN }
          hadir:
            kind: attendance
            files: "hadir/{unit}-v{versi}-{kirim}.csv"
            version: versi
            replaces: [unit]
            delivered: kirim
            expect:
              agencies: { capture: unit, list: [dinas, puskesmas] }
              missing: partial
            format: { csv: { delimiter: ";" } }
            columns: { nip: NIP, tanggal: TANGGAL, status: STATUS, terlambat: TERLAMBAT, pulang_awal: PULANG_AWAL }
          rekap:
            kind: attendance
            files: "rekap/{dari}-v{versi}-{kirim}.csv"
            version: versi
            replaces: [dari]
            delivered: kirim
            key: [nip, bulan, unit]
            columns:
              { nip: NIP, bulan: BULAN, unit: UNIT, hari_kerja: HARI KERJA, hadir: HADIR, alpa: TK,
                tl1: TL1, tl2: TL2, tl3: TL3, tl4: TL4, psw1: PSW1, psw2: PSW2, psw3: PSW3, psw4: PSW4 }
          aktivitas:
            kind: attendance
            files: "aktivitas/ekinerja-{kirim}.csv"
            delivered: kirim
            columns: { nip: NIP, bulan: BULAN, tanpa_hasil: HARI TANPA AKTIVITAS }
          hukdis:
            kind: sanction
            optional: true
            files: "hukdis/bkd-{kirim}.csv"
            delivered: kirim
            columns: { nip: NIP, tingkat: TINGKAT, persen: PERSEN, mulai: TMT, lama: LAMA, dokumen: NOMOR SK }
        payroll:
          attendance: [hadir, rekap, aktivitas]
          status: { hadir: [H], alpa: [TK], libur: [LIBUR] }
          monthly: all-postings
          sanctions: [hukdis]

        """

    private static let schemeText = """
        kinerja: 1
        pay: tpp
        title: TPP (rekaan)
        pipeline: tahun
        regulation: hukum
        payments:
          from: 2025-01
          recovery: { ceiling: 50 %, rounding: down, order: oldest-first, set-off-rapel: true }
        evidence: any
        productivity: days
        trial: pay
        components:
          - { id: beban, title: Beban kerja, account: 5.1.1, amounts: beban, measured: false }
          - { id: prestasi, title: Prestasi kerja, account: 5.1.2, amounts: prestasi }
        deductions:
          - { id: pph21, title: PPh 21, rates: pajak }

        """

    /// Name, and value by its first day.
    private static let law: [(String, [(String, String)])] = [
        (
            "beban",
            [
                ("2025-01-01", "[ { kelas: 7, jumlah: 2400000 }, { kelas: 9, jumlah: 3000000 } ]"),
                ("2025-10-01", "[ { kelas: 7, jumlah: 2640000 }, { kelas: 9, jumlah: 3300000 } ]"),
            ]
        ),
        (
            "prestasi",
            [
                ("2025-01-01", "[ { kelas: 7, jumlah: 1600000 }, { kelas: 9, jumlah: 2000000 } ]"),
                ("2025-10-01", "[ { kelas: 7, jumlah: 1760000 }, { kelas: 9, jumlah: 2200000 } ]"),
            ]
        ),
        ("pajak", [("2025-01-01", "[ { jenis: PNS, dari: III, persen: 5 } ]")]),
        ("tpp-cara", [("2025-01-01", "potong")]),
        ("tpp-bobot", [("2025-01-01", "{ produktivitas: 100, disiplin: 0 }")]),
        (
            "tpp-potongan-kehadiran",
            [
                (
                    "2025-01-01",
                    "{ tl1: 0.5, tl2: 1, tl3: 1.25, tl4: 1.5, psw1: 0.5, psw2: 1, psw3: 1.25, psw4: 1.5, alpa: 3 }"
                )
            ]
        ),
        ("kelas-keterlambatan", [("2025-01-01", "[ { kelas: TL1, dari: 1 } ]")]),
        ("kelas-pulang-awal", [("2025-01-01", "[ { kelas: PSW1, dari: 1 } ]")]),
        ("tpp-batas-harian", [("2025-01-01", "tanpa")]),
        ("tpp-pembulatan", [("2025-01-01", "{ decimals: 0, rounding: half-up }")]),
        ("tpp-hukuman", [("2025-01-01", "[ { tingkat: sedang 1, persen: 25, bulan: 6 } ]")]),
        ("tpp-hukuman-mulai", [("2025-01-01", "bulan-berikut")]),
        ("tpp-hukuman-ganda", [("2025-01-01", "terberat")]),
    ]
}
