import Spelling
import Testing

@Suite("SpellingTable")
struct SpellingTableTests {
    private static let ratings: [(spelling: String, code: Int32)] = [
        ("Di Atas Ekspektasi", 1), ("Sesuai Ekspektasi", 2), ("Di Bawah Ekspektasi", 3),
    ]

    @Test(
        "A folded table finds every spelling with the same key",
        arguments: [
            ("Di Atas Ekspektasi", 1), ("DIATAS EKSPEKTASI", 1), ("diatas-ekspektasi", 1),
            ("sesuai\u{A0}ekspektasi", 2), ("Dibawah Ekspektasi", 3), ("Ekspektasi", nil),
            ("", nil), ("di atas ekspektasii", nil), ("di atas ekspektas", nil),
            ("di atas ekspektasx", nil),
        ] as [(String, Int32?)])
    func findsFolded(_ text: String, _ code: Int32?) {
        let table = SpellingTable(Self.ratings, folded: true)
        #expect(table.code(of: text.utf8.span) == code)
        #expect(table.spellings == Self.ratings.map(\.spelling))
    }

    @Test("An exact table distinguishes case and blanks")
    func findsExact() {
        let table = SpellingTable(
            [("atasan", 0), ("rekan", 1), ("bawahan", 2), ("diri", 3)], folded: false)
        #expect(table.code(of: "atasan".utf8.span) == 0)
        #expect(table.code(of: "diri".utf8.span) == 3)
        for text in ["Atasan", "atasan ", "atasa", "", "atasan\0"] {
            #expect(table.code(of: text.utf8.span) == nil)
        }
    }

    @Test("Of two entries with one key the first stands")
    func firstStands() {
        let entries: [(spelling: String, code: Int32)] = [("Cukup", 1), ("CUKUP", 2)]
        #expect(SpellingTable(entries, folded: true).code(of: "cukup".utf8.span) == 1)
        #expect(SpellingTable(entries, folded: false).code(of: "CUKUP".utf8.span) == 2)
    }

    @Test("An empty table finds nothing, and an empty spelling only where it is listed")
    func handlesEmpty() {
        #expect(SpellingTable([], folded: true).code(of: "a".utf8.span) == nil)
        #expect(SpellingTable([], folded: false).code(of: "".utf8.span) == nil)
        let table = SpellingTable([("", 4)], folded: true)
        #expect(table.code(of: "".utf8.span) == 4)
        #expect(table.code(of: "a".utf8.span) == nil)
    }

    @Test("A spelling that folds to nothing is neither the empty one nor another such")
    func comparesMarks() {
        let table = SpellingTable([("-", 1), ("- - - - - - -", 2), ("a", 3)], folded: true)
        #expect(table.code(of: "-".utf8.span) == 1)
        #expect(table.code(of: "- - - - - - -".utf8.span) == 2)
        #expect(table.code(of: "A-".utf8.span) == 3)
        for text in ["", ".", "--", "- - - - - - ."] {
            #expect(table.code(of: text.utf8.span) == nil)
        }
    }

    @Test(
        "Thousands of keys of every length around a word are told apart", arguments: [true, false])
    func holdsMany(folded: Bool) {
        let entries = (0..<5000).map { number in
            (
                spelling: String(repeating: "u", count: number % 14) + "n\(number)",
                code: Int32(number)
            )
        }
        let table = SpellingTable(entries, folded: folded)
        let wrong = entries.filter { table.code(of: $0.spelling.utf8.span) != $0.code }
        #expect(wrong.isEmpty)
        let foreign = (5000..<6000).filter { table.code(of: "n\($0)".utf8.span) != nil }
        #expect(foreign.isEmpty)
    }

    @Test("Keys with the same first eight bytes and length are compared to the end")
    func comparesTail() {
        let table = SpellingTable([("indikator-01", 1), ("indikator-02", 2)], folded: false)
        #expect(table.code(of: "indikator-02".utf8.span) == 2)
        #expect(table.code(of: "indikator-03".utf8.span) == nil)
    }
}
