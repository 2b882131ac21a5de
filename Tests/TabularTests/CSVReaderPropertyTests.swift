import Batches
import Tabular
import TestSupport
import Testing

@Suite("CSVReader against the reference")
struct CSVReaderPropertyTests {
    static let chunks = [1, 2, 3, 7, 64, 1 << 20]

    @Test(
        "Random files read as the slow reader reads them, in chunks of every size",
        arguments: 0..<40)
    func agreesWithReference(_ group: UInt64) throws {
        for seed in (group * 60)..<(group * 60 + 60) {
            var random = SplitMix64(seed: seed)
            var dialect = CSVReaderPropertyTests.dialect(&random)
            let columns = Int.random(in: 1...3, using: &random)
            let header = Array(repeating: "h", count: columns)
            let delimiter = String(decoding: dialect.delimiter, as: UTF8.self)
            let body = CSVReaderPropertyTests.body(dialect, &random)
            let headerLine = header.joined(separator: delimiter)
            dialect.recordBytes = max(dialect.recordBytes, headerLine.utf8.count)
            let file = headerLine + "\n" + body
            var expected = ReferenceReader(dialect: dialect, cellCount: columns)
                .read(file, headerLines: 1)
            expected.header = header
            expected.counts.header = 1
            for chunk in CSVReaderPropertyTests.chunks {
                let seen = try SeenFile(Array(file.utf8), dialect: dialect, chunk: chunk)
                #expect(
                    seen == expected,
                    "seed \(seed), chunk \(chunk), \(file.debugDescription), \(dialect)")
                #expect(seen.lines == ReferenceReader.lines(of: file).count, "seed \(seed)")
            }
        }
    }

    @Test("A text split at every byte gives the rows of the whole", arguments: 0..<20)
    func splitsAnywhere(_ group: UInt64) {
        for seed in (1_000_000 + group * 25)..<(1_000_000 + group * 25 + 25) {
            var random = SplitMix64(seed: seed)
            let dialect = CSVReaderPropertyTests.dialect(&random)
            let body = Array(CSVReaderPropertyTests.body(dialect, &random).utf8)
            let tokenizer = CSVTokenizer(dialect: dialect, cellCount: 2, cells: [1, 0, 1])
            var whole = RawBatch(text: body, columnCount: 3)
            let end = tokenizer.tokenize(into: &whole, from: 0, isLast: true)
            let expected = SeenFile.rows(of: whole, linesBefore: 0)
            for cut in 0...body.count {
                var head = RawBatch(text: body[..<cut], columnCount: 3)
                let used = tokenizer.tokenize(into: &head, from: 0, isLast: false)
                var tail = RawBatch(text: body[used...], columnCount: 3)
                let tailEnd = tokenizer.tokenize(into: &tail, from: 0, isLast: true)
                let rows =
                    SeenFile.rows(of: head, linesBefore: 0)
                    + SeenFile.rows(of: tail, linesBefore: head.lineCount)
                #expect(
                    rows == expected && used + tailEnd == end
                        && head.lineCount + tail.lineCount == whole.lineCount,
                    "seed \(seed), cut \(cut), \(body)")
            }
        }
    }

    static func dialect(_ random: inout SplitMix64) -> CSVDialect {
        let delimiters = [",", ",", ",", ";", ";;", ",;", ";,;"]
        var dialect = CSVDialect()
        dialect.delimiter = Array((delimiters.randomElement(using: &random) ?? ",").utf8)
        if Int.random(in: 0..<8, using: &random) == 0 { dialect.quote = nil }
        if dialect.quote != nil, Int.random(in: 0..<4, using: &random) == 0 {
            dialect.escape = UInt8(ascii: "\\")
        }
        dialect.recordLines = [1, 2, 3, 16].randomElement(using: &random) ?? 16
        dialect.recordBytes = [1, 2, 5, 9, 1000, 1000].randomElement(using: &random) ?? 9
        dialect.blankLines = Bool.random(using: &random) ? .skip : .reject
        dialect.refusesBareQuotes = Bool.random(using: &random)
        dialect.trailingDelimiters = Int.random(in: 0..<4, using: &random) == 0
        if Int.random(in: 0..<4, using: &random) == 0 {
            dialect.footerPrefix = Array(
                (["a;", "\"a", "aa", "a,a"].randomElement(using: &random) ?? "a").utf8)
        }
        return dialect
    }

    static func body(_ dialect: CSVDialect, _ random: inout SplitMix64) -> String {
        let alphabet: [Unicode.Scalar] =
            dialect.escape == nil
            ? ["a", ",", "\"", "\"", "\n", "\r", ";"]
            : ["a", ",", "\"", "\"", "\n", "\r", ";", "\\"]
        var body = ""
        // Blocks of 64 bytes are the tokenizer's stride: some files must be longer.
        let length = Int.random(
            in: 0...[8, 40, 300][Int.random(in: 0...2, using: &random)], using: &random)
        for _ in 0..<length {
            body.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
        }
        return body
    }
}
