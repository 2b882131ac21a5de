internal import TestSupport

/// Definition, pay scheme and law of ``GoldenYear``.
enum YearRules {
    static let definition = """
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
            files: "keberatan/bkd-v1-{kirim}.csv"
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
            files: "aktivitas/ekinerja-v1-{kirim}.csv"
            delivered: kirim
            columns: { nip: NIP, bulan: BULAN, tanpa_hasil: HARI TANPA AKTIVITAS }
          hukdis:
            kind: sanction
            optional: true
            files: "hukdis/bkd-v1-{kirim}.csv"
            delivered: kirim
            columns: { nip: NIP, tingkat: TINGKAT, persen: PERSEN, mulai: TMT, lama: LAMA, dokumen: NOMOR SK }
        payroll:
          attendance: [hadir, rekap, aktivitas]
          status: { hadir: [H], alpa: [TK], libur: [LIBUR] }
          monthly: all-postings
          sanctions: [hukdis]

        """

    static let scheme = """
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

    static func writeLaw(to folder: String) throws {
        for (name, values) in law {
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
                to: "\(folder)/\(name).yaml")
        }
    }
}
