package import CivilService

/// The spellings of a golongan, alone or behind the pangkat that people write with it.
package enum GolonganSpelling {
    /// The golongan that `text` spells; nil when it spells none that exists, such as `I/E`.
    ///
    /// A numeral without ruang is one of PPPK, and is taken only alone or behind a word for
    /// golongan: the I of `Penata Muda Tk. I` is part of the pangkat.
    package static func parse(_ text: Span<UInt8>) -> Golongan? {
        let whole = Blank.trimming(text, 0..<text.count)
        if let golongan = bare(text, whole) { return golongan }
        let afterWord = skippingWord(text, whole)
        if afterWord != whole, let golongan = bare(text, afterWord) { return golongan }
        if let parenthesis = lastParenthesis(text, whole) {
            let inner = Blank.trimming(text, parenthesis)
            let labelled = skippingWord(text, inner)
            let isLabelled = labelled != inner || afterWord.lowerBound == parenthesis.lowerBound - 1
            return isLabelled ? bare(text, labelled) : withRuang(text, inner)
        }
        return afterPangkat(text, whole)
    }

    /// Nothing but the golongan, in parentheses or not.
    private static func bare(_ text: Span<UInt8>, _ range: Range<Int>) -> Golongan? {
        if let golongan = withRuang(text, range) { return golongan }
        return RomanNumeral.value(of: text, range).flatMap { Golongan(pppk: $0) }
    }

    /// `III/a`, `IIIa`, `III a`, `3/a`, `3a` and the like, in either case.
    private static func withRuang(_ text: Span<UInt8>, _ range: Range<Int>) -> Golongan? {
        guard let last = range.last, let ruang = ruang(text[last]) else { return nil }
        let level = range.lowerBound..<skippingGap(text, range.lowerBound..<last)
        guard !level.isEmpty else { return nil }
        if level.count == 1, text[level.lowerBound] &- UInt8(ascii: "0") <= 9 {
            return Golongan(level: Int(text[level.lowerBound] - UInt8(ascii: "0")), ruang: ruang)
        }
        return RomanNumeral.value(of: text, level).flatMap { Golongan(level: $0, ruang: ruang) }
    }

    /// `Penata Muda Tk. I, III/b`: the last word or words after a pangkat.
    private static func afterPangkat(_ text: Span<UInt8>, _ range: Range<Int>) -> Golongan? {
        guard let last = range.last, ruang(text[last]) != nil else { return nil }
        let end = skippingGap(text, range.lowerBound..<last)
        var start = end
        while start > range.lowerBound, isRomanLetter(text[start - 1]) { start -= 1 }
        // A letter or digit before it makes the numeral the tail of another word.
        guard start > range.lowerBound, start < end, !isLetterOrDigit(text[start - 1]) else {
            return nil
        }
        return withRuang(text, start..<range.upperBound)
    }

    /// Where the numeral before a ruang ends: in front of the slash, dot, hyphen and blanks.
    private static func skippingGap(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
        var end = Blank.trimming(text, range).upperBound
        if end > range.lowerBound {
            switch text[end - 1] {
            case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"): end -= 1
            default: break
            }
        }
        return Blank.trimming(text, range.lowerBound..<end).upperBound
    }

    /// What follows `Golongan`, `Gol.`, `Golongan Ruang` or `Gol/Ruang`, blanks and a colon.
    private static func skippingWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var rest = range
        guard takeWord("golongan", text, &rest) || takeWord("gol", text, &rest) else {
            return range
        }
        takeMarks(text, &rest)
        if takeWord("ruang", text, &rest) { takeMarks(text, &rest) }
        return rest
    }

    /// Takes a whole word given in lower case.
    private static func takeWord(
        _ word: String, _ text: Span<UInt8>, _ range: inout Range<Int>
    ) -> Bool {
        let count = word.utf8.count
        guard range.count > count else { return false }
        let start = range.lowerBound
        let isSame = zip(word.utf8, range).allSatisfy { $0 == text[$1] | 0x20 }
        guard isSame, !isLetterOrDigit(text[start + count]) else { return false }
        range = start + count..<range.upperBound
        return true
    }

    private static func takeMarks(_ text: Span<UInt8>, _ range: inout Range<Int>) {
        range = Blank.trimming(text, range)
        while let first = range.first,
            text[first] == UInt8(ascii: ".") || text[first] == UInt8(ascii: ":")
                || text[first] == UInt8(ascii: "/")
        {
            range = Blank.trimming(text, first + 1..<range.upperBound)
        }
    }

    /// What stands in the parentheses that end the text.
    private static func lastParenthesis(
        _ text: Span<UInt8>, _ range: Range<Int>
    ) -> Range<Int>? {
        guard let last = range.last, text[last] == UInt8(ascii: ")"),
            let open = range.last(where: { text[$0] == UInt8(ascii: "(") })
        else { return nil }
        return open + 1..<last
    }

    /// 1...5 for a to e in either case.
    private static func ruang(_ byte: UInt8) -> Int? {
        let index = (byte | 0x20) &- UInt8(ascii: "a")
        return index < 5 ? Int(index) + 1 : nil
    }

    private static func isRomanLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower == UInt8(ascii: "i") || lower == UInt8(ascii: "v")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") <= 9
    }
}
