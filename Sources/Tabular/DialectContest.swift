/// The dialects that a text may be written in, tried one after the other.
struct DialectContest {
    let best: DialectTrial
    /// Of the delimiter, in percent.
    let confidence: Int
    let quote: Guess<Quote>
    let escape: Guess<QuoteEscape>

    /// How quotes may be used: which one, and what makes it literal inside.
    private struct Quoting {
        let quote: Quote
        let escape: QuoteEscape
    }

    /// Tries all that is not declared; a record may span `recordLines`.
    init(_ text: [UInt8], isWhole: Bool, declared: DeclaredDialect, _ recordLines: Int) {
        let comma = [UInt8(ascii: ",")]
        let candidates =
            declared.delimiter.map { [$0] }
            ?? [comma] + DelimiterCandidates(text).all.filter { $0 != comma }
        let quotings = Self.quotings(in: text, declared)
        var ranked: [(trial: DialectTrial, quoting: Quoting, score: Int)] = []
        for delimiter in candidates {
            var leader: (trial: DialectTrial, quoting: Quoting, score: Int)?
            for quoting in quotings where Self.fits(quoting, delimiter) {
                let dialect = CSVDialect(
                    delimiter: delimiter, quote: quoting.quote.byte, escape: quoting.escape.byte,
                    recordLines: recordLines, refusesBareQuotes: true)
                let trial = DialectTrial(dialect, text: text, isWhole: isWhole)
                if let leader, quoting.quote == .none, !Self.refutesQuotes(leader.trial) {
                    continue
                }
                let score = trial.score * Self.prior(of: delimiter)
                if score > leader?.score ?? -1 { leader = (trial, quoting, score) }
            }
            if let leader { ranked.append(leader) }
        }
        // Among equals the longer delimiter, then the candidate named first.
        var winner = ranked[0]
        for other in ranked.dropFirst() {
            let isLonger =
                other.trial.dialect.delimiter.count > winner.trial.dialect.delimiter.count
            if other.score > winner.score || other.score == winner.score && isLonger {
                winner = other
            }
        }
        best = winner.trial
        confidence = Self.confidence(of: winner.trial, ranked.map(\.score), winner.score)
        quote = Self.quote(winner.quoting.quote, winner.trial)
        escape = Self.escape(winner.quoting, in: text, winner.trial)
    }

    /// Never empty.
    private static func quotings(in text: [UInt8], _ declared: DeclaredDialect) -> [Quoting] {
        let backslash = UInt8(ascii: "\\")
        var quotes: [Quote] = [.byte(0x22), .byte(0x27), .none]
        if let quote = declared.quote { quotes = [quote] }
        var quotings: [Quoting] = []
        for quote in quotes {
            guard let byte = quote.byte else {
                quotings.append(Quoting(quote: .none, escape: declared.escape ?? .none))
                continue
            }
            let isPlausible = byte == 0x22 || declared.quote != nil || text.contains(byte)
            guard isPlausible else { continue }
            if let escape = declared.escape {
                let isItself = escape == .byte(byte)
                quotings.append(Quoting(quote: quote, escape: isItself ? .doubled : escape))
                continue
            }
            quotings.append(Quoting(quote: quote, escape: .doubled))
            if ByteRuns.count([backslash, byte], in: text) > 0 {
                quotings.append(Quoting(quote: quote, escape: .byte(backslash)))
            }
        }
        return quotings
    }

    private static func fits(_ quoting: Quoting, _ delimiter: [UInt8]) -> Bool {
        guard let quote = quoting.quote.byte else { return true }
        return !delimiter.contains(quote)
    }

    /// Whether quotes are so often out of place, and never in place, that they must be text.
    ///
    /// One stray quote in a small file is a fault of its record and no reason to take all quotes for text.
    private static func refutesQuotes(_ trial: DialectTrial) -> Bool {
        trial.quotedCells == 0 && trial.quotingFaults >= 3
            && trial.quotingFaults * 10 > trial.allLines
    }

    /// How often a delimiter is one in exports, per mille, other things being equal.
    private static func prior(of delimiter: [UInt8]) -> Int {
        guard delimiter.count == 1 else { return 1_000 }
        return switch delimiter[0] {
        case UInt8(ascii: " "): 450
        case UInt8(ascii: ":"): 600
        case UInt8(ascii: "^"), UInt8(ascii: "~"): 800
        default: 1_000
        }
    }

    private static func confidence(
        of trial: DialectTrial, _ scores: [Int], _ winning: Int
    ) -> Int {
        guard trial.allLines > 0, trial.cellCount > 1 else { return 30 }
        let share = 100 * trial.goodLines / trial.allLines
        let rivals = scores.count { $0 * 5 > winning * 4 }
        return rivals > 1 ? share / 2 : share
    }

    private static func quote(_ quote: Quote, _ trial: DialectTrial) -> Guess<Quote> {
        guard let byte = quote.byte else {
            return Guess(
                quote, confidence: 80, "quotes stand inside fields and never around them")
        }
        let name = String(decoding: [byte], as: UTF8.self)
        guard trial.quotedCells > 0 else {
            return Guess(quote, confidence: 50, "no field is quoted: the usual quote is assumed")
        }
        let all = trial.quotedCells + trial.quotingFaults
        return Guess(
            quote, confidence: 100 * trial.quotedCells / all,
            "\(trial.quotedCells) fields stand in \(name), \(trial.quotingFaults) records break this rule"
        )
    }

    private static func escape(
        _ quoting: Quoting, in text: [UInt8], _ trial: DialectTrial
    ) -> Guess<QuoteEscape> {
        guard let byte = quoting.quote.byte else {
            return Guess(quoting.escape, confidence: 100, "nothing is quoted")
        }
        guard case .byte(let escape) = quoting.escape else {
            let count = trial.quotedCells == 0 ? 0 : ByteRuns.count([byte, byte], in: text)
            return Guess(
                quoting.escape, confidence: count > 0 ? 95 : 50,
                count > 0 ? "\(count) doubled quotes" : "no quote inside quotes")
        }
        let count = ByteRuns.count([escape, byte], in: text)
        return Guess(quoting.escape, confidence: 90, "\(count) quotes behind the escape")
    }
}
