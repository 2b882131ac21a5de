import Arithmetic
import Evidence
import MiniRun
import TestSupport
import Testing

@Suite("AttendanceScorer")
struct AttendanceTests {
    private func component(_ source: String, _ keys: String) -> String {
        "{ id: disiplin, method: attendance, from: [\(source)], weight: 100, missing: reweight, "
            + keys + " }"
    }

    @Test(
        "Deductions are taken by sums, bands and words",
        arguments: [
            // Sums of two months: 11 of 40 days absent, 30 minutes late.
            ("deduct: [ { column: alpa, points: 200, per: hari_kerja } ]", "45"),
            ("deduct: [ { column: alpa, points: 3 } ]", "67"),
            ("start: 50, deduct: [ { column: alpa, points: 3 } ]", "17"),
            // 100 - 200 × 11/40 - 1/4 × 30/40 = 100 - 55 - 0.1875.
            (
                "deduct: [ { column: alpa, points: 200, per: hari_kerja }, "
                    + "{ column: terlambat, points: 0.25, per: hari_kerja } ]", "44.8125"
            ),
            // By month: January 100 - 100 = 0, February 100 - 10 = 90.
            (
                "mean: months, deduct: [ { column: alpa, points: 200, per: hari_kerja } ]", "45"
            ),
            (
                "mean: months, month_floor: 40, "
                    + "deduct: [ { column: alpa, points: 200, per: hari_kerja } ]", "65"
            ),
            ("cap: 60, deduct: [ { column: alpa, points: 3 } ]", "60"),
            ("floor: 0, deduct: [ { column: alpa, points: 30 } ]", "0"),
            ("deduct: [ { column: alpa, points: 30 } ]", "-230"),
        ])
    func deductsBySums(keys: String, points: String) throws {
        let run = try Sample.run(
            component("hadir", keys), ["hadir": "@1;2025-01;20;10;30\n@1;2025-02;20;1;0\n"])
        #expect(run.points() == [points])
        #expect(run.points(explained: true) == [points])
    }

    @Test(
        "The highest band that a day's minutes reach decides",
        arguments: [
            (0, "100"), (1, "99.5"), (30, "99.5"), (31, "99"), (60, "99"), (61, "98.75"),
            (90, "98.75"), (91, "98.5"), (300, "98.5"),
        ])
    func deductsByBands(minutes: Int, points: String) throws {
        let bands =
            "{ from: 1, points: 0.5 }, { from: 31, points: 1 }, "
            + "{ from: 61, points: 1.25 }, { from: 91, points: 1.5 }"
        let run = try Sample.run(
            component("absen", "deduct: [ { column: terlambat, bands: [ \(bands) ] } ]"),
            ["absen": "@1;2025-01-06;H;\(minutes)\n"])
        #expect(run.points() == [points])
    }

    @Test("A day deducts at most the daily cap, and words compare folded")
    func capsDays() throws {
        // 2.5 + 1 on the sixth is capped at 2.5, the seventh deducts 1, the eighth nothing.
        let keys =
            "daily_cap: 2.5, deduct: [ { column: status, values: { TK: 2.5, psw 1: 1 } }, "
            + "{ column: terlambat, bands: [ { from: 1, points: 1 } ] } ]"
        let rows = "@1;2025-01-06;tk;5\n@1;2025-01-07;PSW-1;0\n@1;2025-01-08;H;0\n"
        let run = try Sample.run(component("absen", keys), ["absen": rows])
        #expect(run.points() == ["96.5"])
    }

    @Test("Who has no row has no points")
    func missesRows() throws {
        let run = try Sample.run(
            component("hadir", "deduct: [ { column: alpa, points: 3 } ]"),
            ["hadir": "@1;2024-12;20;0;0\n"])
        #expect(run.points() == ["-"])
        #expect(run.points(explained: true) == ["-"])
    }

    @Test("Sums give what the rows give")
    func sumsAgreeWithRows() throws {
        var random = SplitMix64(seed: 7)
        var rows = ""
        var expected: [String] = []
        for person in 1...30 {
            var (days, absent, late) = (0, 0, 0)
            for month in 1...3 {
                let day = Int.random(in: 1...23, using: &random)
                let away = Int.random(in: 0...3, using: &random)
                let minutes = Int.random(in: 0...300, using: &random)
                rows += "@\(person);2025-0\(month);\(day);\(away);\(minutes)\n"
                (days, absent, late) = (days + day, absent + away, late + minutes)
            }
            // JOB 3.3: 100 - 200 A / H - L / (4 H).
            let points =
                Rational(100) - Rational(200 * absent, over: days)
                - Rational(late, over: 4 * days)
            expected.append(points.exactText)
        }
        let keys =
            "deduct: [ { column: alpa, points: 200, per: hari_kerja }, "
            + "{ column: terlambat, points: 1/4, per: hari_kerja } ]"
        let run = try Sample.run(
            component("hadir", keys),
            ["pegawai": (1...30).map { "@\($0);N;U\n" }.joined(), "hadir": rows])
        #expect(run.evidence.sums.count == 1)
        for person in 0..<30 {
            #expect(run.points(Int32(person)) == [expected[person]])
            #expect(run.points(Int32(person), explained: true) == [expected[person]])
        }
    }
}
