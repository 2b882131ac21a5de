internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport
internal import Testing

/// `penempatan.csv` and `hukuman.csv` of small runs, worked out by hand.
@Suite("What a run keeps for payroll")
struct PostingsRunTests {
    private static let ani = "198501012010012001"
    private static let budi = "198601012010011002"

    private static let definition = """
        kinerja: 1
        pipeline: kecil
        title: Kecil
        period: month
        regulation: aturan
        ingest:
          pegawai:
            kind: register
            files: pegawai.csv
            columns: { nip: NIP, unit: UNIT, kelas: KELAS, mulai: MULAI, sampai: SAMPAI }
          hadir:
            kind: attendance
            files: hadir.csv
            optional: true
            columns: HADIR
            key: KEY
          hukdis:
            kind: sanction
            files: hukdis.csv
            optional: true
            columns: { nip: NIP, tingkat: TINGKAT, persen: PERSEN, mulai: MULAI, lama: LAMA }
        payroll: { attendance: [hadir], sanctions: [hukdis], MORE }
        export: { archive: none }
        """

    /// - Returns: The cells of the columns asked for, by row.
    private static func rows(
        columns: String, key: String, attendance: String, more: String = "",
        sanctions: String? = nil, asked: [String], table: String = "penempatan.csv"
    ) async throws -> [[String]] {
        let folder = try TemporaryFolder()
        let text = definition.replacing("HADIR", with: columns).replacing("KEY", with: key)
            .replacing(", MORE", with: more.isEmpty ? "" : ", \(more)")
        try Disk.write(text, to: folder("kecil.yaml"))
        for name in ["kelas-keterlambatan", "kelas-pulang-awal"] {
            let path = Repository.path("pipelines/regulation/nasional/\(name).yaml")
            try Disk.write(try Disk.text(path), to: folder("aturan/\(name).yaml"))
        }
        // Budi has two units in the month.
        try Disk.write(
            """
            NIP,UNIT,KELAS,MULAI,SAMPAI
            \(ani),A,7,,
            \(budi),A,8,,2025-07-10
            \(budi),B,9,2025-07-11,

            """, to: folder("masukan/pegawai.csv"))
        try Disk.write(attendance, to: folder("masukan/hadir.csv"))
        if let sanctions { try Disk.write(sanctions, to: folder("masukan/hukdis.csv")) }
        let options = RunOptions(
            definition: folder("kecil.yaml"),
            period: try #require(AppraisalPeriod(parsing: "2025-07")), inputs: folder("masukan"),
            output: folder("out"), workers: 1, language: .english,
            program: PublishedCases.program)
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        let published = try #require(outcome.folder)
        return try CSVText("\(published)/\(table)").selecting(asked)
    }

    @Test(
        "Days go to the posting of their day; minutes have classes; two events of a day are a pair")
    func days() async throws {
        let rows = try await Self.rows(
            columns: "{ nip: N, tanggal: T, status: S, terlambat: L, pulang_awal: P }",
            key: "[nip, tanggal]",
            attendance: """
                N,T,S,L,P
                \(Self.ani),2025-07-01,H,0,0
                \(Self.ani),2025-07-02,H,91,31
                \(Self.ani),2025-07-03,H,91,31
                \(Self.ani),2025-07-04,TK,,
                \(Self.ani),2025-07-05,LIBUR,,
                \(Self.ani),2025-07-07,CT,,
                \(Self.ani),2025-07-08,H,,0
                \(Self.ani),2025-07-09,?,0,0
                \(Self.budi),2025-07-10,H,30,0
                \(Self.budi),2025-07-11,H,0,61

                """,
            more: "status: { hadir: [H], alpa: [TK], lain: [CT], libur: [LIBUR] }",
            asked: [
                "urut", "unit", "hari", "catatan", "catatan_harian", "catatan_kurang",
                "hari_kerja", "hadir", "alpa", "terlambat", "tl1", "tl4", "psw2", "psw3",
                "bersamaan", "tanpa_hasil",
            ])
        #expect(
            rows == [
                [
                    "1", "A", "31", "8", "8", "2", "6", "4", "1", "182", "0", "2", "2", "0",
                    "tl4+psw2=2", "",
                ],
                ["1", "A", "10", "1", "1", "0", "1", "1", "0", "30", "1", "0", "0", "0", "", ""],
                ["2", "B", "21", "1", "1", "0", "1", "1", "0", "0", "0", "0", "0", "1", "", ""],
            ])
    }

    @Test(
        "A month's row belongs to its unit; a unit that the person was not in tells of no posting")
    func months() async throws {
        let rows = try await Self.rows(
            columns: "{ nip: N, bulan: B, unit: U, hari_kerja: K, alpa: A, tl1: T, psw1: P }",
            key: "[nip, bulan, unit]",
            attendance: """
                N,B,U,K,A,T,P
                \(Self.ani),2025-07,B,23,1,0,0
                \(Self.budi),2025-07,A,8,0,1,1
                \(Self.budi),2025-07,B,15,2,,0

                """,
            asked: ["unit", "catatan", "catatan_kurang", "hari_kerja", "alpa", "tl1", "bersamaan"])
        #expect(
            rows == [
                ["A", "0", "1", "", "", "", ""], ["A", "1", "0", "8", "0", "1", "?"],
                ["B", "1", "1", "15", "2", "0", "?"],
            ])
    }

    @Test(
        "A month's row without unit speaks of one posting, and of several only where that is said")
    func covering() async throws {
        func rows(_ more: String) async throws -> [[String]] {
            try await Self.rows(
                columns: "{ nip: N, bulan: B, tanpa_hasil: H }", key: "[nip, bulan]",
                attendance: """
                    N,B,H
                    \(Self.ani),2025-07,3
                    \(Self.budi),2025-07,2

                    """, more: more,
                asked: ["unit", "catatan", "catatan_kurang", "tanpa_hasil", "tl1"])
        }
        #expect(
            try await rows("") == [
                ["A", "1", "0", "3", ""], ["A", "0", "1", "", ""], ["B", "0", "1", "", ""],
            ])
        #expect(
            try await rows("monthly: all-postings") == [
                ["A", "1", "0", "3", ""], ["A", "1", "0", "0", ""], ["B", "1", "0", "2", ""],
            ])
    }

    @Test("Sanctions are kept as their orders state them, also those of before the month")
    func sanctions() async throws {
        let rows = try await Self.rows(
            columns: "{ nip: N, bulan: B, alpa: A }", key: "[nip, bulan]",
            attendance: "N,B,A\n\(Self.ani),2025-07,0\n",
            sanctions: """
                NIP,TINGKAT,PERSEN,MULAI,LAMA
                \(Self.budi),sedang,12.5,2024-11-03,9
                \(Self.ani),ringan,,2025-07-31,

                """,
            asked: ["nip", "tingkat", "persen", "mulai", "lama", "sampai"], table: "hukuman.csv")
        #expect(
            rows == [
                [Self.budi, "sedang", "12.5", "2024-11-03", "9", ""],
                [Self.ani, "ringan", "", "2025-07-31", "", ""],
            ])
    }
}
