import Archiving
import Diagnostics
import Evidence
import Exporting
import Testing

@Suite("Manifest")
struct ManifestTests {
    private func manifest() throws -> Manifest {
        Manifest(
            try SampleFiles.run.record(),
            program: .init(name: "kinerja", version: "0.1.0", stamp: "s1"), language: .english,
            identity: String(repeating: "0123456789abcdef", count: 4),
            outputs: [
                .init(
                    name: "hasil.csv.gz", sha256: String(repeating: "c", count: 64), bytes: 4_096,
                    rows: 1),
                .init(
                    name: "lembar-kontrol.txt", sha256: String(repeating: "d", count: 64),
                    bytes: 512, rows: nil),
            ],
            options: [.init(name: "acuan \"lama\"", value: "ya")],
            encoders: [.init(name: "zlib", version: "1.2.13")])
    }

    @Test("A manifest names everything that went in and came out, in a fixed order")
    func writesJSON() throws {
        let json = String(decoding: try manifest().json(), as: UTF8.self)
        #expect(json.hasPrefix(Self.start))
        #expect(json.contains(Self.input))
        #expect(json.hasSuffix(Self.end))
    }

    @Test(
        "A run names the encoders that its bytes depend on",
        arguments: [
            ("hasil.csv", true, ["zlib"]), ("hasil.csv.gz", true, ["libdeflate", "zlib"]),
            ("hasil.csv.gz", false, ["libdeflate"]), ("hasil.csv", false, []),
        ])
    func namesEncoders(output: String, hasArchive: Bool, expected: [String]) throws {
        var run = SampleFiles.run
        if !hasArchive { run.extra = "export: { archive: none }" }
        let manifest = Manifest(
            try run.record(),
            program: .init(name: "kinerja", version: "0.1.0", stamp: "s1"), language: .english,
            identity: "", outputs: [.init(name: output, sha256: "", bytes: 1, rows: nil)])
        #expect(manifest.encoders.map(\.name) == expected)
        let versions = ["zlib": EncoderVersion.zlib, "libdeflate": EncoderVersion.libdeflate]
        #expect(manifest.encoders.allSatisfy { $0.version == versions[$0.name] })
    }

    private static let start = """
        {
          "format": "kinerja-manifest/1",
          "program": {
            "name": "kinerja",
            "version": "0.1.0",
            "stamp": "s1"
          },
          "encoders": [
            {
              "name": "zlib",
              "version": "1.2.13"
            }
          ],
          "language": "en",
          "pipeline": "contoh",
          "title": "Penilaian contoh",
          "instansi": "Dinas Contoh",
          "period": "2025-Q3",
          "run": "0123456789ab",
          "identity": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
          "definition": [
            {
              "name": "contoh.yaml",
              "sha256": "
        """

    private static let input = """
              "path": "kerja-v1.xml",
              "source": "kerja",
              "supplier": "Bappeda",
              "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
              "size": 99,
              "replaced_by": "kerja-v2.xml",
              "rows": {
                "read": 4,

        """

    private static let end = """
            {
              "name": "lembar-kontrol.txt",
              "sha256": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",
              "bytes": 512,
              "rows": null
            }
          ],
          "previous": null,
          "options": [
            {
              "name": "acuan \\"lama\\"",
              "value": "ya"
            }
          ]
        }

        """

    @Test("A manifest read back is the manifest that was written")
    func readsBack() throws {
        let written = try manifest()
        let read = try Manifest.parse(written.json())
        #expect(read == written)
        #expect(read.inputs[0].rows.otherPeriod == 2)
        #expect(read.outputs.map(\.rows) == [1, nil])
    }

    @Test("A parameter is listed with its note, and a manifest of before there were notes is read")
    func notes() throws {
        let written = Manifest(
            try SampleRun.underLaw.record(),
            program: .init(name: "kinerja", version: "0", stamp: "s"), language: .indonesian,
            identity: "", outputs: [])
        let parameter = try #require(written.parameters.first)
        #expect(written.parameters.count == 2)
        #expect(parameter.name == "contoh-predikat")
        #expect(parameter.effective == "2025-01-01")
        #expect(parameter.status == "unconfirmed")
        #expect(parameter.note == "read in a newspaper")
        #expect(written.parameters.last?.note == nil)
        #expect(try Manifest.parse(written.json()) == written)
        let old = String(decoding: written.json(), as: UTF8.self)
            .replacing(",\n      \"note\": \"read in a newspaper\"", with: "")
            .replacing(",\n      \"note\": null", with: "")
        #expect(!old.contains("\"note\""))
        let read = try Manifest.parse(Array(old.utf8))
        #expect(read.parameters.map(\.note) == [nil, nil])
        #expect(read.parameters.map(\.status) == ["unconfirmed", "confirmed"])
    }

    @Test("The SHA-256 of the definition is that of its bytes")
    func hashesDefinition() throws {
        let run = SampleRun([])
        let manifest = Manifest(
            try run.record(), program: .init(name: "kinerja", version: "0", stamp: "s"),
            language: .indonesian, identity: "", outputs: [])
        let file = try #require(manifest.definition.first)
        #expect(manifest.definition.count == 1)
        #expect(file.size == run.yaml.utf8.count)
        #expect(file.sha256 == Checksum.of(Array(run.yaml.utf8).span).description)
    }

    @Test(
        "What is no manifest is refused with a reason",
        arguments: [
            ("", ManifestFailure.malformed("it is not JSON")),
            ("[]", .malformed("'' is of another type")),
            ("{}", .malformed("'format' is missing")),
            ("{\"format\": \"kinerja-manifest/1\"}", .malformed("'language' is missing")),
        ])
    func refusesOthers(_ text: String, for failure: ManifestFailure) {
        #expect(throws: failure) { try Manifest.parse(Array(text.utf8)) }
    }

    @Test(
        "A manifest that was altered in its shape is refused",
        arguments: [
            ("manifest/1", "manifest/2", ManifestFailure.otherFormat("kinerja-manifest/2")),
            ("\"en\"", "\"fr\"", .malformed("'language' has an unknown value")),
            (
                "\"read\": 10", "\"read\": \"10\"",
                .malformed("'inputs.Index 0.rows.read' is of another type")
            ),
            ("\"stamp\"", "\"stump\"", .malformed("'program.stamp' is missing")),
        ])
    func refusesAltered(_ old: String, new: String, for failure: ManifestFailure) throws {
        let text = String(decoding: try manifest().json(), as: UTF8.self)
            .replacing(old, with: new)
        #expect(throws: failure) { try Manifest.parse(Array(text.utf8)) }
    }
}
