import Batches
import Definition
import Diagnostics
import Ingestion
import Testing

@Suite("Batches of XML records")
struct XMLBatchTests {
    private static let plainColumns =
        "files: h.xml, columns: { nip: nip, alpa: alpa }, format: { xml: { record: /h/b } }"

    /// The batches of a document, as the reader cuts them.
    private func batches(_ text: String, _ keys: String) throws -> [RawBatch] {
        let folder = InputFolder(["h.xml": text])
        let definition = try InputFolder.definition(keys)
        let source = try #require(definition.source("hadir"))
        let entry = try #require(try folder.inventory(definition).entries.first)
        let reader = try RecordReader(entry, of: source, root: folder.path)
        var batches: [RawBatch] = []
        while let piece = try reader.next() { batches.append(piece.cut()) }
        return batches
    }

    @Test("Rows come in order and with their places, at least 2,048 together")
    func keepsOrder() throws {
        let records = (1...20_000).map { "<b><nip>\($0)</nip><alpa>\($0 % 7)</alpa></b>" }
        let batches = try batches(
            "<h>\n\(records.joined(separator: "\n"))\n</h>", Self.plainColumns)
        var number = 0
        for (place, batch) in batches.enumerated() {
            #expect(batch.rows.count >= 2_048 || place == batches.count - 1)
            #expect(batch.rows.count < 8_192)
            #expect(batch.fields.count == batch.rows.count * 2)
            #expect(batch.fieldPlaces.count == batch.fields.count)
            #expect(batch.bytes.count >= batch.textLength + RawBatch.padding)
            for row in batch.rows.indices {
                number += 1
                #expect(batch.rows[row].line == UInt32(number))
                #expect(batch.rows[row].cells == 2)
                #expect(batch.text(batch.field(row: row, column: 0)) == Array("\(number)".utf8))
                #expect(batch.text(batch.field(row: row, column: 1)) == Array("\(number % 7)".utf8))
                // `<b>` is 3 characters, `<nip></nip>` 11.
                let line = UInt64(number + 1) << 32
                let digits = UInt64("\(number)".count)
                let places = batch.fieldPlaces[row * 2..<row * 2 + 2]
                #expect(Array(places) == [line | 4, line | 15 + digits])
            }
        }
        #expect(number == 20_000)
    }

    @Test("Long rows make a batch before there are 2,048")
    func limitsText() throws {
        let text = String(repeating: "x", count: 10_000)
        let records = String(repeating: "<b><nip>\(text)</nip></b>", count: 200)
        let batches = try batches("<h>\(records)</h>", Self.plainColumns)
        #expect(batches.map(\.rows.count).reduce(0, +) == 200)
        // 256 KiB, and a piece of 64 KiB that was still to be read.
        #expect(batches.allSatisfy { $0.textLength < 352 << 10 })
    }

    @Test("A faulty row has no field and no place, its neighbours have theirs")
    func clearsFaulty() throws {
        let batches = try batches(
            "<h><b><nip>1</nip><nip>2</nip></b><b><nip>3</nip></b></h>", Self.plainColumns)
        let batch = try #require(batches.first)
        #expect(batch.rows.map(\.fault) == [.repeatedField, .none])
        #expect(batch.rows.map(\.cells) == [1, 1])
        #expect(batch.fields.map(\.isAbsent) == [true, true, false, true])
        // Each <nip> is 12 characters: the second <b> begins at column 35, its <nip> at 38. An absent
        // field has the place of its record.
        let line = UInt64(1) << 32
        #expect(batch.fieldPlaces == [0, 0, line | 38, line | 35])
    }

    @Test("Columns that are not in the document keep their place between those that are")
    func keepsColumns() throws {
        let folder = InputFolder([
            "h-2025-01.xml": "<h><b><nip>1</nip><alpa>2</alpa></b><b><nip>3</nip></b></h>"
        ])
        let definition = try InputFolder.definition(
            "files: 'h-{b}.xml', columns: { nip: nip, bulan: { capture: b }, alpa: alpa }, "
                + "format: { xml: { record: /h/b, strict_fields: true } }")
        #expect(
            try folder.rows("hadir", definition)
                == [["1", "1", "2025-01", "2"], ["1", "missingField"]])
    }
}
