/// The bytes that people and programs leave around values without seeing them.
enum Blank {
    /// Bytes of the blank at `position`: 1 for a space, tab or line break, 2 for a no-break space,
    /// 0 when there is none.
    @inlinable
    static func length(in text: Span<UInt8>, at position: Int, end: Int) -> Int {
        switch text[position] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xC2 where position + 1 < end && text[position + 1] == 0xA0: 2
        default: 0
        }
    }

    /// Bytes of the invisible character at `position`: zero-width space, non-joiner and joiner, and
    /// the byte order mark; 0 when there is none.
    static func zeroWidthLength(in text: Span<UInt8>, at position: Int) -> Int {
        guard position + 2 < text.count else { return 0 }
        switch (text[position], text[position + 1], text[position + 2]) {
        case (0xE2, 0x80, 0x8B...0x8D), (0xEF, 0xBB, 0xBF): return 3
        default: return 0
        }
    }

    /// The part of `range` without blanks at either end.
    static func trimming(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let length = length(in: text, at: start, end: end)
            if length == 0 { break }
            start += length
        }
        while start < end {
            if length(in: text, at: end - 1, end: end) == 1 {
                end -= 1
            } else if end - start >= 2, length(in: text, at: end - 2, end: end) == 2 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }
}
