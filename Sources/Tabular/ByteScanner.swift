internal import CPlatform

/// Looks into a text's bytes by blocks and words; the only place that reads them by pointer.
///
/// Safe to use where its one precondition holds: whoever makes it answers for that.
@safe
struct ByteScanner {
    private let text: UnsafePointer<UInt8>
    /// Bytes of text.
    let length: Int
    private let delimiter: UInt8
    private let quotePattern: UInt64
    private let escapePattern: UInt64

    // The block of 64 bytes in hand, its structural bytes, and which of them are still ahead.
    private var block = -64
    private var blockBits: UInt64 = 0
    private var bits: UInt64 = 0

    /// - Precondition: `text` has `length` bytes and 64 readable ones behind them, and outlives the
    ///   scanner; places asked for are 0...length.
    @unsafe
    init(text: UnsafePointer<UInt8>, length: Int, plan: CSVTokenizer) {
        unsafe self.text = unsafe text
        self.length = length
        delimiter = plan.dialect.delimiter[0]
        let quote = plan.dialect.quote ?? lineFeed
        quotePattern = pattern(quote)
        escapePattern = pattern(plan.ownEscape ?? quote)
    }

    /// The byte at a place; 0 behind the text.
    @inline(__always)
    subscript(place: Int) -> UInt8 { unsafe text[place] }

    /// Makes the next bit taken the first one at or behind `place`.
    @inline(__always)
    mutating func seek(_ place: Int) {
        let start = place & ~63
        if start != block { load(start) }
        bits = blockBits & (~0 &<< UInt64(truncatingIfNeeded: place & 63))
    }

    /// The place of the next delimiter's first byte, CR or LF; the text's length when there is
    /// none.
    @inline(__always)
    mutating func takeBit() -> Int {
        while bits == 0 {
            if block &+ 64 >= length { return length }
            load(block &+ 64)
            bits = blockBits
        }
        let place = block &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        return place
    }

    @inline(__always)
    private mutating func load(_ start: Int) {
        block = start
        blockBits = 0
        guard start < length else { return }
        // Text is followed by 64 readable bytes: bits behind its end are cut off.
        let found = unsafe kinerja_mask_of_three(text + start, delimiter, lineFeed, carriageReturn)
        let left = length &- start
        blockBits = left >= 64 ? found : found & ~(~0 &<< UInt64(truncatingIfNeeded: left))
    }

    /// Index of the next quote, escape, CR or LF; not below `limit` when there is none before it.
    @inline(__always)
    func nextSpecial(from start: Int, to limit: Int) -> Int {
        var place = start
        while place < limit {
            let word = word(at: place)
            let found =
                mayEqual(word, quotePattern) | mayEqual(word, escapePattern)
                | mayEqual(word, pattern(lineFeed)) | mayEqual(word, pattern(carriageReturn))
            if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
            place &+= 8
        }
        return place
    }

    @inline(__always)
    private func word(at place: Int) -> UInt64 {
        unsafe UInt64(
            littleEndian: UnsafeRawPointer(text + place).loadUnaligned(as: UInt64.self))
    }

    /// Whether there is a quote at `start` or behind it and before `end`.
    func hasQuote(from start: Int, to end: Int) -> Bool {
        var place = start
        while place < end {
            let found = mayEqual(word(at: place), quotePattern)
            if found != 0 { return place + found.trailingZeroBitCount / 8 < end }
            place += 8
        }
        return false
    }

    /// Whether the text at `place` is that of `bytes`, as far as there is text.
    func agrees(with bytes: [UInt8], at place: Int) -> Bool {
        for offset in 0..<min(bytes.count, length - place)
        where self[place + offset] != bytes[offset] {
            return false
        }
        return true
    }

    /// Index of the first LF or CR at or behind `start`; the length when there is none.
    func lineEnd(from start: Int) -> Int {
        var place = start
        while place < length {
            let word = word(at: place)
            let found = mayEqual(word, pattern(lineFeed)) | mayEqual(word, pattern(carriageReturn))
            if found != 0 { return min(place + found.trailingZeroBitCount / 8, length) }
            place += 8
        }
        return length
    }

    /// Whether all bytes from `start` on are ASCII; may say no where only bytes behind are not.
    func hasNoHighBit(from start: Int) -> Bool {
        var all = SIMD16<UInt8>(repeating: 0)
        for place in stride(from: start, to: length, by: 16) {
            unsafe all |= UnsafeRawPointer(text + place).loadUnaligned(as: SIMD16<UInt8>.self)
        }
        return all.max() < 0x80
    }

    func isUTF8(_ range: Range<Int>) -> Bool {
        let bytes = unsafe UnsafeBufferPointer(start: text + range.lowerBound, count: range.count)
        return unsafe (try? UTF8Span(validating: bytes.span)) != nil
    }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

@inline(__always)
private func pattern(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

/// A word whose lowest set bit is the top bit of the first byte equal to the pattern's.
///
/// Bits above that one may be false: cheaper, and only the first is looked at.
@inline(__always)
private func mayEqual(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
}
