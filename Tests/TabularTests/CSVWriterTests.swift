import Batches
import Tabular
import Testing

@Suite("CSVWriter")
struct CSVWriterTests {
    private func written(_ cell: String, safe: Bool = false, delimiter: Character = ",") -> String {
        var bytes: [UInt8] = []
        CSVWriter.append(
            cell, to: &bytes, delimiter: delimiter.asciiValue ?? 0, spreadsheetSafe: safe)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "Quotes stand only where they are needed",
        arguments: [
            ("", ""), ("plain", "plain"), (" a ", " a "), ("a;b", "a;b"),
            ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
            ("say \"x\"", "\"say \"\"x\"\"\""), ("\"", "\"\"\"\""), ("René", "René"),
        ])
    func quotes(_ cell: String, _ expected: String) {
        #expect(written(cell) == expected)
    }

    @Test("The delimiter given is the one that needs quotes")
    func quotesOwnDelimiter() {
        #expect(written("a;b", delimiter: ";") == "\"a;b\"")
        #expect(written("a,b", delimiter: ";") == "a,b")
    }

    @Test(
        "A cell that a spreadsheet would run gets an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("+62", "'+62"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"), ("\r=1", "\"'\r=1\""), ("\0=1", "'\0=1"),
            ("=HYPERLINK(\"a\",1)", "\"'=HYPERLINK(\"\"a\"\",1)\""),
            ("a=1", "a=1"), ("", ""), ("'=1", "'=1"),
        ])
    func guardsFormulas(_ cell: String, _ expected: String) {
        #expect(written(cell, safe: true) == expected)
    }

    @Test("A number stays what it is where the caller says so", arguments: ["-12.50", "+3", "=1"])
    func leavesNumbers(_ cell: String) {
        #expect(written(cell, safe: false) == cell)
    }

    @Test("What is written is read back unchanged", arguments: 0..<50)
    func roundTrips(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet: [Unicode.Scalar] = ["a", " ", ",", ";", "\"", "\n", "\r", "é", "'", "="]
        var file = Array("h1,h2\n".utf8)
        var cells: [String] = []
        for _ in 0..<60 {
            var pair: [String] = []
            for _ in 0..<2 {
                var cell = ""
                for _ in 0..<Int.random(in: 0...12, using: &random) {
                    cell.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
                }
                pair.append(cell)
            }
            cells += pair
            CSVWriter.append(pair[0], to: &file, delimiter: 0x2C, spreadsheetSafe: false)
            file.append(0x2C)
            CSVWriter.append(pair[1], to: &file, delimiter: 0x2C, spreadsheetSafe: false)
            file.append(0x0A)
        }
        var reader = CSVReader(dialect: CSVDialect(recordLines: 30)) { output in
            output.append(contentsOf: file)
            return false
        }
        _ = try reader.readHeader()
        let batch = try #require(try reader.next(cells: [0, 1]))
        let read = batch.fields.map { batch.text($0, quote: UInt8(ascii: "\"")) }
        #expect(read == cells.map { Array($0.utf8) }, "seed \(seed)")
        #expect(batch.rows.allSatisfy { $0.fault == .none })
    }
}
