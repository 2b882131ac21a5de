import Evidence
import Testing

private func people(_ unit: String, _ finals: [Int64], from nip: UInt64) -> [SampleRun.Person] {
    finals.enumerated().map { place, final in
        .init(
            nip: nip + UInt64(place), name: "P", unit: unit, final: final,
            predikat: final >= 9_000 ? 0 : 1)
    }
}

@Suite("UnitsTable")
struct UnitsTableTests {
    @Test("Units stand by the bytes of their names, those without ranked people are left out")
    func ordersByBytes() throws {
        var all = people("fungsi", [8_000, 9_500, 9_000], from: 198_001_012_005_011_001)
        all += people("Zeta", [8_000, 9_001], from: 198_001_012_005_012_001)
        all += people("e\u{301}toile", [7_000], from: 198_002_012_005_011_001)
        all.append(
            .init(
                nip: 198_003_012_005_011_001, name: "P", unit: "Kosong", status: .unscored,
                reason: "TANPA_CAPAIAN"))
        // "e" comes before "f", also where it is the first half of an accented letter.
        // Zeta: (80.00 + 90.01) / 2 = 85.005, half up.
        #expect(
            try SampleRun(all).output("rekap-unit.csv") == """
                unit,n,rata_rata,median,terendah,tertinggi,sangat_baik,baik
                Zeta,2,85.01,85.01,80.00,90.01,1,1
                e\u{301}toile,1,70.00,70.00,70.00,70.00,0,1
                fungsi,3,88.33,90.00,80.00,95.00,2,1

                """)
    }

    @Test(
        "Mean and median are rounded once, as finals are",
        arguments: [
            // 80.00, 80.01: 80.005. 80.00, 80.00, 80.01, 80.02: mean 80.0075, median 80.005.
            ("half-up", "80.01,80.01", "80.01,80.01"),
            ("half-even", "80.00,80.00", "80.01,80.00"),
            ("down", "80.00,80.00", "80.00,80.00"),
        ])
    func roundsOnce(_ mode: String, two: String, four: String) throws {
        var run = SampleRun(
            people("A", [8_000, 8_001], from: 198_001_012_005_011_001)
                + people("B", [8_002, 8_000, 8_001, 8_000], from: 198_001_012_005_012_001))
        run.publish = "{ akhir: { decimals: 2, rounding: \(mode) }, komponen: { decimals: 4 } }"
        let lines = try run.output("rekap-unit.csv").split(separator: "\n")
        #expect(
            lines.dropFirst() == [
                "A,2,\(two),80.00,80.01,0,2", "B,4,\(four),80.00,80.02,0,4",
            ])
    }

    @Test("A definition may take single predikat columns under its own headings")
    func choosesPredikat() throws {
        var run = SampleRun(people("A", [9_000], from: 198_001_012_005_011_001))
        run.extra = """
            export: { files: [ { file: unit.csv, table: rekap-unit,
              columns: [unit, SB: predikat.Sangat Baik, predikat.Baik] } ] }
            """
        #expect(try run.output("unit.csv") == "unit,SB,baik\nA,1,0\n")
    }
}
