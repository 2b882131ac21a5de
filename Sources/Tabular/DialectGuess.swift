/// How a file is most likely written, with the evidence: encoding, line ends, delimiter, quotes, header.
///
/// What is declared is taken as it is; the rest is what makes most lines agree in the number of their fields
/// under the reader's own rules. The same bytes give the same guess.
package struct DialectGuess: Sendable, Equatable {
    /// Bytes of a file that are worth looking at.
    package static let sampleBytes = 1 << 20
    /// Bytes of text in which the candidates compete.
    private static let trialBytes = 1 << 16
    /// Lines a record may span in a file that nobody described.
    private static let recordLines = 64

    package private(set) var encoding: Guess<TextEncoding>
    package private(set) var lineEnd: Guess<LineEnd>
    package private(set) var delimiter: Guess<[UInt8]>
    package private(set) var quote: Guess<Quote>
    package private(set) var escape: Guess<QuoteEscape>
    package private(set) var skipLines: Guess<Int>
    package private(set) var headerLines: Guess<Int>
    /// Cells that every record should have, at least 1.
    package private(set) var cells: Guess<Int>

    /// - Parameters:
    ///   - bytes: The file's first bytes as delivered, unpacked.
    ///   - isWhole: Whether they are all.
    ///   - declared: What is known already.
    package init(_ bytes: [UInt8], isWhole: Bool, declared: DeclaredDialect = DeclaredDialect()) {
        let encoding =
            declared.encoding.map { .declared($0) } ?? EncodingGuess.find(bytes, isWhole: isWhole)
        let text = Self.text(of: bytes, isWhole: isWhole, encoding: encoding.value)
        let isCut = !isWhole || text.count > Self.trialBytes
        var body = Array(text.prefix(Self.trialBytes))
        if let lines = declared.skipLines, lines > 0 {
            var skipper = LineSkipper(lines: lines)
            body.removeFirst(skipper.skip(body, from: 0))
        }
        self.encoding = encoding
        lineEnd = Self.lineEnd(of: text)
        let contest = DialectContest(body, isWhole: !isCut, declared: declared, Self.recordLines)
        let best = contest.best
        let separator = Self.name(of: best.dialect.delimiter)
        let evidence =
            "\(best.goodLines) of \(best.allLines) lines have \(best.cellCount) fields with \(separator)"
        delimiter = Self.settled(
            declared.delimiter,
            Guess(best.dialect.delimiter, confidence: contest.confidence, evidence))
        quote = Self.settled(declared.quote, contest.quote)
        escape = Self.settled(declared.escape, contest.escape)
        let layout = LayoutGuess(best, text: body, isWhole: !isCut, declared: declared)
        skipLines = Self.settled(declared.skipLines, layout.skipLines)
        headerLines = Self.settled(declared.headerLines, layout.headerLines)
        cells = layout.cells
    }

    private static func settled<Value>(
        _ declared: Value?, _ guessed: Guess<Value>
    ) -> Guess<Value> {
        declared.map { .declared($0) } ?? guessed
    }

    /// The file in the reader's terms; a quote inside an unquoted field is a fault.
    package var dialect: CSVDialect {
        CSVDialect(
            delimiter: delimiter.value, quote: quote.value.byte, escape: escape.value.byte,
            recordLines: Self.recordLines, encoding: encoding.value,
            preambleLines: skipLines.value, refusesBareQuotes: true)
    }

    /// How people write a delimiter: `','`, `tab`, `'||'`.
    package static func name(of delimiter: [UInt8]) -> String {
        switch delimiter {
        case [UInt8(ascii: "\t")]: "tab"
        case [UInt8(ascii: " ")]: "a blank"
        default: "'" + String(decoding: delimiter, as: UTF8.self) + "'"
        }
    }

    /// The sample as UTF-8, as far as it is text.
    private static func text(
        of bytes: [UInt8], isWhole: Bool, encoding: TextEncoding
    ) -> [UInt8] {
        var decoder = TextDecoder(encoding: encoding)
        var text: [UInt8] = []
        do {
            try decoder.decode(bytes, into: &text)
            if isWhole { try decoder.finish(into: &text) }
        } catch {
            // Whoever reads the file meets the same failure and reports it with its place.
            return text
        }
        return text
    }

    private static func lineEnd(of text: [UInt8]) -> Guess<LineEnd> {
        var counts: [LineEnd: Int] = [:]
        var before: UInt8 = 0
        for byte in text {
            if before == 0x0D { counts[byte == 0x0A ? .crlf : .cr, default: 0] += 1 }
            if byte == 0x0A, before != 0x0D { counts[.lf, default: 0] += 1 }
            before = byte
        }
        let all = counts.values.reduce(0, +)
        guard all > 0 else { return Guess(.lf, confidence: 0, "no line end") }
        var best = LineEnd.crlf
        for end in LineEnd.allCases where counts[end, default: 0] > counts[best, default: 0] {
            best = end
        }
        let count = counts[best, default: 0]
        return Guess(
            best, confidence: 100 * count / all,
            "\(count) of \(all) line ends are \(best.rawValue)")
    }
}
