import Batches
import Tabular
import TestSupport
import Testing

@Suite("CSVWriter")
struct CSVWriterTests {
    /// One record: the cell between two empty ones.
    private func written(_ cell: String, safe: Bool = false, delimiter: Character = ",") -> String {
        let writer = CSVWriter(
            delimiter: delimiter.asciiValue ?? 0, spreadsheetSafe: [false, safe, false])
        var bytes: [UInt8] = []
        writer.append(Self.block([[""], [cell], [""]]), to: &bytes)
        let record = String(decoding: bytes, as: UTF8.self)
        #expect(record.hasPrefix("\(delimiter)") && record.hasSuffix("\(delimiter)\n"))
        return String(record.dropFirst().dropLast(2))
    }

    private static func block(_ columns: [[String]]) -> CellBlock {
        var block = CellBlock(cells: columns.joined().count)
        for column in columns {
            for cell in column {
                block.append(cell)
                block.endCell()
            }
            block.endColumn()
        }
        return block
    }

    @Test(
        "Quotes stand only where they are needed",
        arguments: [
            ("", ""), ("plain", "plain"), (" a ", " a "), ("a;b", "a;b"),
            ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
            ("say \"x\"", "\"say \"\"x\"\"\""), ("\"", "\"\"\"\""), ("René", "René"),
            (String(repeating: "a", count: 100), String(repeating: "a", count: 100)),
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

    @Test("One special byte is found at any place of a cell", arguments: [1, 7, 8, 9, 24, 25, 40])
    func findsSpecials(_ length: Int) {
        for special in [",", "\n", "\r", "\""] {
            for place in 0..<length {
                let cell =
                    String(repeating: "x", count: place) + special
                    + String(repeating: "x", count: length - place - 1)
                let doubled = cell.replacing("\"", with: "\"\"")
                #expect(written(cell) == "\"\(doubled)\"", "\(length) \(place)")
            }
        }
    }

    @Test("Cells stand side by side as their columns say, and one quoted cell changes no other")
    func joinsColumns() {
        var bytes = Array("h\n".utf8)
        let long = String(repeating: "panjang ", count: 5)
        CSVWriter(delimiter: 0x2C, spreadsheetSafe: [false, true, false]).append(
            Self.block([["a", "b,c", ""], ["-1", long, "x"], ["", "", "-2"]]), to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "h\na,'-1,\n\"b,c\",\(long),\n,x,-2\n")
    }

    @Test("A record of one empty cell is no blank line")
    func writesEmptyRecord() {
        var bytes: [UInt8] = []
        let writer = CSVWriter(delimiter: 0x2C, spreadsheetSafe: [true])
        writer.append(Self.block([["", "a", ""]]), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "\"\"\na\n\"\"\n")
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
        var columns: [[String]] = [[], []]
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
            columns[0].append(pair[0])
            columns[1].append(pair[1])
        }
        CSVWriter(delimiter: 0x2C, spreadsheetSafe: [false, false]).append(
            Self.block(columns), to: &file)
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
