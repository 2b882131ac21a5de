internal import Batches
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Ingestion
internal import TestSupport
import Testing

@Suite("Records of a pivot")
struct PivotRecordsTests {
    private static let staff = StaffNames([("Andi", "1"), ("Budi", "2")])

    private static func definition(_ format: String) throws -> PipelineDefinition {
        let text = """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: year
            ingest:
              pegawai: { kind: register, files: p.csv, columns: { nip: N, nama: M }, optional: true }
              nilai:
                kind: rating
                files: "data.*"
                format: \(format)
                pivot: { heading: "{aspek} [{nama}]", people: pegawai }
                columns: { responden: R, peran: { value: rekan } }
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """
        let period = try #require(AppraisalPeriod(parsing: "2025"))
        return try DefinitionLoader(name: "uji.yaml") { _ in Array(text.utf8) }.load(for: period)
    }

    private struct Read: Equatable {
        /// Line, fault, then the cells.
        var rows: [[String]] = []
        var faults: [[String]] = []
        var batches = 0
        var lines = 0
    }

    private static func read(
        _ name: String, _ bytes: [UInt8], format: String = "csv: {}", chunkBytes: Int = 1 << 20
    ) throws -> Read {
        let folder = InputFolder()
        folder.write(bytes, to: name)
        let definition = try definition("{ \(format) }")
        let source = try #require(definition.source("nilai"))
        let entry = try #require(try folder.inventory(definition).entries.first)
        let reader = try RecordReader(
            entry, of: source, root: folder.path, chunkBytes: chunkBytes, staff: staff)
        var read = Read()
        while let piece = try reader.next() {
            let batch = piece.cut()
            let firstLine = reader.book(batch)
            #expect(batch.fields.count == batch.rows.count * batch.columnCount)
            for fault in batch.cellFaults {
                read.faults.append([
                    "\(read.rows.count + Int(fault.row))", source.columns[Int(fault.column)].name,
                ])
            }
            for (row, origin) in batch.rows.enumerated() {
                let cells = (0..<batch.columnCount).map {
                    String(
                        decoding: batch.plainText(batch.field(row: row, column: $0)), as: UTF8.self)
                }
                read.rows.append(["\(firstLine + origin.line)", "\(origin.fault)"] + cells)
            }
            read.batches += 1
        }
        read.lines = Int(reader.lastLine)
        return read
    }

    @Test("What is read does not depend on where chunks end")
    func chunks() throws {
        var text = "R,Mutu [Budi],Lain,Waktu [Andi],\"Mutu [Andi]\"\n"
        // So that a file is several reads long.
        let filler = String(repeating: "x", count: 5_000)
        var expected: [[String]] = []
        var line = 2
        for number in 0..<400 {
            if number % 50 == 49 {
                text += "rusak,1\n"
                expected.append(["\(line)", "cellCount", "", "", "", "", ""])
                line += 1
                continue
            }
            // Every third answer is empty, another has doubled quotes and a line break.
            let cells = (0..<3).map { ($0 + number) % 3 == 0 ? "" : "\(number + $0)" }
            let rater = number % 7 == 0 ? "\"r\n\"\"\(number)\"\"\"" : "r\(number)"
            text += "\(rater),\(cells[0]),\(filler),\(cells[1]),\(cells[2])\n"
            let name = number % 7 == 0 ? "r\n\"\(number)\"" : "r\(number)"
            let said = [["2", "Mutu"], ["1", "Waktu"], ["1", "Mutu"]]
            for (cell, said) in zip(cells, said) {
                expected.append(["\(line)", "none"] + said + [cell, name, "rekan"])
            }
            line += number % 7 == 0 ? 2 : 1
        }
        let whole = try Self.read("data.csv", Array(text.utf8), chunkBytes: 1 << 24)
        #expect(whole.rows == expected)
        for size in [200, 300_000] {
            var parts = try Self.read("data.csv", Array(text.utf8), chunkBytes: size)
            #expect(parts.batches > whole.batches)
            parts.batches = whole.batches
            #expect(parts == whole)
        }
    }

    @Test("Of a sheet the cell's own column is its place, and a broken cell is a fault of its row")
    func sheet() throws {
        let html = """
            <table><tr><td>R<td>Mutu [Budi]<td>Mutu [Andi]</tr>
            <tr><td>r1<td><td>80</tr><tr><td>r2<td>70<td></tr></table>
            """
        let read = try Self.read("data.xls", Array(html.utf8), format: "html: {}")
        #expect(
            read.rows == [
                ["2", "none", "2", "Mutu", "", "r1", "rekan"],
                ["2", "none", "1", "Mutu", "80", "r1", "rekan"],
                ["3", "none", "2", "Mutu", "70", "r2", "rekan"],
                ["3", "none", "1", "Mutu", "", "r2", "rekan"],
            ])
        #expect(read.faults.isEmpty)
    }
}
