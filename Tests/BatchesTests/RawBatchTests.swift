import Batches
import Testing

@Suite("RawBatch")
struct RawBatchTests {
    @Test(
        "A field's text is copied as it stands, or with its sequences undone",
        arguments: [
            (#"he said ""hi"""#, true, nil, #"he said "hi""#),
            (#""""#, true, nil, #"""#),
            (#"plain "" left"#, false, nil, #"plain "" left"#),
            (#"a \"b\" \\ \n"#, true, UInt8(ascii: "\\"), #"a "b" \ \n"#),
            ("", false, nil, ""),
        ])
    func undoesSequences(_ raw: String, _ escaped: Bool, _ escape: UInt8?, _ plain: String) {
        let batch = RawBatch(text: ("xx" + raw + "yy").utf8, columnCount: 1)
        let field = FieldSlice(offset: 2, count: raw.utf8.count, isEscaped: escaped)
        #expect(batch.text(field) == Array(raw.utf8))
        #expect(
            batch.text(field, quote: UInt8(ascii: "\""), escape: escape) == Array(plain.utf8))
    }

    @Test("An absent field has no text and is not an empty field")
    func absentIsNotEmpty() {
        let batch = RawBatch(text: "abc".utf8, columnCount: 1)
        #expect(batch.text(.absent).isEmpty)
        #expect(FieldSlice.absent.isAbsent)
        #expect(!FieldSlice(offset: 0, count: 0).isAbsent)
    }

    @Test("The text is followed by 64 zero bytes")
    func isPadded() {
        let batch = RawBatch(text: "abc".utf8, columnCount: 1)
        #expect(batch.textLength == 3)
        #expect(batch.bytes[3...] == ArraySlice(Array(repeating: 0, count: 64)))
    }

    @Test("Fields lie row by row")
    func rowMajor() {
        var batch = RawBatch(text: "abcd".utf8, columnCount: 2)
        batch.fields = (0..<4).map { FieldSlice(offset: $0, count: 1) }
        batch.rows = [RowOrigin(line: 0, start: 0, end: 2), RowOrigin(line: 1, start: 2, end: 4)]
        #expect(batch.text(batch.field(row: 1, column: 0)) == Array("c".utf8))
        #expect(batch.text(batch.field(row: 0, column: 1)) == Array("b".utf8))
    }
}
