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

    @Test("A post inside the stated time of another takes its own days and leaves the rest")
    func nestedPost() throws {
        let run = try Sample.run([
            "pegawai": "@1;A;2020-01-01;9999-12-31\n@1;B;2025-02-01;2025-02-15\n@2;B\n"
        ])
        let population = run.evidence.population
        let spans = population.postings[0].map { "\($0.first) \($0.last) \($0.unit)" }
        // A until the day before, B its fifteen days, A again to the period's end.
        #expect(
            spans == [
                "2025-01-01 2025-01-31 0", "2025-02-01 2025-02-15 1", "2025-02-16 2025-03-31 0",
            ])
        #expect(population.units[0] == 0)
    }

    @Test("Two posts with one start are a finding, also when both are open")
    func contradictingStarts() throws {
        let run = try Sample.run([
            "pegawai": "@1;A;2025-03-01;\n@1;B;2025-03-01;\n@2;A;2025-03-01;\n@2;B;2025-04-01;\n"
        ])
        #expect(run.overlaps.map(\.person) == [0])
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
