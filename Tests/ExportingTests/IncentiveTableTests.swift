import Evidence
import Testing

@Suite("IncentiveTable")
struct IncentiveTableTests {
    private var sample: SampleRun {
        SampleRun([
            .init(
                nip: 198_001_012_005_011_001, name: "A", unit: "A", final: 8_750, predikat: 1),
            .init(
                nip: 198_001_012_005_011_002, name: "B", unit: "A", status: .unscored,
                reason: "TANPA_CAPAIAN"),
            .init(
                nip: 198_001_012_005_011_004, name: "C", unit: "B", final: 9_125, predikat: 0),
        ])
    }

    @Test("The last row has the number of rows and the sum of their NIPs")
    func endsInTrailer() throws {
        var run = sample
        run.listing = [2, 0]
        run.extra = "trial: { unit: B }"
        // 198001012005011001 + 198001012005011004
        #expect(
            try run.output("insentif.csv") == """
                nip,predikat,akhir,uji_coba,run
                198001012005011004,Sangat Baik,91.25,ya,0123456789ab
                198001012005011001,Baik,87.50,tidak,0123456789ab
                TOTAL,2,396002024010022005,,0123456789ab

                """)
    }

    @Test("A run without ranked people still has its trailer")
    func countsNobody() throws {
        #expect(
            try SampleRun([]).output("insentif.csv") == """
                nip,predikat,akhir,uji_coba,run
                TOTAL,0,0,,0123456789ab

                """)
    }

    @Test("The hash total goes on beyond 64 bits")
    func sumsWide() throws {
        let people = (1...100).map { place in
            SampleRun.Person(
                nip: 198_001_012_005_011_000 + UInt64(place), name: "P", unit: "A", final: 0)
        }
        // 100 × 198001012005011000 + 5050, above 2^64 = 18446744073709551616
        #expect(
            try SampleRun(people).output("insentif.csv")
                .hasSuffix("\nTOTAL,100,19800101200501105050,,0123456789ab\n"))
    }

    @Test("Payroll takes cells as they are, whatever the definition says")
    func isNeverMangled() throws {
        var run = sample
        run.people[0].predikat = 2
        run.predikat = "[ { predikat: A, from: 90 }, { predikat: B, from: 80 }, { predikat: =C } ]"
        run.extra = """
            export: { files: [ { file: a.csv, table: insentif, spreadsheet_safe: true,
              columns: [nip, predikat, uji_coba, akhir, run] } ] }
            """
        #expect(
            try run.output("a.csv") == """
                nip,predikat,uji_coba,akhir,run
                198001012005011001,=C,tidak,87.50,0123456789ab
                198001012005011004,A,tidak,91.25,0123456789ab
                TOTAL,2,396002024010022005,,0123456789ab

                """)
    }
}
