import Diagnostics
import Documents
import Testing

@Suite("DocumentReader")
struct DocumentReaderTests {
    @Test("Nodes know their kind, their text and where they begin")
    func readsNodes() throws {
        let root = try DocumentReader.read(
            "a: 1\nb:\n  - x\n  - \"~\"\nc: ~\nd: { e: null }\n", file: "d.yaml")
        let entries = try #require(root.entries)
        #expect(entries.map(\.key) == ["a", "b", "c", "d"])
        #expect(entries.map { $0.keyPlace.line } == [1, 2, 5, 6])
        #expect(entries[0].value.text == "1")
        #expect(
            entries[0].value.place == Diagnostics.SourceLocation(file: "d.yaml", line: 1, column: 4)
        )
        let items = try #require(entries[1].value.items)
        #expect(items.map(\.text) == ["x", "~"])
        #expect(items[1].place == Diagnostics.SourceLocation(file: "d.yaml", line: 4, column: 5))
        #expect(
            entries.map { $0.value.kindName } == [
                "a text or number", "a list", "a text or number", "a map",
            ])
        // Quoted, the tilde is a text; plain, it is nothing.
        #expect(items.map(\.isNull) == [false, false])
        #expect(entries[2].value.isNull)
        #expect(entries[3].value.entries?.first?.value.isNull == true)
    }

    @Test(
        "A broken document is refused at the place of the fault",
        arguments: [
            ("a: [1, 2\nb: 3\n", 2),
            ("a: 'open\n", 2),
            ("a: 1\n\tb: 2\n", 2),
            ("", 1),
            ("# only a comment\n", 1),
        ])
    func refusesBrokenDocuments(text: String, line: Int) {
        do throws(RunFailure) {
            _ = try DocumentReader.read(text, file: "d.yaml")
            Issue.record("it was read")
        } catch {
            #expect(error == RunFailure(.definition, Diagnostic(.yamlSyntax, at: place, "")))
            #expect(error.diagnostics.first?.location.line == line)
            #expect(error.diagnostics.first?.location.file == "d.yaml")
        }
    }

    @Test("A key that stands twice in one map is refused, and named")
    func refusesDuplicateKeys() {
        do throws(RunFailure) {
            _ = try DocumentReader.read("a: 1\nb: 2\nb: 3\n", file: "d.yaml")
            Issue.record("it was read")
        } catch {
            #expect(error.diagnostics.map(\.code) == [.yamlSyntax])
            #expect(error.diagnostics.first?.message.contains("'b'") == true)
            // The first of the two lines: from there the other is found by its name.
            #expect(error.diagnostics.first?.location.line == 2)
        }
    }

    @Test("The same key in two maps is no duplicate")
    func acceptsEqualKeysOfTwoMaps() throws {
        let root = try DocumentReader.read("a: { k: 1 }\nb: { k: 2 }\n", file: "d.yaml")
        #expect(root.entries?.compactMap { $0.value.entries?.first?.value.text } == ["1", "2"])
    }

    private var place: Diagnostics.SourceLocation { Diagnostics.SourceLocation(file: "d.yaml") }
}

@Suite("DocumentMap")
struct DocumentMapTests {
    @Test("Keys that nobody asks for are faults with the nearest known key as hint")
    func reportsUnknownKeys() throws {
        var problems: [Diagnostic] = []
        let root = try DocumentReader.read("judul: x\nbobott: 3\nqqq: 4\n", file: "d.yaml")
        var map = try #require(DocumentMap(root, name: "the thing", problems: &problems))
        #expect(map.required("judul", problems: &problems)?.text == "x")
        #expect(map.optional("bobot") == nil)
        map.finish(problems: &problems)
        #expect(problems.map(\.code) == [.unknownKey, .unknownKey])
        #expect(problems.map { $0.location.line } == [2, 3])
        #expect(problems.map(\.hint) == ["did you mean 'bobot'?", nil])
        #expect(
            problems.first?.message
                == "unknown key 'bobott' in the thing, expected one of: bobot, judul")
    }

    @Test(
        "Of unknown keys fifty are named and the others counted",
        arguments: [(50, 50, nil), (51, 51, 1), (1_000, 51, 950)] as [(Int, Int, Int?)])
    func countsUnknownKeys(keys: Int, reported: Int, others: Int?) throws {
        var problems: [Diagnostic] = []
        let text = (1...keys).map { "k\($0): 1\n" }.joined()
        var map = try #require(
            DocumentMap(
                DocumentReader.read(text, file: "d.yaml"), name: "it", problems: &problems))
        _ = map.optional("judul")
        map.finish(problems: &problems)
        #expect(problems.map { $0.location.line } == Array(1...reported))
        #expect(
            (problems.last?.message.hasPrefix("it has \(others ?? 0) more unknown keys") == true)
                == (others != nil))
    }

    @Test("A required key is missing when it is absent or null")
    func reportsMissingKeys() throws {
        var problems: [Diagnostic] = []
        let root = try DocumentReader.read("  a: ~\n", file: "d.yaml")
        var map = try #require(DocumentMap(root, name: "the thing", problems: &problems))
        #expect(map.required("a", problems: &problems) == nil)
        #expect(map.required("b", problems: &problems) == nil)
        map.finish(problems: &problems)
        #expect(problems.map(\.code) == [.missingKey, .missingKey])
        #expect(problems.map { $0.location.column } == [3, 3])
    }

    @Test("What is no map is refused with its kind", arguments: ["[1]", "1"])
    func refusesOtherKinds(text: String) throws {
        var problems: [Diagnostic] = []
        let root = try DocumentReader.read(text, file: "d.yaml")
        #expect(DocumentMap(root, name: "the thing", problems: &problems) == nil)
        #expect(problems.map(\.code) == [.wrongType])
    }
}

@Suite("Similarity")
struct SimilarityTests {
    @Test(
        "The nearest name is within two edits, or a third of the length",
        arguments: [
            ("capain", "capaian"),  // one insertion
            ("HADIR", "hadir"),  // case does not count
            ("nlaii", "nilai"),  // two edits
            ("zzzzz", nil),
            // Nine letters allow three edits.
            ("penilaxyz", "penilaian"),
            ("penilwxyz", nil),
        ] as [(String, String?)])
    func findsNearest(name: String, nearest: String?) {
        let known = ["capaian", "hadir", "nilai", "penilaian"]
        #expect(Similarity.nearest(to: name, among: known) == nearest)
    }

    @Test("Of equally near names the first stands")
    func prefersTheFirst() {
        #expect(Similarity.nearest(to: "bax", among: ["bay", "baz"]) == "bay")
        #expect(Similarity.nearest(to: "a", among: []) == nil)
    }
}
