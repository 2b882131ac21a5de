import MiniRun
import Testing

/// The checks of the reference job, as its definition states them, with the precedence that JOB.md gives.
@Suite("ValidateStage: reference job")
struct ReferenceJobTests {
    private func attendance(_ rows: String) throws -> [String] {
        let run = try Sample.run(
            Sample.attendance,
            rules: """
                { column: bulan, month: [iso] }, { column: bulan, within: period },
                { column: hari_kerja, integer: { digits: 6 } }, { column: hari_kerja, range: [1, 31] },
                { column: hadir, integer: { digits: 6 } }, { column: hadir, range: [0, 31] },
                { compare: [hadir, "<=", hari_kerja], code: HADIR },
                { column: terlambat, integer: { digits: 6 } }, { column: terlambat, range: [0, 999999] },
                { column: alpa, integer: { digits: 6 } }, { column: alpa, range: [0, 31] }
                """,
            codes: "cell-count: KOLOM, nip: NIP_FORMAT, unknown-person: NIP_ASING, date: TANGGAL, "
                + "period: TANGGAL, number: ANGKA, range: RENTANG, duplicate: GANDA, missing: ANGKA",
            rest: "nip: syntax", rows)
        return run.rejects["data"] ?? []
    }

    @Test(
        "The first fault decides: cells, then columns from left to right, in each its checks",
        arguments: [
            ("@1;2025-01;20;20;0;0", nil),
            // Each fault alone, then with everything to its right broken too.
            ("x;y;z;q;r;s;t", "1 KOLOM -"),
            ("x;2024-01;99;x;x;x", "1 NIP_FORMAT nip"),
            ("198513122011011001;2024-01;x;x;x;x", "1 NIP_FORMAT nip"),
            ("198503122011011999;2024-01;x;x;x;x", "1 NIP_ASING nip"),
            ("@1;2024-12;x;x;x;x", "1 TANGGAL bulan"),
            ("@1;2026-01;20;20;0;0", "1 TANGGAL bulan"),
            ("@1;2025-13;20;20;0;0", "1 TANGGAL bulan"),
            ("@1;01-2025;20;20;0;0", "1 TANGGAL bulan"),
            ("@1;2025-01;+20;x;x;x", "1 ANGKA hari_kerja"),
            ("@1;2025-01;2 0;20;0;0", "1 ANGKA hari_kerja"),
            ("@1;2025-01;20.0;20;0;0", "1 ANGKA hari_kerja"),
            ("@1;2025-01;;20;0;0", nil),
            ("@1;2025-01;0;99;x;x", "1 RENTANG hari_kerja"),
            ("@1;2025-01;32;20;0;0", "1 RENTANG hari_kerja"),
            ("@1;2025-01;1;0;0;0", nil),
            ("@1;2025-01;31;31;0;0", nil),
            ("@1;2025-01;20;x;x;x", "1 ANGKA hadir"),
            // 32 days present: the range comes before the comparison.
            ("@1;2025-01;20;32;x;x", "1 RENTANG hadir"),
            ("@1;2025-01;20;-1;x;x", "1 RENTANG hadir"),
            ("@1;2025-01;20;21;x;x", "1 HADIR hadir"),
            ("@1;2025-01;20;20;1000000;x", "1 ANGKA terlambat"),
            ("@1;2025-01;20;20;999999;0", nil),
            ("@1;2025-01;20;20;-1;x", "1 RENTANG terlambat"),
            ("@1;2025-01;20;20;0;32", "1 RENTANG alpa"),
            ("@1;2025-01;20;20;0;31", nil),
        ] as [(String, String?)])
    func decidesAttendance(row: String, reject: String?) throws {
        #expect(try attendance(row + "\n") == (reject.map { [$0] } ?? []))
    }

    @Test("Duplicates come last, and a rejected row never blocks a later one")
    func settlesDuplicates() throws {
        let rows = """
            @1;2025-01;20;21;0;0
            @1;2025-01;20;20;0;0
            @1;2025-01;20;19;0;0
            @1;2025-01;20;x;0;0
            @1;2025-02;20;19;0;0

            """
        #expect(try attendance(rows) == ["1 HADIR hadir", "3 GANDA -", "4 ANGKA hadir"])
    }

    @Test(
        "Attainment: indicator before month before target before realisation",
        arguments: [
            ("@1;KP;2025-03;100;92.25", nil),
            ("@1;XX;2025-02;0;x", "1 INDIKATOR indikator"),
            ("@1;KP;2025-02;0;x", "1 TANGGAL bulan"),
            ("@1;KP;2025-03;0;x", "1 TARGET_NOL target"),
            ("@1;KP;2025-03;0.00;x", "1 TARGET_NOL target"),
            ("@1;KP;2025-03;-1;x", "1 NEGATIF target"),
            ("@1;KP;2025-03;-0.01;x", "1 NEGATIF target"),
            ("@1;KP;2025-03;0.01;-0.01", "1 NEGATIF realisasi"),
            ("@1;KP;2025-03;1;0", nil),
            ("@1;KP;2025-03;12345678;x", "1 ANGKA target"),
            ("@1;KP;2025-03;1234567.89;x", "1 ANGKA realisasi"),
            ("@1;KP;2025-03;1.234;1", "1 ANGKA target"),
            ("@1;KP;2025-03;1,2;1", "1 ANGKA target"),
            ("@1;KP;2025-03;.5;1", "1 ANGKA target"),
            ("@1;KP;2025-03;5.;1", "1 ANGKA target"),
            ("@1;KP;2025-03;1e3;1", "1 ANGKA target"),
        ] as [(String, String?)])
    func decidesAttainment(row: String, reject: String?) throws {
        let run = try Sample.run(
            Sample.attainment,
            rules: """
                { column: bulan, month: [iso] }, { column: bulan, months: [3, 6, 9, 12] },
                { column: target, decimal: { digits: 7, places: 2 } },
                { column: target, min: 0, code: NEGATIF }, { column: target, not: [0], code: TARGET_NOL },
                { column: realisasi, decimal: { digits: 7, places: 2 } },
                { column: realisasi, min: 0, code: NEGATIF }
                """,
            codes: "unknown-indicator: INDIKATOR, date: TANGGAL, period: TANGGAL, number: ANGKA",
            rest: "nip: syntax", row + "\n")
        #expect(run.rejects["data"] == (reject.map { [$0] } ?? []))
    }

    @Test(
        "Ratings: rater, role, aspect, value, date, in this order",
        arguments: [
            ("@1;@2;rekan;P1;80;2025-12-31", nil),
            ("@1;x;Rekan;P9;x;x", "1 NIP_FORMAT penilai"),
            ("@1;@77;Rekan;P9;x;x", "1 NIP_ASING penilai"),
            ("@1;@2;Rekan;P9;x;x", "1 PERAN peran"),
            ("@1;@2;rekan;P9;x;x", "1 ASPEK aspek"),
            ("@1;@2;rekan;P1;x;x", "1 ANGKA nilai"),
            ("@1;@2;rekan;P1;101;x", "1 RENTANG nilai"),
            ("@1;@2;rekan;P1;100;x", "1 TANGGAL tanggal"),
            ("@1;@2;rekan;P1;0;2025-02-29", "1 TANGGAL tanggal"),
            ("@1;@2;rekan;P1;0;2024-12-31", "1 TANGGAL tanggal"),
        ] as [(String, String?)])
    func decidesRating(row: String, reject: String?) throws {
        let run = try Sample.run(
            Sample.rating,
            rules: """
                { column: penilai, refers: pegawai, code: NIP_ASING },
                { column: peran, one_of: [atasan, rekan, bawahan, diri], exact: true, code: PERAN },
                { column: aspek, one_of: [P1, P2, P3], exact: true, code: ASPEK },
                { column: nilai, integer: { digits: 6 } }, { column: nilai, range: [0, 100] },
                { column: tanggal, date: [iso] }, { column: tanggal, within: period }
                """,
            codes: "nip: NIP_FORMAT, unknown-person: NIP_ASING, date: TANGGAL, period: TANGGAL, "
                + "number: ANGKA, range: RENTANG",
            rest: "nip: syntax", row + "\n")
        #expect(run.rejects["data"] == (reject.map { [$0] } ?? []))
    }
}
