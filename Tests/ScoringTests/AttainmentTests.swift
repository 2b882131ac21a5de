import Arithmetic
import Evidence
import MiniRun
import TestSupport
import Testing

@Suite("AttainmentScorer")
struct AttainmentTests {
    /// One indicator, one row, one method.
    struct Row: Sendable, CustomTestStringConvertible {
        /// arah;bobot;target;target_min;target_maks;batas
        let indicator: String
        /// target;realisasi;ukuran;target_min;target_maks
        let row: String
        let method: String
        let points: String

        init(_ indicator: String, _ row: String, _ method: String, _ points: String) {
            (self.indicator, self.row, self.method, self.points) = (indicator, row, method, points)
        }

        var testDescription: String { "\(indicator) | \(row) | \(method) -> \(points)" }
    }

    private func component(_ keys: String) -> String {
        "{ id: hasil, method: attainment, from: [capaian], weight: 100, missing: reweight"
            + (keys.isEmpty ? "" : ", ") + keys + " }"
    }

    @Test(
        "A row's points follow direction, target, cap and floor",
        arguments: [
            // Higher is better: R/T. 9300/95 = 1860/19.
            Row("naik", "100;92", "", "92"),
            Row("", "95;93", "", "1860/19"),
            Row("naik", "100;-5", "", "-5"),
            Row("naik", "100;0", "", "0"),
            // Lower is better, three formulas: 30/40; 2 - 9/8; 1.76 - 4/5; 1.76 - 6/12.
            Row("turun", "30;40", "lower: T/R", "75"),
            Row("turun", "30;40", "", "75"),
            Row("turun", "8;9", "lower: 2-R/T", "87.5"),
            Row("turun", "5;4", "lower: 1.76-R/T", "96"),
            Row("TURUN", "12;6", "lower: 1.76-R/T", "126"),
            Row("turun", "10;25", "lower: 2-R/T", "-50"),
            // Nothing realised is the best where less is better: the cap, if there is one.
            Row("turun", "30;0", "cap: 120", "120"),
            Row("turun;1;;;;110", "30;0", "cap: 120", "110"),
            Row("turun", "30;0", "", "-"),
            Row("turun", "30;0", "lower: 2-R/T", "200"),
            // A target of 0 measures nothing.
            Row("naik", "0;5", "", "-"),
            Row("turun", "0;5", "lower: 2-R/T", "-"),
            Row("turun", "0;5", "lower: T/R", "-"),
            // No target, or nothing realised on record.
            Row("naik", ";5", "", "-"),
            Row("naik", "5;", "", "-"),
            // Cap, floor and the indicator's own cap.
            Row("naik", "100;150", "cap: 120", "120"),
            Row("naik;1;;;;110", "100;150", "cap: 120", "110"),
            Row("naik;1;;;;130", "100;150", "cap: 120", "130"),
            Row("naik;1;;;;130", "100;125", "cap: 120", "125"),
            Row("naik", "100;10", "floor: 50", "50"),
            Row("naik", "100;50", "floor: 50", "50"),
            // The row's own target beats the indicator's; without one the indicator's counts.
            Row("naik;1;50", "100;60", "", "60"),
            Row("naik;1;50", ";40", "", "80"),
            Row("naik;1;;80;90", "100;92", "", "92"),
            Row("naik;1;50", ";92;;80;90", "", "920/9"),
            // Ranges, nearest end: 92/90 = 920/900 (the regulation's table misprints 113 %).
            Row("naik;1;;80;90", ";92", "range: nearest-end", "920/9"),
            Row("naik;1;;80;90", ";70", "", "87.5"),
            Row("naik;1;;80;90", ";80", "", "100"),
            Row("naik;1;;80;90", ";85", "", "100"),
            Row("naik;1;;80;90", ";90", "", "100"),
            // Lower is better: above 7…8 is 2 - 9/8, 8/10; below it 7/6.
            Row("turun;1;;7;8", ";9", "lower: 2-R/T", "87.5"),
            Row("turun;1;;7;8", ";10", "", "80"),
            Row("turun;1;;7;8", ";6", "", "350/3"),
            // A row is rounded where the definition says so, half up, and before the cap.
            Row("naik", "3;1", "row_rounding: { decimals: 2 }", "33.33"),
            Row("naik", "3;2", "row_rounding: { decimals: 2 }", "66.67"),
            Row("naik", "3;2", "row_rounding: { decimals: 2, rounding: down }", "66.66"),
            Row("naik", "100;92.125", "row_rounding: { decimals: 2 }", "92.13"),
            Row(
                "naik", "100;92.125", "row_rounding: { decimals: 2, rounding: half-even }", "92.12"),
            Row("naik", "3;2", "row_rounding: { decimals: 0 }, cap: 66.5", "66.5"),
        ])
    func measuresRow(_ row: Row) throws {
        let run = try Sample.run(
            component(row.method),
            [
                "indikator": "KP;\(row.indicator)\n", "capaian": "@1;KP;2025-01;\(row.row)\n",
            ])
        #expect(run.rejects["capaian"] == [])
        #expect(run.points() == [row.points])
    }

    /// KP (weight 2): January 100 and 50 in two measures, February 80. WT (weight 1): January 40.
    private static let indicators = "KP;naik;2;100\nWT;naik;1;100\nXX;naik;1;100\n"
    private static let rows = """
        @1;KP;2025-01;;100;mutu
        @1;KP;2025-01;;50;waktu
        @1;KP;2025-02;;80;mutu
        @1;WT;2025-01;;40;mutu

        """

    @Test(
        "Means go from the inside out, then over indicators with their weights",
        arguments: [
            // KP (75 + 80) / 2 = 77.5; (2 × 77.5 + 40) / 3.
            ("", "65"),
            ("mean: [bulan, indikator]", "65"),
            // mutu (100 + 80) / 2, waktu 50: KP 70; (140 + 40) / 3.
            ("mean: [bulan, ukuran, indikator]", "60"),
            ("mean: [ukuran, bulan, indikator]", "65"),
            // KP 230 / 3; (460 / 3 + 40) / 3 = 580 / 9.
            ("mean: [indikator]", "580/9"),
            // Every row with its weight: (2 × 230 + 40) / 7.
            ("mean: rows", "500/7"),
            ("indicator_weights: bobot", "65"),
            ("indicator_weights: equal", "58.75"),
            // (77.5 + 3 × 40) / 4.
            ("indicator_weights: { KP: 1, WT: 3 }", "49.375"),
            ("indicator_weights: { KP: 1 }", "77.5"),
            ("indicators: [KP]", "77.5"),
            ("indicators: [XX]", "-"),
            // Weights 2 + 1 of 4 are there: three quarters.
            ("indicators: [KP, WT, XX], minimum_present: 75", "65"),
            ("indicators: [KP, WT, XX], minimum_present: 76", "-"),
            ("where: { ukuran: mutu }", "220/3"),
            ("where: { indikator.bobot: { min: 2 } }", "77.5"),
        ])
    func meansNest(keys: String, points: String) throws {
        let run = try Sample.run(
            component(keys), ["indikator": Self.indicators, "capaian": Self.rows])
        #expect(run.points() == [points])
        #expect(run.points(explained: true) == [points])
    }

    @Test("Sums give what the rows give, and what whole numbers give")
    func sumsAgreeWithRows() throws {
        var random = SplitMix64(seed: 20_250_101)
        var rows = ""
        var expected = [(sum: Int128, weight: Int128)](repeating: (0, 0), count: 40)
        let bobot: [Int128] = [1, 3, 5, 2]
        for person in 1...40 {
            for month in 1...3 {
                for indicator in 0..<4 where Int.random(in: 0..<5, using: &random) > 0 {
                    let target = Int128(Int.random(in: 1...20_000, using: &random))
                    let result = Int128(Int.random(in: 0...24_000, using: &random))
                    rows += "@\(person);I\(indicator);2025-0\(month);"
                    rows += "\(Self.hundredths(target));\(Self.hundredths(result))\n"
                    // JOB 3.1: floor(10⁸ × ratio + 1/2), at most 120 000 000; odd ones go down.
                    let isLower = indicator % 2 == 1
                    let (upper, under) = isLower ? (target, result) : (result, target)
                    let points =
                        under == 0
                        ? 120_000_000
                        : min(120_000_000, (200_000_000 * upper + under) / (2 * under))
                    expected[person - 1].sum += bobot[indicator] * points
                    expected[person - 1].weight += bobot[indicator]
                }
            }
        }
        let people = (1...40).map { "@\($0);N;PKM A\n" }.joined()
        let keys =
            "{ id: hasil, method: attainment, from: [ringkas], weight: 100, mean: rows, "
            + "cap: 120, row_rounding: { decimals: 6 }, missing: reweight }"
        let run = try Sample.run(
            keys,
            [
                "pegawai": people, "ringkas": rows,
                "indikator": "I0;naik;1\nI1;turun;3\nI2;naik;5\nI3;turun;2\n",
            ])
        #expect(run.evidence.sums.count == 1, "the job's method folds into sums")
        for person in 0..<40 {
            let (sum, weight) = expected[person]
            let exact = Rational(sum, over: weight * 1_000_000).exactText
            #expect(run.points(Int32(person)) == [exact])
            #expect(run.points(Int32(person), explained: true) == [exact])
        }
    }

    @Test("Sums and rows agree on rows without target, target 0 and the indicator's own cap")
    func sumsAgreeOnOddRows() throws {
        let keys =
            "{ id: hasil, method: attainment, from: [ringkas], weight: 100, mean: rows, "
            + "cap: 120, floor: 5, row_rounding: { decimals: 2 }, missing: reweight }"
        let rows = """
            @1;A;2025-01;;30
            @1;A;2025-02;0;30
            @1;A;2025-03;40;
            @1;B;2025-01;10;90
            @2;B;2025-01;10;-3
            @3;A;2025-01;0;1

            """
        let run = try Sample.run(
            keys,
            [
                "pegawai": "@1;N;U\n@2;N;U\n@3;N;U\n", "ringkas": rows,
                "indikator": "A;naik;1;60\nB;naik;2.5;;;;110\n",
            ])
        #expect(run.evidence.sums.count == 1)
        // A 30/60 = 50 with weight 1, B at its own cap 110 with weight 2.5: 325 / 3.5.
        #expect(run.points(0) == ["650/7"])
        #expect(run.points(1) == ["5"])
        #expect(run.points(2) == ["-"])
        for person in Int32(0)..<3 {
            #expect(run.points(person) == run.points(person, explained: true))
        }
    }

    @Test("What sums cannot hold keeps its rows")
    func keepsRows() throws {
        for keys in [
            "mean: rows", "mean: rows, cap: 120", "cap: 120, row_rounding: { decimals: 2 }",
            "mean: rows, cap: 120, row_rounding: { decimals: 2, rounding: down }",
            "mean: rows, cap: 120, row_rounding: { decimals: 2 }, indicators: [A]",
            "mean: rows, cap: 120, row_rounding: { decimals: 2 }, where: { indikator: A }",
        ] {
            let run = try Sample.run(
                "{ id: hasil, method: attainment, from: [ringkas], weight: 100, \(keys) }",
                ["indikator": "A;naik;1\n", "ringkas": "@1;A;2025-01;3;1\n"])
            #expect(run.evidence.sums.isEmpty, "\(keys)")
        }
    }

    private static func hundredths(_ value: Int128) -> String {
        "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
    }
}
