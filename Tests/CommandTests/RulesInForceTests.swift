internal import TestSupport
internal import Testing

/// What happens where the law gives no answer: a clear error, and nothing is written.
@Suite("Rules in force")
struct RulesInForceTests {
    /// The national definition with its parameters, in a folder where they can be spoilt.
    private struct Law {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try Disk.makeFolder(folder("pipelines/regulation"))
            for path in ["nasional.yaml", "tables", "regulation/nasional"] {
                _ = try Subprocess.run([
                    "cp", "-r", Repository.path("pipelines/\(path)"),
                    folder("pipelines/\(path)"),
                ])
            }
        }

        func replace(_ old: String, by new: String, in path: String) throws {
            let text = try Disk.text(folder(path))
            try #require(text.contains(old))
            try Disk.write(text.replacing(old, with: new), to: folder(path))
        }

        func run(
            _ period: String, inputs: String? = nil, _ more: [String] = []
        ) throws -> Subprocess.Outcome {
            try Program.run(
                [
                    "run", folder("pipelines/nasional.yaml"), "--period", period, "--inputs",
                    inputs ?? Repository.path("sample-data/nasional/2024"), "--out",
                    folder("out"),
                ] + more)
        }

        func expectNothingWritten() {
            #expect(!Disk.exists(folder("out/nasional")))
        }
    }

    @Test("A period before the first regulation is refused", arguments: ["2013", "2000-S2"])
    func beforeTheFirst(period: String) throws {
        let law = try Law()
        let outcome = try law.run(period)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains("error[R401]: the parameter 'dasar-penilaian' has no value"))
        #expect(outcome.errors.contains("the first is of 2014-01-01"))
        law.expectNothingWritten()
    }

    @Test("The law of a day before the first regulation is refused too")
    func rulesBeforeTheFirst() throws {
        let law = try Law()
        let outcome = try law.run("2024", ["--rules", "2013-12-31"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("error[R401]"))
        law.expectNothingWritten()
    }

    @Test("An abolished parameter is refused, with the day of its end and who ended it")
    func abolished() throws {
        let law = try Law()
        try law.replace("rule_set: pp46-2011", by: "period: year", in: "pipelines/nasional.yaml")
        let outcome = try law.run("2024")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("the parameter 'pp46-bobot' has no value in force"))
        #expect(outcome.errors.contains("it ended on 2021-07-01 (PermenPANRB 8/2021"))
        law.expectNothingWritten()
    }

    @Test("A table that lacks a row is refused at its place in the parameter file")
    func missingRow() throws {
        let law = try Law()
        let path = "pipelines/regulation/nasional/panrb6-matriks.yaml"
        try law.replace(", di bawah ekspektasi: Sangat Kurang", by: "", in: path)
        let outcome = try law.run("2024")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("panrb6-matriks.yaml:"))
        #expect(outcome.errors.contains("error[R402]"))
        law.expectNothingWritten()
    }

    @Test("Ratings that nobody knows are rejected, and many of them stop the run")
    func unknownWords() throws {
        let law = try Law()
        let inputs = law.folder("inputs")
        _ = try Subprocess.run(["cp", "-r", Repository.path("sample-data/nasional/2024"), inputs])
        let path = "\(inputs)/penilaian/laporan-penilaian-skp.csv"
        let lines = try Disk.text(path).split(separator: "\n")
        let unknown = (0..<20).map { number in
            String(lines[1]).replacing("SKP-001", with: "SKP-1\(number)")
                .replacing("Diatas Ekspektasi", with: "Luar Biasa")
        }
        try Disk.write(([String(lines[0])] + unknown).joined(separator: "\n") + "\n", to: path)
        let outcome = try law.run("2024", inputs: inputs)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("error[V901]"))
        law.expectNothingWritten()
    }

    @Test("A history of periods picks the regulation of each by its last day")
    func picks() throws {
        let law = try Law()
        for (period, title) in [
            ("2019", "PP 46/2011"), ("2021-S1", "PP 46/2011"), ("2021-S2", "PP 30/2019"),
            ("2024", "PermenPANRB 6/2022"),
        ] {
            let outcome = try law.run(
                period, inputs: Repository.path("sample-data/nasional/\(period)"))
            #expect(outcome.status == 0, "\(outcome.errors)")
            let folder = law.folder("out/nasional/\(period)/terkini")
            let manifest = try Disk.text("\(folder)/manifest.json")
            #expect(manifest.contains("\"name\": \"dasar-penilaian\""))
            let explained = try Program.run([
                "explain", folder, "198203152006041901", "--bahasa", "id",
            ])
            #expect(explained.text.contains(title), "\(period): \(explained.text)")
        }
    }
}
