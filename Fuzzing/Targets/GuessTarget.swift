internal import Batches
internal import Tabular

/// A file that nobody described: the guess is the same every time, and what it says can be read with.
struct GuessTarget {
    private let declared: DeclaredDialect
    private let isWhole: Bool
    private let file: [UInt8]

    init(_ input: inout FuzzInput) {
        var declared = DeclaredDialect()
        let flags = input.byte()
        if flags & 1 != 0 { declared.delimiter = Array(input.choose([",", ";", "||"]).utf8) }
        if flags & 2 != 0 { declared.quote = input.choose([Quote.none, .byte(0x22), .byte(0x27)]) }
        if flags & 4 != 0 {
            declared.escape = input.choose([QuoteEscape.none, .doubled, .byte(0x5C)])
        }
        if flags & 8 != 0 { declared.skipLines = input.byte() % 4 }
        if flags & 16 != 0 { declared.headerLines = input.byte() % 3 }
        if flags & 32 != 0 { declared.columnCount = input.byte() % 5 + 1 }
        if flags & 64 != 0 {
            declared.encoding = input.choose(Array(TextEncoding.allCases))
        }
        self.declared = declared
        isWhole = flags & 128 == 0
        file = input.rest
    }

    func run() throws(Violation) {
        let guess = DialectGuess(file, isWhole: isWhole, declared: declared)
        try require(
            guess == DialectGuess(file, isWhole: isWhole, declared: declared), "two guesses")
        try require(guess.cells.value >= 1, "no cell")
        try require(guess.skipLines.value >= 0 && guess.headerLines.value >= 0, "lines below none")
        let dialect = guess.dialect
        try require(!dialect.delimiter.isEmpty, "an empty delimiter")
        var isPulled = false
        var reader = CSVReader(dialect: dialect, chunkBytes: 1 << 16) { [file] output in
            if !isPulled { output.append(contentsOf: file) }
            isPulled = true
            return false
        }
        var spanned = 0
        do {
            try reader.expect(cells: guess.cells.value)
            while let batch = try reader.next(cells: [0]) {
                spanned += batch.rows.reduce(0) { $0 + Int($1.lineCount) }
            }
            var decoder = TextDecoder(encoding: dialect.encoding)
            var text: [UInt8] = []
            try decoder.decode(file, into: &text)
            try decoder.finish(into: &text)
            let lines = PlainReader.lines(of: text)
            try require(reader.counts.total + spanned == lines, "lines are lost or doubled")
        } catch is TextFailure {
            // No text in the encoding that was guessed or declared: whoever reads it is told so.
            return
        } catch let violation as Violation {
            throw violation
        } catch {
            throw Violation("\(error)")
        }
    }
}
