import Arithmetic
import Definition
import Evidence
import MiniRun
import Scoring
import Testing

@Suite("PersonScorer")
struct PersonScorerTests {
    private func training(_ weight: String, _ missing: String) -> String {
        "{ id: diklat, method: training, from: [diklat], hours: 100, weight: \(weight), "
            + "missing: \(missing) }"
    }

    private func rating(_ weight: String, _ missing: String = "unscored") -> String {
        "{ id: perilaku, method: rating, from: [nilai], roles: { atasan: 1 }, "
            + "weight: \(weight), missing: \(missing) }"
    }

    @Test(
        "A missing component is treated as the definition says",
        arguments: [
            ("unscored", PersonScore.Outcome.unscored(["diklat"]), "0"),
            ("reweight", .ranked, "90"),
            ("exclude", .excludedByComponent, "0"),
            // 0.4 × 50 + 0.6 × 90.
            ("{ value: 50 }", .ranked, "74"),
            ("{ value: 0 }", .ranked, "54"),
        ])
    func treatsMissing(policy: String, outcome: PersonScore.Outcome, final: String) throws {
        let run = try Sample.run(
            training("40", policy) + ", " + rating("60"), ["nilai": "@1;@9;atasan;;90\n"])
        let score = run.score()
        #expect(score.outcome == outcome)
        #expect(score.final.exactText == final)
    }

    @Test("Nothing at all is no score, whatever may be re-weighted")
    func needsSomething() throws {
        let run = try Sample.run(
            training("40", "reweight") + ", " + rating("60", "reweight"), [:])
        #expect(run.score().outcome == .unscored(["diklat", "perilaku"]))
    }

    @Test("Reasons of unscored people carry the definition's names")
    func namesReasons() throws {
        let run = try Sample.run(
            training("40", "unscored") + ", " + rating("60"),
            score: "unscored: [ { missing: [perilaku, diklat], reason: TANPA_KEDUANYA } ]",
            [
                "pegawai": "@1;A;U\n@2;B;U\n@3;C;U\n@4;D;U\n",
                "diklat": "@2;X;2025-01-01;80\n@4;X;2025-01-01;80\n",
                "nilai": "@3;@9;atasan;;90\n@4;@9;atasan;;90\n",
            ])
        let results = run.results()
        #expect(results.statuses == [.unscored, .unscored, .unscored, .ranked])
        #expect(
            results.reasons.map { $0 < 0 ? "-" : results.reasonNames[Int($0)] }
                == ["TANPA_KEDUANYA", "TANPA_PERILAKU", "TANPA_DIKLAT", "-"])
        // 0.4 × 80 + 0.6 × 90.
        #expect(results.finals == [Results.absent, Results.absent, Results.absent, 8600])
    }

    @Test("The first scheme whose condition matches and that is in force counts")
    func choosesScheme() throws {
        let second = """
            for: { jabatan: [dokter, perawat] }
                - id: lama
                  until: 2025-03-30
                  components: [ \(rating("100")) ]
                - id: kedua
                  from: 2025-03-31
                  for: { jabatan: bidan }
                  components: [ \(rating("100")) ]
            """
        let run = try Sample.run(
            rating("100"), scheme: second,
            [
                "pegawai": "@1;A;U;Perawat\n@2;B;U;BIDAN\n@3;C;U;Guru\n",
                "nilai": "@1;@9;atasan;;90\n@2;@9;atasan;;90\n@3;@9;atasan;;90\n",
            ])
        #expect(run.score(0).scheme == 0)
        // 'lama' ended the day before and is no scheme of this run.
        #expect(run.score(1).scheme == 1)
        #expect(run.score(2).outcome == .noScheme)
        #expect(run.results().reasonNames == ["TANPA_SKEMA"])
    }

    private static let bands =
        "predikat: [ { predikat: Baik, from: 90 }, { predikat: Cukup, from: 70 }, "
        + "{ predikat: Kurang } ]"

    /// Three rows of 100, 100 and 68 are 268/3; with 91 at 60/40 exactly 90.
    private func border(_ score: String, third: Int, rating value: Int) throws -> PersonScore {
        let run = try Sample.run(
            "{ id: hasil, method: attainment, from: [capaian], mean: [indikator], weight: 60 }, "
                + rating("40"), scheme: Self.bands, score: score,
            [
                "indikator": "A;naik;1;100\n",
                "capaian": "@1;A;2025-01;;100\n@1;A;2025-02;;100\n@1;A;2025-03;;\(third)\n",
                "nilai": "@1;@9;atasan;;\(value)\n",
            ])
        return run.score()
    }

    @Test(
        "The final is exact until it is published, and the predikat follows what is published",
        arguments: [
            ("", 68, 91, "90", 9000, "Baik"),
            // 0.6 × 89.3333 + 36.4 = 89.99998, published 90.00.
            ("rounded_components: true", 68, 91, "89.99998", 9000, "Baik"),
            (
                "{ rounded_components: true, publish: { akhir: { decimals: 5 } } }", 68, 91,
                "89.99998", 8_999_998, "Cukup"
            ),
            // 266/3 and 84: 53.2 + 33.6, not 86.802.
            ("", 66, 84, "86.8", 8680, "Cukup"),
            (
                "{ rounded_components: true, publish: { komponen: { decimals: 2 } } }", 66, 84,
                "86.802", 8680, "Cukup"
            ),
        ])
    func roundsOnce(
        keys: String, third: Int, rating: Int, exact: String, published: Int64, predikat: String
    ) throws {
        let keys = keys.hasPrefix("{") ? String(keys.dropFirst(2).dropLast(2)) : keys
        let lines = keys.replacing(", publish:", with: "\n  publish:")
        let score = try border(lines, third: third, rating: rating)
        #expect(score.final.exactText == exact)
        #expect(score.published == published)
        #expect(score.predikat == predikat)
    }

    @Test(
        "A predikat begins at its border, as published",
        arguments: [
            ("90", "half-up", 9000, "Baik"), ("89.995", "half-up", 9000, "Baik"),
            ("89.9949", "half-up", 8999, "Cukup"), ("89.999", "down", 8999, "Cukup"),
            ("89.995", "half-even", 9000, "Baik"), ("89.985", "half-even", 8998, "Cukup"),
            ("70", "half-up", 7000, "Cukup"), ("69.99", "half-up", 6999, "Kurang"),
            ("0", "half-up", 0, "Kurang"),
        ])
    func beginsAtBorder(
        hours: String, rounding: String, published: Int64, predikat: String
    ) throws {
        let run = try Sample.run(
            training("100", "unscored"), scheme: Self.bands,
            score: "publish: { akhir: { decimals: 2, rounding: \(rounding) } }",
            ["diklat": "@1;X;2025-01-01;\(hours)\n"])
        #expect(run.score().published == published)
        #expect(run.score().predikat == predikat)
    }

    @Test(
        "A matrix has a predikat for every pair of classes",
        arguments: [
            (110, 110, "SB"), (110, 90, "B"), (110, 10, "K"), (90, 110, "B"), (90, 90, "B"),
            (90, 10, "K"), (10, 110, "BP"), (10, 90, "BP"), (10, 10, "SK"),
            // The borders themselves belong to the upper class.
            (100, 80, "B"),
        ])
    func readsMatrix(outcome: Int, conduct: Int, predikat: String) throws {
        let bands =
            "bands: [ { name: di atas, from: 100 }, { name: sesuai, from: 80 }, "
            + "{ name: di bawah } ]"
        let matrix =
            "predikat: { matrix: { rows: { component: a, \(bands) }, "
            + "columns: { component: b, \(bands) }, cells: { "
            + "di atas: { di atas: SB, sesuai: B, di bawah: K }, "
            + "sesuai: { di atas: B, sesuai: B, di bawah: K }, "
            + "di bawah: { di atas: BP, sesuai: BP, di bawah: SK } } } }"
        let run = try Sample.run(
            "{ id: a, method: rating, from: [nilai], roles: { atasan: 1 }, weight: 50 }, "
                + "{ id: b, method: rating, from: [nilai], roles: { rekan: 1 }, weight: 50 }",
            scheme: matrix,
            ["nilai": "@1;@9;atasan;;\(outcome)\n@1;@8;rekan;;\(conduct)\n"])
        #expect(run.score().predikat == predikat)
        #expect(run.definition.schemes[0].predikat.names == ["SB", "B", "K", "BP", "SK"])
    }

    @Test(
        "Cap and floor of a scheme bound the final",
        arguments: [
            ("cap: 80", "80"), ("floor: 95", "95"), ("cap: 95", "90"), ("floor: 10", "90"),
        ])
    func boundsFinal(keys: String, final: String) throws {
        let run = try Sample.run(
            rating("100"), scheme: keys, ["nilai": "@1;@9;atasan;;90\n"])
        #expect(run.score().final.exactText == final)
    }

    @Test(
        "Sanctions leave a part of the weighted mean",
        arguments: [
            // 1: light (10 %) all of February, 28 days. 2: 50 % from 15 February to 16 March, 30.
            ("any-day", "smallest", "40"), ("any-day", "product", "36"),
            ("last-day", "smallest", "80"), ("last-day", "product", "80"),
            // 14 × 0.9 + 30 × 0.5 + 46 = 73.6 of 90 days; × 80 = 2944 / 45.
            ("by-days", "smallest", "2944/45"),
            // 14 × 0.9 + 14 × 0.45 + 16 × 0.5 + 46 = 72.9 of 90 days.
            ("by-days", "product", "64.8"),
        ])
    func appliesSanctions(counts: String, several: String, final: String) throws {
        let rows =
            "@1;Ringan;;2025-02-01;1;\n@1;;50;2025-02-15;;2025-03-16\n"
            + "@1;ringan;;2024-06-01;3;\n@1;ringan;;2025-04-01;3;\n"
        let run = try Sample.run(
            training("100", "unscored"), scheme: factor(counts, several),
            ["diklat": "@1;X;2025-01-01;80\n", "hukdis": rows])
        #expect(run.score().final.exactText == final)
        #expect(run.score(explained: true).final.exactText == final)
    }

    @Test(
        "A sanction ends as stated, after its months, or not in the period",
        arguments: [
            // Ten days of March at 0.9: 89 of 90.
            ("@1;ringan;;2025-03-22;;\n", "by-days", "712/9"),
            ("@1;ringan;;2025-03-22;;\n", "last-day", "72"),
            ("@1;ringan;;2025-03-22;;2025-03-31\n", "last-day", "72"),
            ("@1;ringan;;2025-03-22;;2025-03-30\n", "last-day", "80"),
            // From 1 January for 3 months is up to and including 31 March.
            ("@1;ringan;;2025-01-01;3;\n", "last-day", "72"),
            ("@1;ringan;;2024-12-31;3;\n", "last-day", "80"),
            ("@1;ringan;;2024-12-31;3;\n", "any-day", "72"),
            ("@1;ringan;120;2025-01-01;3;\n", "any-day", "0"),
            ("", "any-day", "80"),
        ])
    func endsSanctions(rows: String, counts: String, final: String) throws {
        let run = try Sample.run(
            training("100", "unscored"), scheme: factor(counts, "smallest"),
            ["diklat": "@1;X;2025-01-01;80\n", "hukdis": rows])
        #expect(run.score().final.exactText == final)
    }

    private func factor(_ counts: String, _ several: String) -> String {
        "factors: [ { method: sanction, from: [hukdis], levels: { ringan: 10, sedang: 25 }, "
            + "counts: \(counts), several: \(several) } ]"
    }
}
