import Spelling
import Testing

@Suite("FoldedSpelling")
struct FoldedSpellingTests {
    @Test(
        "Spellings that differ by case, blanks and marks have one key",
        arguments: [
            ("Di Atas Ekspektasi", "diatasekspektasi"),
            ("diatas  ekspektasi", "diatasekspektasi"),
            ("DI\u{A0}ATAS\tEkspektasi ", "diatasekspektasi"), ("III/a", "iiia"),
            ("butuh_perbaikan", "butuhperbaikan"), ("Non-Aktif.", "nonaktif"), ("", ""),
            ("-", ""), ("Caf\u{C9}", "caf\u{C9}"), ("A1[Z]", "a1[z]"),
        ])
    func folds(_ text: String, to key: String) {
        #expect(FoldedSpelling.fold(text) == key)
        var buffer: [UInt8] = [7]
        FoldedSpelling.fold(text.utf8.span, into: &buffer)
        #expect(buffer == Array(key.utf8))
    }

    @Test("A byte C2 that begins no blank is kept, also at the end")
    func keepsOtherBytes() {
        let text: [UInt8] = [0x41, 0xC2, 0xB2, 0xC2]
        var buffer: [UInt8] = []
        FoldedSpelling.fold(text.span, into: &buffer)
        #expect(buffer == [0x61, 0xC2, 0xB2, 0xC2])
    }
}
