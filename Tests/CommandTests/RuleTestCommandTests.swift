internal import TestSupport
internal import Testing

@Suite("kinerja test")
struct RuleTestCommandTests {
    private static let head = """
        regulation: \(Repository.path("pipelines/regulation/nasional"))
        formula: angka-kredit
        period: 2023
        origin: derived
        source: a slide deck
        tests:

        """

    /// 12/12 × 150 % × 12.5 = 18.75 and 2/12 × 100 % × 12.5 = 2.0833…, published as 2.08.
    private static let passing = """
          - id: A-1
            inputs: { periode: [ { jenjang: ahli pertama, predikat: Sangat Baik, bulan: 12 } ] }
            expected: { nilai: 18.75 }

        """
    private static let failing = """
          - id: A-2
            remark: it prints 2.09
            inputs: { periode: [ { jenjang: ahli pertama, predikat: Baik, bulan: 2 } ] }
            expected: { nilai: 2.09 }

        """

    private func folder(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, tests) in files { try Disk.write(Self.head + tests, to: folder(name)) }
        return folder
    }

    private func test(
        _ arguments: [String], in folder: TemporaryFolder
    ) throws -> Subprocess.Outcome {
        try Program.run(["test"] + arguments, in: folder.path)
    }

    @Test("A folder's files are taken in the order of their bytes, other files left alone")
    func passes() throws {
        let folder = try folder([
            "uji/b.yaml": Self.passing, "uji/B/a.yaml": Self.passing, "uji/catatan.txt": "-",
        ])
        let outcome = try test(["uji", "--bahasa", "en"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.text == "uji/B/a.yaml: 1 passed\nuji/b.yaml: 1 passed\n2 passed in 2 files\n")
        #expect(outcome.errors.isEmpty)
    }

    @Test("A failed test shows place, difference, source and steps, and the command exits with 6")
    func fails() throws {
        let folder = try folder(["a.yaml": Self.passing + Self.failing])
        let outcome = try test(["a.yaml"], in: folder)
        #expect(outcome.status == 6)
        let lines = outcome.text.split(separator: "\n")
        #expect(lines.first == "a.yaml: 1 lulus, 1 gagal")
        #expect(lines.last == "1 lulus, 1 gagal dalam 1 berkas")
        #expect(
            outcome.text.contains(
                """
                  a.yaml:10:5: error[R403]: A-2: 'nilai' is 2.08, expected 2.09
                    rumus angka-kredit, periode 2023
                      keluaran  diharapkan  ditemukan
                    ✗ nilai           2.09       2.08
                    sumber (derived): a slide deck
                    catatan: it prints 2.09
                    langkah:
                      angka kredit = 2.08   [2/12 × 100 % × 12.5]
                        ← angka-kredit-persen = Baik 100 (

                """.dropLast()), "\(outcome.text)")
        #expect(!outcome.text.contains("A-1"))
    }

    @Test("--verbose shows what passed too, --only runs one test and counts that alone")
    func selects() throws {
        let folder = try folder(["a.yaml": Self.passing + Self.failing])
        let outcome = try test(["a.yaml", "--only", "A-1", "--verbose"], in: folder)
        #expect(outcome.status == 0, "\(outcome.text)")
        #expect(outcome.text.hasPrefix("a.yaml: 1 lulus\n  a.yaml:7:5: A-1 lulus\n"))
        #expect(outcome.text.contains("angka kredit = 18.75"))
        #expect(outcome.text.hasSuffix("\n1 lulus dalam 1 berkas\n"))
        let unknown = try test(["a.yaml", "--only", "A-3"], in: folder)
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("'A-3'"))
    }

    @Test("--json prints one object a test, with steps and what they rest on")
    func json() throws {
        let folder = try folder(["a.yaml": Self.passing + Self.failing])
        let outcome = try test(["a.yaml", "--json"], in: folder)
        #expect(outcome.status == 6)
        let lines = outcome.text.split(separator: "\n")
        #expect(lines.count == 2)
        let first = try #require(lines.first)
        #expect(first.contains(#""id":"A-1""#) && first.contains(#""passed":true"#))
        #expect(first.contains(#""parameter":"angka-kredit-persen""#))
        #expect(first.contains(#""since":"2023-01-01","status":"#))
        let last = try #require(lines.last)
        #expect(
            last.contains(#"{"agrees":false,"expected":"2.09","found":"2.08","output":"nilai"}"#))
        #expect(last.contains(#""line":10,"origin":"derived""#))
    }

    @Test("Malformed files are all reported with their places, and no test is run")
    func malformed() throws {
        let folder = try folder([
            "uji/a.yaml": Self.passing.replacing("expected:", with: "expcted:"),
            "uji/b.yaml": Self.passing,
            "uji/c.yaml": Self.passing.replacing("id: A-1", with: "id: [A-1]"),
        ])
        let outcome = try test(["uji"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("uji/a.yaml:9:5: error[C102]"), "\(outcome.errors)")
        #expect(outcome.errors.contains("uji/c.yaml:7:9: error[C105]"), "\(outcome.errors)")
    }

    @Test(
        "Wrong usage exits with 2",
        arguments: [
            ([], "--formulas"), (["a.yaml", "--formulas"], "--formulas"),
            (["lain.yaml"], "lain.yaml"), (["."], "no file *.yaml"),
            (["a.yaml", "--bahasa", "fr"], "--bahasa"),
        ])
    func usage(arguments: [String], says: String) throws {
        let outcome = try test(arguments, in: try TemporaryFolder())
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("The formulas are listed one a line")
    func formulas() throws {
        let outcome = try Program.run(["test", "--formulas"])
        #expect(outcome.status == 0)
        let names = outcome.text.split(separator: "\n").map(String.init)
        #expect(names.contains("angka-kredit"))
        #expect(names == names.sorted())
    }

    @Test("All rule tests of the project pass")
    func project() throws {
        let outcome = try Program.run(["test", "pipelines/rule-tests"], in: Repository.root)
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
    }
}
