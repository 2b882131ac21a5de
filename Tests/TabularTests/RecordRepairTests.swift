import Tabular
import Testing

@Suite("RecordRepair")
struct RecordRepairTests {
    private func repair(_ record: String, cells: Int, escape: UInt8? = nil) -> [String]? {
        RecordRepair(CSVDialect(escape: escape, refusesBareQuotes: true), cellCount: cells)
            .repair(Array(record.utf8))?.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "Missing cells are empty, stray quotes are text, and only empty cells are dropped",
        arguments: [
            ("a,b", 3, ["a", "b", ""]), ("a,b,c,,", 3, ["a", "b", "c"]),
            ("a,,b,c", 3, ["a", "b", "c"]), ("a,,,b", 3, ["a", "", "b"]),
            // Which of two empty cells is too many?
            ("a,,b,,c", 4, nil), ("a,b,c,d", 3, nil),
            ("a,\"b,c", 3, ["a", "\"b", "c"]), ("a,b\",c", 3, ["a", "b\"", "c"]),
            ("\"a\"b\",c", 2, ["a\"b", "c"]), ("\"a,b\"x,c\"", 1, ["a,b\"x,c"]),
            ("a,\"b,\"c,d\",e", 4, ["a", "\"b", "c,d", "e"]),
            ("\"a\"\",b", 2, ["a\"", "b"]), ("\"a \"\"b\"\"\",c,", 2, ["a \"b\"", "c"]),
            ("\"a,b", 2, ["\"a", "b"]), ("", 2, ["", ""]),
        ])
    func repairs(_ record: String, _ cells: Int, _ expected: [String]?) {
        #expect(repair(record, cells: cells) == expected)
    }

    @Test("A declared escape is undone, and none leaves no doubling")
    func escapes() {
        let backslash = UInt8(ascii: "\\")
        #expect(repair("\"a\\\"b\",c", cells: 3, escape: backslash) == ["a\"b", "c", ""])
        #expect(repair("\"a\"\"b\",c", cells: 2, escape: CSVDialect.noEscape) == ["a\"\"b", "c"])
    }

    @Test(
        "The faulty cell is the one where the rules break",
        arguments: [
            ("a,\"b,c", 2), ("a\",b", 1), ("a,b,\"c\"d", 3), ("a,\"b\",c\"", 3),
            ("a,\"b\"\"c\"", nil),
        ])
    func faultyCell(_ record: String, _ cell: Int?) {
        let repair = RecordRepair(CSVDialect(refusesBareQuotes: true), cellCount: 3)
        #expect(repair.faultyCell(Array(record.utf8)) == cell)
    }

    @Test("The cell with a byte that is no UTF-8 is named")
    func faultyByte() {
        let repair = RecordRepair(CSVDialect(), cellCount: 3)
        #expect(repair.faultyCell(Array("a,b,".utf8) + [0xFF]) == 3)
    }

    @Test("A hostile record of quotes is read in time that grows with its length")
    func hostile() {
        let record = String(repeating: "\"a,", count: 20_000)
        #expect(repair(record, cells: 3) == nil)
    }
}

@Suite("RecordWriter")
struct RecordWriterTests {
    @Test("Cells are quoted where RFC 4180 asks for it, and only there")
    func writes() {
        var writer = RecordWriter()
        for cell in ["a", "b,c", "d\"e", "f\ng", "", " h", "i;j"] {
            writer.append(Array(cell.utf8))
        }
        writer.endRecord()
        let first = writer.bytes.count
        writer.append([])
        writer.endRecord()
        #expect(
            String(decoding: writer.take(before: first), as: UTF8.self)
                == "a,\"b,c\",\"d\"\"e\",\"f\ng\",, h,i;j\r\n")
        #expect(String(decoding: writer.take(), as: UTF8.self) == "\"\"\r\n")
    }

    @Test("Records taken back leave no trace")
    func takesBack() {
        var writer = RecordWriter()
        writer.append(Array("a".utf8))
        writer.endRecord()
        let place = writer.bytes.count
        writer.append(Array("b".utf8))
        writer.endRecord()
        writer.takeBack(from: place)
        writer.append([])
        writer.endRecord()
        #expect(String(decoding: writer.take(), as: UTF8.self) == "a\r\n\"\"\r\n")
    }
}
