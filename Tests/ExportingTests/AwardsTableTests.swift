import Evidence
import Testing

@Suite("AwardsTable")
struct AwardsTableTests {
    /// Finals of people of one unit, from the highest down, with the ranks that they share.
    private func run(_ finals: [Int64], ranks: [Int32], award: String) -> SampleRun {
        var run = SampleRun(
            finals.enumerated().map { place, final in
                .init(
                    nip: 198_001_012_005_011_001 + UInt64(place), name: "P\(place + 1)",
                    unit: "A", final: final, predikat: final >= 9_000 ? 0 : 1)
            })
        run.ranks = [ranks, ranks]
        let sizes = [Int32](repeating: Int32(finals.count), count: finals.count)
        run.groupSizes = [sizes, sizes]
        run.extra = "awards: [ \(award) ]"
        return run
    }

    private func winners(_ run: SampleRun) throws -> [String] {
        try run.output("penghargaan.csv").split(separator: "\n").dropFirst().map { line in
            String(line.split(separator: ",")[4])
        }
    }

    @Test("A row says which award, in which order, to whom and for what")
    func writesRows() throws {
        let run = run(
            [9_500, 8_000], ranks: [1, 2],
            award: "{ id: a, title: Teladan }, { id: b, when: { predikat: Baik } }")
        #expect(
            try run.output("penghargaan.csv") == """
                penghargaan,judul,urutan,nip,nama,unit,skema,akhir,predikat
                a,Teladan,1,198001012005011001,P1,A,umum,95.00,Sangat Baik
                a,Teladan,2,198001012005011002,P2,A,umum,80.00,Baik
                b,b,1,198001012005011002,P2,A,umum,80.00,Baik

                """)
    }

    @Test(
        "The top share is rounded down, one place at least, and ties at the border all win",
        arguments: [
            // 40 % of 5 is 2.0, 39 % is 1.95, 10 % is 0.5.
            ("40 %", [1, 2, 3, 4, 5] as [Int32], ["P1", "P2"]),
            ("39 %", [1, 2, 3, 4, 5], ["P1"]),
            ("10 %", [1, 2, 3, 4, 5], ["P1"]),
            ("40 %", [1, 2, 2, 4, 5], ["P1", "P2", "P3"]),
            ("10 %", [1, 1, 1, 4, 5], ["P1", "P2", "P3"]),
            ("60 %", [1, 1, 3, 3, 3], ["P1", "P2", "P3", "P4", "P5"]),
        ])
    func takesTop(_ top: String, ranks: [Int32], expected: [String]) throws {
        let run = run(
            [9_900, 9_800, 9_700, 9_600, 9_500], ranks: ranks,
            award: "{ id: a, top: \"\(top)\", within: unit }")
        #expect(try winners(run) == expected)
    }

    @Test("Conditions narrow the winners but not the group that the top is counted in")
    func narrowsWinners() throws {
        let run = run(
            [9_500, 9_100, 9_000, 8_999, 8_000], ranks: [1, 2, 3, 4, 5],
            award: "{ id: a, top: \"80 %\", minimum: 90.5, when: { predikat: Sangat Baik } }, "
                + "{ id: b, top: \"80 %\", when: { predikat: Baik, scheme: [umum] } }, "
                + "{ id: d, minimum: 90 }")
        #expect(try winners(run) == ["P1", "P2", "P4", "P1", "P2", "P3"])
    }

    @Test("In a group in which the run does not rank, the published final decides")
    func ranksByFinal() throws {
        var run = run(
            [9_000, 9_500, 9_500, 8_000], ranks: [1, 2, 3, 4],
            award: "{ id: a, top: \"50 %\", within: jabatan }")
        run.people[3].position = "Guru"
        // Three Analis: floor(1.5) = 1 place, shared by two. One Guru: at least one.
        #expect(try winners(run) == ["P2", "P3", "P4"])
    }
}
