import Evidence
import MiniRun
import Testing

@Suite("AttendanceSums: blanks")
struct AttendanceSumsBlankTests {
    @Test(
        "Sums and rows agree on rows with a blank cell",
        arguments: [
            "@1;2025-01;20;;0\n@1;2025-02;20;2;0\n", "@1;2025-01;;1;0\n@1;2025-02;20;2;0\n",
        ])
    func agreeOnBlanks(rows: String) throws {
        let run = try Sample.run(
            "{ id: d, method: attendance, from: [hadir], weight: 100, "
                + "deduct: [ { column: alpa, points: 200, per: hari_kerja } ] }",
            ["hadir": rows])
        #expect(run.evidence.sums.count == 1)
        #expect(run.points() == run.points(explained: true))
    }
}
