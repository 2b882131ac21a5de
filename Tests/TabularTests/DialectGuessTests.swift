import Tabular
import Testing

@Suite("DialectGuess")
struct DialectGuessTests {
    /// Ten records of invented people below a header.
    private static func file(
        _ delimiter: String, end: String = "\n", wrap: (String) -> String = { $0 }
    ) -> String {
        var lines = [["nip", "nama", "nilai", "catatan"]]
        for number in 1...10 {
            lines.append([
                "1980010120050110\(10 + number)", "Orang \(number)", "8\(number % 10),5", "a b",
            ])
        }
        return lines.map { $0.map(wrap).joined(separator: delimiter) + end }.joined()
    }

    private func guess(
        _ text: String, _ declared: DeclaredDialect = DeclaredDialect()
    ) -> DialectGuess {
        DialectGuess(Array(text.utf8), isWhole: true, declared: declared)
    }

    @Test(
        "A delimiter is what makes lines agree, of one byte or several, whatever stands in the cells",
        arguments: [";", "\t", "|", "||", "~|~", "::", "^", "|#|"])
    func delimiters(_ delimiter: String) {
        let guess = guess(Self.file(delimiter))
        #expect(guess.delimiter.value == Array(delimiter.utf8))
        #expect(guess.delimiter.confidence >= 90)
        #expect(guess.delimiter.evidence.hasPrefix("11 of 11 lines have 4 fields with "))
        #expect(guess.cells.value == 4)
        #expect(guess.headerLines.value == 1)
        #expect(guess.skipLines.value == 0)
    }

    @Test("Decimal commas in quotes, times and names with titles do not make a delimiter")
    func temptations() {
        let commas = Self.file(",") { "\"\($0)\"" }
        #expect(guess(commas).delimiter.value == Array(",".utf8))
        let times = "nama\tjam\n" + (10...20).map { "Budi, S.Kom\t0\($0 % 9):\($0)\n" }.joined()
        #expect(guess(times).delimiter.value == Array("\t".utf8))
        let one = "nama\n" + ["Budi", "Siti", "Umar", "Nia, S.E."].map { $0 + "\n" }.joined()
        #expect(guess(one).cells.value == 1)
        #expect(guess(one).delimiter.confidence < 50)
    }

    @Test("Quote and escape are those by which the quoted fields close")
    func quotes() {
        let apostrophes = Self.file(",") { "'\($0)'" }
        #expect(guess(apostrophes).quote.value == .byte(UInt8(ascii: "'")))
        let doubled = Self.file(",") { "\"x \"\"\($0)\"\"\"" }
        #expect(guess(doubled).escape.value == .doubled)
        #expect(guess(doubled).cells.value == 4)
        let backslash = Self.file(",") { "\"x \\\"\($0)\\\"\"" }
        #expect(guess(backslash).escape.value == .byte(UInt8(ascii: "\\")))
        #expect(guess(backslash).cells.value == 4)
        // Inches everywhere are text; one stray quote is a fault of its record.
        let inches = Self.file(";") { $0 + "\"" }
        #expect(guess(inches).quote.value == .none)
        let stray = Self.file(";").replacing("Orang 4", with: "\"Orang 4")
        #expect(guess(stray).quote.value == .byte(UInt8(ascii: "\"")))
    }

    @Test(
        "Encodings are told by mark, by zeros, and by what is valid",
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], TextEncoding.utf8), ([0x61, 0x0A], .utf8),
            ([0xC3, 0xA9, 0x0A], .utf8), ([0x52, 0xE9, 0x6B, 0x61], .windows1252),
            ([0xFF, 0xFE, 0x61, 0x00], .utf16), ([0xFE, 0xFF, 0x00, 0x61], .utf16BigEndian),
            ([0x61, 0x00, 0x62, 0x00, 0x0A, 0x00], .utf16),
            ([0x00, 0x61, 0x00, 0x62, 0x00, 0x0A], .utf16BigEndian),
            // Three good sequences and one bad byte: UTF-8 with a spoilt record.
            ([0xC3, 0xA9, 0xC3, 0xA9, 0xC3, 0xA9, 0xE9, 0x61], .utf8),
        ] as [([UInt8], TextEncoding)])
    func encodings(_ bytes: [UInt8], _ encoding: TextEncoding) {
        #expect(DialectGuess(bytes, isWhole: true).encoding.value == encoding)
    }

    @Test("A character cut by the end of the sample is no evidence against UTF-8")
    func cutCharacter() {
        let bytes: [UInt8] = [0x61, 0xC3, 0xA9, 0x0A, 0xE2, 0x82]
        let part = DialectGuess(bytes, isWhole: false).encoding
        #expect(part.value == .utf8 && part.confidence == 99)
        #expect(DialectGuess(bytes, isWhole: true).encoding.confidence < 99)
    }

    @Test("Line ends are counted", arguments: LineEnd.allCases)
    func lineEnds(_ end: LineEnd) {
        let text = [LineEnd.crlf: "\r\n", .lf: "\n", .cr: "\r"][end] ?? ""
        let guess = guess(Self.file(";", end: text))
        #expect(guess.lineEnd.value == end)
        #expect(
            guess.lineEnd.evidence
                == "11 of 11 line ends are \(end.rawValue)".replacing(
                    "11", with: end == .cr ? "10" : "11"))
        #expect(guess.cells.value == 4)
    }

    @Test(
        "Titles above are skipped, padded ones too, and a short header is no title",
        arguments: [
            ("Laporan SKP\n", 1), ("Laporan SKP\nInstansi: Contoh\n\n", 3),
            ("Laporan;;;\n;;;\n", 2), ("", 0),
        ])
    func preamble(_ titles: String, _ lines: Int) {
        let guess = guess(titles + Self.file(";"))
        #expect(guess.skipLines.value == lines)
        #expect(guess.headerLines.value == 1)
        let short = Self.file(";").replacing("nip;nama;", with: "nip;")
        #expect(self.guess(short).skipLines.value == 0)
        #expect(self.guess(short).cells.value == 4)
    }

    @Test("Headers are none, one, or two of which the upper one is shared")
    func headers() {
        let file = Self.file(";")
        let body = file.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
        #expect(guess(body).headerLines.value == 0)
        #expect(guess("pegawai;;capaian;\n" + file).headerLines.value == 2)
        #expect(guess("nip;nama;nilai;catatan\n").headerLines.value == 1)
    }

    @Test(
        "What is declared is taken, and its number of columns settles what the header leaves open")
    func declared() {
        var declared = DeclaredDialect()
        declared.delimiter = Array(",".utf8)
        declared.headerLines = 0
        declared.columnCount = 7
        let guess = guess(Self.file(";"), declared)
        #expect(guess.delimiter == Guess(Array(",".utf8), confidence: 100, "declared"))
        #expect(guess.headerLines.value == 0)
        #expect(guess.cells.value == 7)
    }

    @Test(
        "Nothing, blank lines and a lone quote are guessed at without a crash",
        arguments: ["", "\n\n", "\"", ",", "a"])
    func little(_ text: String) {
        #expect(guess(text).cells.value >= 1)
    }
}
