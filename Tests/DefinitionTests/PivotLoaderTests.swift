internal import CivilService
internal import Definition
internal import Diagnostics
import Testing

@Suite("Pivots of a definition")
struct PivotLoaderTests {
    private static func load(_ source: String) throws -> PipelineDefinition {
        let text = """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: year
            ingest:
              pegawai: { kind: register, files: p.csv, columns: { nip: N, nama: M } }
              staf: { kind: table, files: s.csv, columns: { kode: N, nama: M } }
              kode: { kind: table, files: k.csv, columns: { kode: K } }
              unit: { kind: unit, files: u.csv, columns: { unit: U, nama: M } }
              data: { files: d.csv, \(source) }
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """
        let period = try #require(AppraisalPeriod(parsing: "2025"))
        return try DefinitionLoader(name: "uji.yaml") { _ in Array(text.utf8) }.load(for: period)
    }

    private static let form = "pivot: { heading: \"{aspek} [{nama}]\", people: staf }"
    private static let columns = "columns: { responden: R, peran: P }"

    @Test("A pivot gives NIP, aspect and rating; the rest is mapped, and the rater is of the key")
    func mapping() throws {
        let source = try #require(
            try Self.load("kind: rating, \(Self.form), \(Self.columns)").source("data"))
        #expect(source.columns.map(\.name) == ["nip", "aspek", "nilai", "responden", "peran"])
        #expect(source.columns.filter { $0.origin == .pivot }.count == 3)
        #expect(source.key == ["nip", "responden", "peran", "aspek"])
        let bare = "pivot: { heading: \"Nilai [{nama}]\", people: pegawai }"
        let other = try Self.load(
            "kind: rating, \(bare), columns: { penilai: R, peran: P, aspek: { value: mutu } }")
        #expect(
            other.source("data")?.columns.map(\.name) == [
                "nip", "nilai", "penilai", "peran", "aspek",
            ])
    }

    @Test(
        "What a pivot cannot be is a fault of the definition",
        arguments: [
            ("kind: survey, \(form), columns: { unit: U }, elements: [a]", "belongs to ratings"),
            ("kind: rating, \(form), \(columns), format: { csv: { header: false } }", "headings"),
            (
                "kind: rating, \(form), \(columns), format: { xlsx: { header_lines: 0 } }",
                "headings"
            ),
            ("kind: rating, \(form), \(columns), format: { xml: { record: /a/b } }", "headings"),
            (
                "kind: rating, pivot: { heading: \"[nama]\", people: staf }, \(columns)",
                "{nama} once"
            ),
            ("kind: rating, pivot: { heading: \"x{nama}\" }, \(columns)", "'people'"),
            ("kind: rating, pivot: { people: staf }, \(columns)", "'heading'"),
            (
                "kind: rating, pivot: { heading: \"x{nama}\", people: satf }, \(columns)",
                "no source"
            ),
            (
                "kind: rating, pivot: { heading: \"x{nama}\", people: unit }, \(columns)",
                "kind unit"
            ),
            ("kind: rating, pivot: { heading: \"x{nama}\", people: kode }, \(columns)", "'nama'"),
            (
                "kind: rating, pivot: { heading: \"x{nama}\", people: staf, value: n }, \(columns)",
                "value"
            ),
            ("kind: rating, \(form), columns: { peran: P }", "neither 'penilai' nor"),
            ("kind: rating, \(form), columns: { responden: R }", "'peran'"),
            (
                "kind: rating, \(form), columns: { responden: R, peran: P, nip: N }",
                "'nip' is mapped"
            ),
            (
                "kind: rating, \(form), columns: { responden: R, peran: P, unit: U }",
                "several of nip"
            ),
        ])
    func faults(_ source: String, _ message: String) {
        do {
            _ = try Self.load(source)
            Issue.record("loaded")
        } catch let failure as RunFailure {
            #expect(failure.diagnostics.contains { $0.message.contains(message) })
        } catch {
            Issue.record("\(error)")
        }
    }
}
