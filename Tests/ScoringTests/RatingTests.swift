import Arithmetic
import Evidence
import MiniRun
import TestSupport
import Testing

@Suite("RatingScorer")
struct RatingTests {
    private func component(_ keys: String) -> String {
        "{ id: perilaku, method: rating, from: [nilai], weight: 100, missing: reweight, \(keys) }"
    }

    private static let roles =
        "roles: { atasan: 60, rekan: { weight: 30, raters: 3 }, diri: 10 }, not_alone: [diri]"

    @Test(
        "Roles without value drop out, and some never stand alone",
        arguments: [
            // 0.6 × 90 + 0.3 × 70 + 0.1 × 100.
            (["atasan;;90", "rekan;;80", "rekan;;70", "rekan;;60", "diri;;100"], "", "85"),
            // Two raters of three: (60 × 90 + 10 × 100) / 70.
            (["atasan;;90", "rekan;;80", "rekan;;70", "diri;;100"], "", "640/7"),
            (["diri;;100"], "", "-"),
            (["rekan;;80", "rekan;;70", "diri;;100"], "", "-"),
            (["rekan;;80", "rekan;;70"], "", "-"),
            (["rekan;;80", "rekan;;70", "rekan;;60"], "", "70"),
            (["atasan;;90"], ", minimum_present: 60", "90"),
            (["atasan;;90"], ", minimum_present: 61", "-"),
            // Roles compare folded, and a role of no weight here counts nowhere.
            (["ATASAN;;90", "masyarakat;;10"], "", "90"),
            ([], "", "-"),
        ])
    func weighsRoles(rows: [String], keys: String, points: String) throws {
        let table = rows.enumerated().map { "@1;@\($0.offset + 50);\($0.element)\n" }.joined()
        let run = try Sample.run(component(Self.roles + keys), ["nilai": table])
        #expect(run.points() == [points])
        #expect(run.points(explained: true) == [points])
    }

    @Test(
        "Ratings of a role pool over values, raters or aspects",
        arguments: [
            // Rater 50: P1 90, P2 70; rater 51: P1 60.
            ("", "220/3"),
            ("pool: values", "220/3"),
            // (80 + 60) / 2.
            ("pool: raters", "70"),
            // P1 75, P2 70.
            ("pool: aspects", "72.5"),
            ("pool: aspects, aspects: { p1: 3, P2: 1 }", "73.75"),
            ("aspects: [P1]", "75"),
            ("pool: aspects, aspects: [P2, P3]", "70"),
            ("aspects: [P9]", "-"),
            ("cap: 70", "70"),
            ("where: { aspek: { not: P2 } }", "75"),
        ])
    func pools(keys: String, points: String) throws {
        let run = try Sample.run(
            component("roles: { rekan: 1 }, \(keys.isEmpty ? "pool: values" : keys)"),
            ["nilai": "@1;@50;rekan;P1;90\n@1;@50;rekan;P2;70\n@1;@51;rekan;P1;60\n"])
        #expect(run.points() == [points])
    }

    @Test("One rater with many aspects is one rater")
    func countsRaters() throws {
        let run = try Sample.run(
            component("roles: { rekan: { weight: 1, raters: 2 } }"),
            [
                "pegawai": "@1;A;U\n@2;B;U\n",
                "nilai": """
                @1;@50;rekan;P1;90
                @1;@50;rekan;P2;70
                @2;@50;rekan;P1;90
                @2;@51;rekan;P1;70

                """,
            ])
        #expect(run.points(0) == ["-"])
        #expect(run.points(1) == ["80"])
    }

    @Test("Sums give what the rows give")
    func sumsAgreeWithRows() throws {
        var random = SplitMix64(seed: 99)
        let roles = ["atasan", "rekan", "bawahan", "diri"]
        let weights = [6, 2, 1, 1]
        var rows = ""
        var expected: [String] = []
        for person in 1...30 {
            var (sum, weight) = (Rational.zero, 0)
            for (role, name) in roles.enumerated() {
                let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    Int.random(in: 0...100, using: &random)
                }
                for (rater, value) in values.enumerated() {
                    rows += "@\(person);@\(rater + 100);\(name);P1;\(value)\n"
                }
                guard !values.isEmpty else { continue }
                sum += Rational(weights[role] * values.reduce(0, +), over: values.count)
                weight += weights[role]
            }
            // JOB 3.2: Σ weight × mean / Σ weight of the roles present.
            expected.append(weight == 0 ? "-" : (sum / Rational(weight)).exactText)
        }
        let run = try Sample.run(
            component("roles: { atasan: 6, rekan: 2, bawahan: 1, diri: 1 }"),
            ["pegawai": (1...30).map { "@\($0);N;U\n" }.joined(), "nilai": rows])
        #expect(run.evidence.sums.count == 1)
        for person in 0..<30 {
            #expect(run.points(Int32(person)) == [expected[person]])
            #expect(run.points(Int32(person), explained: true) == [expected[person]])
        }
    }

    @Test("Sums know not_alone and minimum_present too")
    func sumsKnowPolicies() throws {
        let run = try Sample.run(
            component("roles: { atasan: 60, diri: 40 }, not_alone: [diri], minimum_present: 50"),
            [
                "pegawai": "@1;A;U\n@2;B;U\n@3;C;U\n",
                "nilai": "@1;@1;diri;;100\n@2;@9;atasan;;80\n@3;@3;diri;;50\n@3;@9;atasan;;100\n",
            ])
        #expect(run.evidence.sums.count == 1)
        for explained in [false, true] {
            #expect(run.points(0, explained: explained) == ["-"])
            #expect(run.points(1, explained: explained) == ["80"])
            #expect(run.points(2, explained: explained) == ["80"])
        }
    }

    @Test(
        "A scale maps its ends to the ends of the points, and words have their own",
        arguments: [
            ("1", "0"), ("4", "100"), ("3", "200/3"), ("2.5", "50"), ("baik", "80"),
            ("SANGAT-BAIK", "102.5"),
        ])
    func scalesPoints(text: String, points: String) throws {
        let run = try Sample.run(
            component("roles: { rekan: 1 }"),
            rest: "normalize: { scales: { nilai: { column: nilai, from: 1..4, to: 0..100 } }, "
                + "words: { nilai: { column: nilai, values: { baik: 80, sangat baik: 102.5 } } } }",
            ["nilai": "@1;@50;rekan;P1;\(text)\n"])
        #expect(run.points() == [points])
        #expect(run.points(explained: true) == [points])
    }

    @Test("A scale need not begin at 0, and its mean is exact")
    func scalesElsewhere() throws {
        let run = try Sample.run(
            component("roles: { rekan: 1 }"),
            rest: "normalize: { scales: { nilai: { column: nilai, from: 1..7, to: 60..100 } } }",
            ["nilai": "@1;@50;rekan;P1;2\n@1;@51;rekan;P1;4\n"])
        // (60 + 40/6 + 60 + 120/6) / 2.
        #expect(run.points() == ["220/3"])
    }
}
