import Diagnostics
import Evidence
import Formulas
import MiniRun
import Scoring
import Testing

@Suite("Methods that are published formulas")
struct RuledMethodTests {
    private static let law = "regulation: nasional"

    /// One row for each of `scores`, competencies K0, K1, …
    private static func scores(_ scores: [Int]) -> String {
        scores.enumerated().map { "@1;;atasan;K\($0);\($1)\n" }.joined()
    }

    private func teacher(_ keys: String) -> String {
        "{ id: pkg, method: pkg, from: [nilai], weight: 100, missing: reweight\(keys) }"
    }

    /// Competencies, score of each, keys of the component and points.
    static let teacherCases: [(count: Int, score: Int, keys: String, points: String)] = [
        // 14 × 3 = 42 of 56; 14 × 4; 14 × 1 = 14 of 56.
        (14, 3, "", "75"), (14, 4, "", "100"), (14, 1, "", "25"),
        // 17 × 3 of 68 for a counsellor, who with 14 has no value.
        (17, 3, ", teacher: konselor", "75"), (14, 3, ", teacher: konselor", "-"),
        // 13 of 14 competencies are 92.9 %; those judged have 39 of 52.
        (13, 3, "", "-"), (13, 3, ", minimum_present: 92", "75"),
        (13, 3, ", minimum_present: 93", "-"),
        // More competencies than the instrument has, a score that is none, and nothing.
        (15, 3, "", "-"), (14, 5, "", "-"), (0, 0, "", "-"),
    ]

    @Test(
        "A teacher has the share of the highest scores of all competencies",
        arguments: teacherCases)
    func teachers(count: Int, score: Int, keys: String, points: String) throws {
        let rows = Self.scores(Array(repeating: score, count: count))
        let run = try Sample.run(teacher(keys), rest: Self.law, ["nilai": rows])
        #expect(run.points() == [points])
    }

    @Test("Scores of different competencies are added")
    func mixed() throws {
        // 9 × 4 + 5 × 3 = 51 of 56.
        let scores = Array(repeating: 4, count: 9) + Array(repeating: 3, count: 5)
        let run = try Sample.run(
            teacher(""), rest: Self.law, ["nilai": Self.scores(scores)])
        #expect(run.points() == ["1275/14"])
    }

    @Test("A competency rated twice has the mean, and explain names the value")
    func rated() throws {
        // 13 × 3 + (2 + 3) / 2 = 41.5 of 56.
        let rows = Self.scores(Array(repeating: 3, count: 14)) + "@1;@2;atasan;K0;2\n"
        let run = try Sample.run(teacher(""), rest: Self.law, ["nilai": rows])
        #expect(run.points(explained: true) == ["2075/28"])
        // 74.1 of 100.
        #expect(run.steps().first { $0.label == "sebutan" }?.value == "cukup")
    }

    @Test("Monitoring counts each competency and shows its mean")
    func monitored() throws {
        let run = try Sample.run(
            teacher(""), rest: Self.law + "\nmonitoring: [pkg]",
            ["nilai": "@1;;atasan;K0;3\n@1;@2;atasan;K0;4\n@1;;atasan;K1;2\n"])
        let rows = MonitoringStatistics.rows(run.evidence)
        #expect(rows.map(\.item) == ["K0", "K1"])
        #expect(rows.map(\.rows) == [2, 1])
        // In ten thousandths.
        #expect(rows.map(\.mean) == [35_000, 20_000])
    }

    private func professional(_ group: String) -> String {
        "{ id: ip, method: ip-asn, group: \(group), from: [diklat, nilai, hukdis], weight: 100, "
            + "missing: reweight }"
    }

    @Test(
        "The index of professionalism adds education, training, performance and discipline",
        arguments: [
            // IPASN-01: 15 + 30 + 25 + 5.
            ("struktural", "S1", "@1;PIM;;;diklat kepemimpinan\n@1;T;;20;Teknis\n", "85", "", "75"),
            // 19 hours are no 20; twice 10 are.
            ("struktural", "S1", "@1;T;;19;teknis\n", "85", "", "45"),
            ("struktural", "S1", "@1;T;;10;teknis\n@1;U;;10;teknis\n", "85", "", "60"),
            ("pelaksana", "S1", "@1;T;;20;teknis\n@1;S;;;seminar\n", "85", "", "85"),
            // Training of another kind, of no kind, and after the period counts nothing.
            ("fungsional", "S1", "@1;PIM;;;diklat kepemimpinan\n@1;X;;40;\n", "85", "", "45"),
            ("fungsional", "S1", "@1;S;2025-04-01;;seminar\n", "85", "", "45"),
            // The heaviest penalty that touches the period: 2 in place of 5.
            (
                "pelaksana", "S1", "", "85", "@1;ringan;;2025-01-01;1\n@1;Sedang;;2025-03-31;6\n",
                "42"
            ),
            ("pelaksana", "S1", "", "85", "@1;berat;;2024-01-01;12\n", "45"),
            ("pelaksana", "S1", "", "85", "@1;teguran;;2025-01-01;1\n", "-"),
            ("pelaksana", "S1", "", "85", "@1;;10;2025-01-01;1\n", "-"),
            // Unknown or absent education, no performance value: missing and not 0.
            ("pelaksana", "SMK Plus", "", "85", "", "-"), ("pelaksana", "", "", "85", "", "-"),
            ("pelaksana", "S1", "@1;S;;;seminar\n", "", "", "-"),
        ])
    func professionals(
        group: String, education: String, training: String, value: String, sanctions: String,
        points: String
    ) throws {
        let run = try Sample.run(
            professional(group), rest: Self.law,
            [
                "pegawai": "@1;Ani;PKM A;P;;;;\(education)\n", "diklat": training,
                "nilai": value.isEmpty ? "" : "@1;;atasan;SKP;\(value)\n", "hukdis": sanctions,
            ])
        #expect(run.points() == [points])
    }

    @Test(
        "A group or a kind of teacher that the law does not know is a fault",
        arguments: [true, false])
    func unknownNames(isTeacher: Bool) throws {
        let component =
            isTeacher ? teacher(", teacher: pengawas") : professional("honorer")
        let failure = #expect(throws: RunFailure.self) {
            try Sample.run(component, rest: Self.law, [:])
        }
        #expect(failure?.diagnostics.map(\.code) == [.badValue])
    }

    @Test(
        "What a formula of law would silently take for a fact must be among its sources",
        arguments: [
            "method: ip-asn, group: pelaksana, from: [nilai, hukdis]",
            "method: ip-asn, group: pelaksana, from: [diklat, hukdis]",
            "method: ip-asn, group: pelaksana, from: [diklat, nilai]",
            "method: ip-asn, group: pelaksana, from: [diklat, nilai, hukdis, survei]",
        ])
    func sourcesNeeded(keys: String) {
        let failure = #expect(throws: RunFailure.self) {
            try Sample.run("{ id: ip, weight: 100, \(keys) }", rest: Self.law, [:])
        }
        #expect(failure?.diagnostics.isEmpty == false)
        #expect(failure?.diagnostics.allSatisfy { $0.code == .badValue } == true)
    }

    @Test("A teacher's scores are taken as they are")
    func noScale() {
        let scaled = "normalize: { scales: { nilai: { column: nilai, from: 1..4, to: 0..100 } } }"
        let failure = #expect(throws: RunFailure.self) {
            try Sample.run(teacher(""), rest: Self.law + "\n" + scaled, [:])
        }
        #expect(failure?.diagnostics.map(\.code) == [.badValue])
    }

    @Test("A formula of law without its parameters is a fault at the component")
    func withoutLaw() throws {
        let failure = #expect(throws: RunFailure.self) {
            try Sample.run(teacher(""), [:])
        }
        let codes = Set(failure?.diagnostics.map(\.code) ?? [])
        #expect(codes == [.unknownName])
    }

    @Test(
        "A half of 2021 is one of the year, whatever the period",
        arguments: [
            // (80 + 100) / 2; the fourth quarter has nothing of January to June in it.
            ("2021", ["2021-01-01;2021-06-30;80", "2021-07-01;2021-12-31;100"], "90"),
            ("2021-Q4", ["2021-10-01;2021-10-31;80", "2021-11-16;2021-12-31;100"], "-"),
            ("2021", ["2021-01-01;2021-06-30;80"], "-"),
        ])
    func halves(period: String, rows: [String], points: String) throws {
        let component =
            "{ id: setahun, method: gabungan-2021, from: [semester], weight: 100, missing: reweight }"
        let run = try Sample.run(
            component, rest: Self.law, period: period,
            ["semester": rows.map { "@1;\($0)\n" }.joined()])
        #expect(run.points() == [points])
    }

    @Test(
        "A scheme of two components with the law's thresholds and boxes is the nine-box",
        arguments: [
            ("80", "80", "9"), ("79.9999", "80", "8"), ("80", "79.9999", "7"),
            ("68", "68", "5"), ("67.9999", "68", "3"), ("68", "67.9999", "2"),
            ("67.9999", "67.9999", "1"), ("100", "0", "4"), ("0", "100", "6"),
        ])
    func nineBox(performance: String, potential: String, box: String) throws {
        func component(_ id: String, _ aspect: String) -> String {
            "{ id: \(id), method: rating, from: [nilai], roles: { atasan: 100 }, "
                + "aspects: [\(aspect)], weight: 50 }"
        }
        let run = try Sample.run(
            component("kinerja", "y") + ", " + component("potensi", "x"),
            scheme: "predikat: { matrix: { "
                + "rows: { component: kinerja, bands: { parameter: talenta-ambang } }, "
                + "columns: { component: potensi, bands: { parameter: talenta-ambang } }, "
                + "cells: { parameter: talenta-kotak } } }",
            rest: Self.law,
            ["nilai": "@1;;atasan;y;\(performance)\n@1;;atasan;x;\(potential)\n"])
        let results = run.results()
        #expect(results.predikatNames[Int(results.predikat[0])] == box)
    }
}
