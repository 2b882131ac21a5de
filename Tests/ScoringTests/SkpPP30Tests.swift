import Formulas
import MiniRun
import Scoring
import Testing

@Suite("SkpPP30Scorer")
struct SkpPP30Tests {
    /// The two indicators of the published example: 98 % is 88, 100 % is 109; 88 × 60 % + 109 × 40 % = 96.4.
    private static let main = "@1;Satu;60;95;93\n@1;Dua;40;85;85\n"

    private func faults(_ run: MiniRun) -> [String] {
        SkpFault.find(run.evidence).map { "\($0.kind) \($0.place.line)" }
    }

    @Test(
        "Points are the weighted kinerja utama and the kinerja tambahan up to its limit",
        arguments: [
            (main, "96.4"),
            // 80 % × 5 × 109/100 = 4.36.
            (main + "@1;Tiga;5;10;10;tambahan\n", "100.76"),
            // 100 % × 20 × 120/100 = 24, of which 10 count.
            (main + "@1;Tiga;20;10;20;Tambahan\n", "106.4"),
            // A target that cannot be exceeded, reached or nearly so.
            ("@1;Opini;100;100;100;;;ya\n", "120"), ("@1;Opini;100;100;99;;;ya\n", "89"),
            ("@1;Opini;100;100;100;utama;naik;tidak\n", "109"),
            // Less is better: 2 − 9/8 = 87.5 %, 88, nilai 78; within the range 100 %.
            ("@1;A;100;;9;;turun;;7;8\n", "78"), ("@1;A;100;;7.5;;turun;;7;8\n", "109"),
            // 70/80 = 87.5 %.
            ("@1;A;100;;70;;rentang;;80;90\n", "78"),
            ("", "-"),
        ])
    func points(rows: String, expected: String) throws {
        let run = try SkpSample.pp30(rows)
        #expect(run.points() == [expected])
        #expect(faults(run) == [])
        #expect(run.rejects["skp"] == [])
    }

    @Test("A row's own value wins over the indicator source's")
    func ownValues() throws {
        let indicators = "Satu;turun;60;95\n"
        // 2 − 93/95 is 102 %, 110 + 10/9; × 60 % + 43.6 = 1654/15.
        #expect(
            try SkpSample.pp30("@1;Satu;;;93\n@1;Dua;40;85;85\n", indicators: indicators)
                .points() == ["1654/15"])
        #expect(
            try SkpSample.pp30("@1;Satu;;;93;;naik\n@1;Dua;40;85;85\n", indicators: indicators)
                .points() == ["96.4"])
        // 93/93 is 100 %.
        #expect(
            try SkpSample.pp30("@1;Satu;;93;93;;naik\n@1;Dua;40;85;85\n", indicators: indicators)
                .points() == ["109"])
        // Half of the bobot, and the rest in the other row: 88 × 50 % + 109 × 50 %.
        #expect(
            try SkpSample.pp30("@1;Satu;50;;93;;naik\n@1;Dua;50;85;85\n", indicators: indicators)
                .points() == ["98.5"])
    }

    @Test(
        "Weights that are no whole are never rescaled",
        arguments: [
            "@1;Satu;60;95;93\n@1;Dua;39.99;85;85\n", "@1;Satu;60;95;93\n@1;Dua;40.01;85;85\n",
            "@1;Satu;160;95;93\n@1;Dua;-60;85;85\n", "@1;Satu;99;95;93\n",
        ])
    func weights(rows: String) throws {
        let run = try SkpSample.pp30(rows)
        #expect(run.points() == ["-"])
        #expect(faults(run) == ["weights 1"])
    }

    @Test("An indicator of the table without bobot has none")
    func unstatedWeight() throws {
        let run = try SkpSample.pp30(
            "@1;Satu;99;95;93\n@1;Dua;;85;85\n", indicators: "Dua;naik;;85\n")
        #expect(run.points() == ["-"])
        #expect(faults(run) == ["weights 1", "row 2"])
    }

    @Test(
        "A row that the rule does not know leaves the person without a value",
        arguments: [
            "@1;Tiga;5;10;10;sampingan\n", "@1;Tiga;5;10;10;tambahan;mundur\n",
            "@1;Tiga;;10;10;tambahan\n",
        ])
    func unknown(row: String) throws {
        let run = try SkpSample.pp30(Self.main + row)
        #expect(run.points() == ["-"])
        #expect(faults(run) == ["row 3"])
    }

    @Test("What cannot be measured drops out and is found")
    func missing() throws {
        let rows = "@1;Satu;60;0;93\n@1;Dua;40;85;85\n"
        let run = try SkpSample.pp30(rows)
        #expect(run.points() == ["109"])
        #expect(faults(run) == ["target 1"])
        #expect(try SkpSample.pp30(rows, keys: ", minimum_present: 40").points() == ["109"])
        #expect(try SkpSample.pp30(rows, keys: ", minimum_present: 41").points() == ["-"])
        let unrealised = try SkpSample.pp30(Self.main + "@1;Tiga;5;10;;tambahan\n")
        #expect(unrealised.points() == ["96.4"])
        #expect(faults(unrealised) == ["realisation 3"])
    }

    @Test("The explanation shows indicators, rows and what they rest on")
    func trace() throws {
        let run = try SkpSample.pp30(Self.main)
        var trace = Trace(isOn: true)
        _ = PersonScorer(evidence: run.evidence, statistics: UnitStatistics(run.evidence))
            .score(0, &trace)
        let component = try #require(trace.nodes.first)
        #expect(
            component.children.map(\.label) == [
                "kinerja utama Satu", "kinerja utama Dua", "nilai SKP",
            ])
        #expect(component.children.map(\.value) == ["88", "109", "96.4"])
        #expect(component.children.flatMap(\.rows).map(\.line) == [1, 2])
        #expect(
            component.children[0].children.flatMap(SkpSample.parameters) == [
                "pp30-capaian-terendah", "pp30-nilai-iki", "pp30-pembulatan-capaian",
            ])
    }
}
