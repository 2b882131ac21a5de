import Arithmetic
import CivilService
import Evidence
import MiniRun
import Testing

@Suite("Transfers and refused rows")
struct TransferAndRefusalTests {
    @Test("A transfer after a stated end does not lengthen the ended post")
    func transferAfterGap() throws {
        let run = try Sample.run([
            "pegawai": "@1;A;2020-01-01;2025-01-31\n@2;B\n",
            "peristiwa": "@1;mutasi;2025-03-01;;B\n",
        ])
        let days = run.evidence.population.postings[0].map { $0.last.description }
        #expect(days.first == "2025-01-31")
    }

    @Test("Rows that refuse each other count in no sum")
    func refusedRowsCountNowhere() throws {
        let run = try Sample.run(
            ["pegawai": "@1;A\n", "nilai": "@1;atasan;80\n@1;atasan;90\n"],
            ratings: "duplicates: refuse")
        #expect(run.conflicts["nilai"] == [1, 2])
        #expect(run.points(explained: true) == ["-"])
        #expect(run.points() == ["-"])
    }
}
