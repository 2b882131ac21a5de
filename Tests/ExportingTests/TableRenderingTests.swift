import Diagnostics
import Evidence
import Exporting
import Testing

@Suite("TableRendering")
struct TableRenderingTests {
    private func run(findings count: Int) -> SampleRun {
        var run = SampleRun([])
        run.findings = (0..<count).map { number in
            Finding(
                code: .noTarget, location: SourceLocation(file: "f", line: number + 1),
                person: -1, message: "m", hint: "h")
        }
        return run
    }

    @Test(
        "Pieces put together in order are the table, heading once",
        arguments: [(0, 1), (1, 1), (8_192, 1), (8_193, 2), (20_000, 3)])
    func cutsIntoPieces(_ rows: Int, pieces: Int) throws {
        let run = run(findings: rows)
        let record = try run.record()
        let planned = try require(
            OutputCatalog.outputs(of: record.definition).first { $0.name == "temuan.csv" })
        let rendering = TableRendering(planned, record: record, language: .indonesian)
        #expect(rendering.rowCount == rows)
        #expect(rendering.pieceCount == pieces)
        let backwards = (0..<pieces).reversed().map { rendering.piece($0) }
        let text = String(decoding: backwards.reversed().joined(), as: UTF8.self)
        let expected = (0..<rows).map { "S401,f,\($0 + 1),,m,h\n" }.joined()
        #expect(text == "kode,berkas,baris,nip,uraian,saran\n" + expected)
    }

    @Test("The trailer stands once, behind the last piece")
    func endsOnce() throws {
        let run = SampleRun(
            (0..<8_193).map { place in
                .init(
                    nip: 198_001_012_005_011_001 + UInt64(place), name: "P", unit: "A", final: 0)
            })
        let text = try run.output("insentif.csv")
        #expect(text.split(separator: "\n").count == 1 + 8_193 + 1)
        #expect(text.split(separator: "\n").last?.hasPrefix("TOTAL,8193,") == true)
    }
}
