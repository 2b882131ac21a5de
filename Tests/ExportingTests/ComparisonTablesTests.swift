import CivilService
import Evidence
import Testing

private func previous(
    units: [String: (mean: String, satisfaction: String)] = [:], held: [String: String] = [:]
) throws -> PreviousRun {
    PreviousRun(
        runID: "ba9876543210", period: try require(AppraisalPeriod(parsing: "2025-Q2")),
        units: units, held: held)
}

@Suite("Tables that look back")
struct ComparisonTablesTests {
    /// Units A (mean 85.00) and B (70.00), and C without ranked people.
    private func evaluation() -> SampleRun {
        var run = SampleRun([
            .init(nip: 198_001_012_005_011_001, name: "P", unit: "B", final: 7_000),
            .init(nip: 198_001_012_005_011_002, name: "P", unit: "A", final: 8_500),
            .init(
                nip: 198_001_012_005_011_003, name: "P", unit: "C", status: .unscored,
                reason: "X"),
        ])
        run.extra = "evaluation: { satisfaction: perilaku }"
        run.satisfaction = [nil, 800_000, 775_000]
        return run
    }

    @Test("Without a previous run, evaluasi has this period only")
    func evaluatesAlone() throws {
        #expect(
            try evaluation().output("evaluasi.csv") == """
                unit,periode,n,rata_rata,kepuasan,periode_lalu,rata_rata_lalu,kepuasan_lalu,\
                selisih_nilai,selisih_kepuasan,searah
                A,2025-Q3,1,85.00,80.0000,,,,,,
                B,2025-Q3,1,70.00,,,,,,,
                C,2025-Q3,0,,77.5000,,,,,,

                """)
    }

    @Test(
        "Differences are those of the printed figures, and tell whether both moved one way",
        arguments: [
            ("84.50", "79.0001", "84.50,79.0001,0.50,0.9999,ya"),
            ("85.01", "80.5", "85.01,80.5,-0.01,-0.5000,ya"),
            ("85.00", "80", "85.00,80,0.00,0.0000,ya"),
            ("85", "79", "85,79,0.00,1.0000,tidak"),
            ("84.999", "81", "84.999,81,0.001,-1.0000,tidak"),
            ("", "79", ",79,,1.0000,"),
            ("84.50", "", "84.50,,0.50,,"),
        ])
    func evaluatesChange(_ mean: String, satisfaction: String, expected: String) throws {
        var run = evaluation()
        run.previous = try previous(units: ["A": (mean, satisfaction)])
        let lines = try run.output("evaluasi.csv").split(separator: "\n")
        #expect(lines[1] == "A,2025-Q3,1,85.00,80.0000,2025-Q2,\(expected)")
        #expect(lines[2] == "B,2025-Q3,1,70.00,,2025-Q2,,,,,")
    }

    @Test("kesenjangan subtracts levels, and keeps a level never judged apart from 0")
    func listsGaps() throws {
        var run = SampleRun([
            .init(
                nip: 198_001_012_005_011_001, name: "Ani", unit: "A", position: "Guru",
                final: 7_000)
        ])
        run.extra = "gaps: { component: capaian }"
        run.gaps = [
            GapRow(
                person: 0, competency: "INT", required: 3, held: 1,
                recommended: "Diklat integritas", taken: "-"),
            GapRow(
                person: 0, competency: "KOM", required: 2, held: nil, recommended: "", taken: ""),
            GapRow(
                person: 0, competency: "OPH", required: 2, held: 4, recommended: "", taken: "X; Y"),
        ]
        run.previous = try previous(held: [
            "198001012005011001|INT": "2", "198001012005011001|KOM": "1",
            "198001012005011002|OPH": "1",
        ])
        #expect(
            try run.output("kesenjangan.csv") == """
                nip,nama,unit,jabatan,kompetensi,syarat,dimiliki,kesenjangan,\
                pelatihan_disarankan,pelatihan_diikuti,dimiliki_lalu,perubahan
                198001012005011001,Ani,A,Guru,INT,3,1,-2,Diklat integritas,'-,2,-1
                198001012005011001,Ani,A,Guru,KOM,2,,,,,1,
                198001012005011001,Ani,A,Guru,OPH,2,4,2,,X; Y,,

                """)
    }
}
