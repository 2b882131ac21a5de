import MiniRun
import Testing

@Suite("Competency, training, timeliness and results of units")
struct OtherMethodTests {
    private static let standard = "Perawat;Komunikasi;3\nPerawat;Analisis;2\nPerawat;Integritas;4\n"

    @Test(
        "Levels held count up to the level required",
        arguments: [
            // Σ min(held, required) 3 + 1 over 9 required, or over the 5 that were judged.
            ("over: required", "@1;Komunikasi;4;2025-01-10\n@1;analisis;1;2025-01-10\n", "400/9"),
            ("over: judged", "@1;Komunikasi;4;2025-01-10\n@1;analisis;1;2025-01-10\n", "80"),
            // The latest judgement up to the period's end, also one from years before.
            ("over: judged", "@1;Komunikasi;1;2025-02-01\n@1;Komunikasi;3;2025-03-31\n", "100"),
            ("over: judged", "@1;Komunikasi;3;2025-03-31\n@1;Komunikasi;1;2025-02-01\n", "100"),
            ("over: judged", "@1;Komunikasi;1;2023-02-01\n", "100/3"),
            ("over: judged", "@1;Komunikasi;1;2025-01-01\n@1;Komunikasi;3;2025-04-01\n", "100/3"),
            ("over: judged", "@1;Komunikasi;3;2025-04-01\n", "-"),
            ("over: required", "@1;Komunikasi;0;2025-01-01\n", "0"),
            ("over: required", "@1;Lainnya;3;2025-01-01\n", "-"),
            ("over: required", "", "-"),
            ("required_by: [jenjang]", "@1;Komunikasi;4;2025-01-10\n", "-"),
            ("required_by: [jenjang, jabatan]", "@1;Komunikasi;3;2025-01-10\n", "100/3"),
        ])
    func judgesCompetency(keys: String, rows: String, points: String) throws {
        let run = try Sample.run(
            "{ id: k, method: competency, from: [kompetensi], standard: standar, weight: 100, "
                + "missing: reweight, \(keys) }",
            ["standar": Self.standard, "kompetensi": rows])
        #expect(run.points() == [points])
    }

    @Test(
        "Hours of training count up to 100 points",
        arguments: [
            ("@1;A;2025-01-01;15\n", "75"), ("@1;A;2025-01-01;20\n", "100"),
            ("@1;A;2025-01-01;12\n@1;B;2025-03-31;18.5\n", "100"),
            ("@1;A;2025-01-01;12\n@1;B;2025-04-01;18.5\n", "60"),
            ("@1;A;2025-01-01;\n", "-"), ("", "-"),
        ])
    func countsTraining(rows: String, points: String) throws {
        let run = try Sample.run(
            "{ id: t, method: training, from: [diklat], hours: 20, weight: 100, missing: reweight }",
            ["diklat": rows])
        #expect(run.points() == [points])
    }

    @Test(
        "Each day late costs points, down to the floor",
        arguments: [
            ("", "@1;A;2025-02-10;2025-02-10\n", "100"),
            ("", "@1;A;2025-02-10;2025-01-01\n", "100"),
            ("", "@1;A;2025-02-10;2025-02-13\n", "85"),
            ("", "@1;A;2025-02-10;2025-03-10\n", "0"),
            ("floor: 20", "@1;A;2025-02-10;2025-03-10\n", "20"),
            // Due in the period and not done: missing, or the value that the definition states.
            ("", "@1;A;2025-02-10;\n", "-"),
            ("undone: missing", "@1;A;2025-02-10;\n", "-"),
            ("undone: { value: 10 }", "@1;A;2025-03-31;\n", "10"),
            ("undone: { value: 10 }", "@1;A;2025-04-01;\n", "-"),
            ("undone: { value: 10 }", "@1;A;2025-03-01;2025-03-03\n@1;A;2025-03-02;\n", "50"),
            ("", "@1;A;;2025-03-03\n", "-"),
            ("", "", "-"),
        ])
    func measuresLateness(keys: String, rows: String, points: String) throws {
        let run = try Sample.run(
            "{ id: w, method: timeliness, from: [tugas], per_day: 5, weight: 100, "
                + "missing: reweight\(keys.isEmpty ? "" : ", " + keys) }",
            ["indikator": "A;naik;1\n", "tugas": rows])
        #expect(run.points() == [points])
    }

    @Test(
        "A unit's figure is shared by the days in each unit",
        arguments: [
            // 31 days of January in A (90), 59 in B (60): (2790 + 3540) / 90.
            ("PKM A;;;90\nPKM B;;;60\n", "", "", "211/3"),
            ("PKM A;;;90\nPKM B;;;60\n", "", "transfers: last", "60"),
            ("PKM A;;;90\nPKM B;;;\n", "", "", "90"),
            ("PKM A;;;90\nPKM B;;;\n", "", "transfers: last", "-"),
            // 31 of 90 days are 34.4 %.
            ("PKM A;;;90\nPKM B;;;\n", ", minimum_present: 34", "", "90"),
            ("PKM A;;;90\nPKM B;;;\n", ", minimum_present: 35", "", "-"),
            ("PKM A;;;90\nPKM B;;;60\n", ", cap: 80", "", "602/9"),
        ])
    func sharesByDays(units: String, keys: String, normalize: String, points: String) throws {
        // With the cap: (31 × 80 + 59 × 60) / 90 = 6020 / 90.
        let run = try Sample.run(
            "{ id: u, method: unit-result, weight: 100, missing: reweight\(keys) }",
            rest: normalize.isEmpty ? "" : "normalize: { \(normalize) }",
            [
                "unor": units,
                "pegawai": "@1;Ani;PKM A;P;;2020-01-01\n@1;Ani;PKM B;P;;2025-02-01\n",
            ])
        #expect(run.points() == [points])
    }

    @Test("A unit's own indicators are shared with its members")
    func sharesAttainment() throws {
        let run = try Sample.run(
            "{ id: u, method: attainment, subject: unit, from: [unit_capaian], weight: 100, "
                + "missing: reweight }",
            [
                "indikator": "A;naik;3;100\nB;turun;1;10\n",
                // (3 × 80 + 50) / 4 = 72.5.
                "unit_capaian": "PKM A;A;2025-01;;80\nPKM A;B;2025-02;;20\n",
                "pegawai": "@1;Ani;PKM A\n@2;Budi;PKM B\n",
            ])
        #expect(run.points(0) == ["72.5"])
        #expect(run.points(1) == ["-"])
    }
}
