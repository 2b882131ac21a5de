internal import Batches
internal import CPlatform
internal import Glibc

/// Texts kept once each, as numbers: equal texts have equal numbers, in order of first appearance.
package struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    /// Where text `i` ends; it begins where text `i - 1` ends.
    private var ends: [Int] = []
    /// Open addressing: high half of the text's hash, then its number plus 1; 0 is a free place.
    ///
    /// The hash decides nearly always, so that a probe seldom looks at another text.
    private var table: [UInt64] = Array(repeating: 0, count: 64)

    package init() {}

    package var count: Int { ends.count }

    /// The number of `text`, new or old.
    package mutating func intern(_ text: Span<UInt8>) -> Int32 {
        if (ends.count + 1) * 2 > table.count { grow() }
        return intern(text, mark: Self.mark(of: text))
    }

    private mutating func intern(_ text: Span<UInt8>, mark: UInt64) -> Int32 {
        let place = find(text, mark)
        if table[place] != 0 { return Self.number(in: table[place]) }
        let number = Int32(ends.count)
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        ends.append(bytes.count)
        table[place] = mark | UInt64(number) + 1
        return number
    }

    /// The numbers of many texts, given as slices of `bytes`; null stays null.
    ///
    /// The memory of some is asked for before the first is looked for, and a text that is the one before it is
    /// not looked for at all: registers stand in the order of units.
    mutating func intern(_ slices: [Int64], in bytes: [UInt8]) -> [Int64] {
        var numbers: [Int64] = []
        numbers.reserveCapacity(slices.count)
        let source = bytes.span
        var marks = [UInt64](repeating: 0, count: Self.flight)
        var (last, lastNumber) = (0..<0, TypedColumn.null)
        var first = 0
        while first < slices.count {
            let end = min(first + Self.flight, slices.count)
            while (ends.count + Self.flight) * 2 > table.count { grow() }
            for place in first..<end where slices[place] != TypedColumn.null {
                let mark = Self.mark(
                    of: source.extracting(TypedColumn.range(ofSlice: slices[place])))
                marks[place - first] = mark
                fetch(mark)
            }
            for place in first..<end {
                guard slices[place] != TypedColumn.null else {
                    numbers.append(TypedColumn.null)
                    continue
                }
                let range = TypedColumn.range(ofSlice: slices[place])
                let text = source.extracting(range)
                if lastNumber == TypedColumn.null || !Self.areSame(source.extracting(last), text) {
                    lastNumber = Int64(intern(text, mark: marks[place - first]))
                    last = range
                }
                numbers.append(lastNumber)
            }
            first = end
        }
        return numbers
    }

    /// Texts whose memory is asked for at a time.
    private static var flight: Int { 32 }

    private func fetch(_ mark: UInt64) {
        let place = Self.place(of: mark, table.count - 1)
        unsafe table.withUnsafeBufferPointer { table in
            guard let start = table.baseAddress else { return }
            unsafe kinerja_prefetch_to_write(start + place)
        }
    }

    package mutating func intern(_ text: String) -> Int32 { intern(text.utf8.span) }

    /// - Returns: The number of `text`, or `nil` when it was never kept.
    package func number(of text: String) -> Int32? {
        let span = text.utf8.span
        let known = table[find(span, Self.mark(of: span))]
        return known == 0 ? nil : Self.number(in: known)
    }

    package func text(_ number: Int32) -> String {
        String(decoding: bytes[range(of: number)], as: UTF8.self)
    }

    package func withBytes<Result>(_ number: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(range(of: number)))
    }

    private func range(of number: Int32) -> Range<Int> {
        let index = Int(number)
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// The place of the text, or the free place where it belongs.
    private func find(_ text: Span<UInt8>, _ mark: UInt64) -> Int {
        let mask = table.count - 1
        var place = Self.place(of: mark, mask)
        while table[place] != 0 {
            let known = table[place]
            if known & Self.markBits == mark, equals(Self.number(in: known), text) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private func equals(_ number: Int32, _ text: Span<UInt8>) -> Bool {
        Self.areSame(bytes.span.extracting(range(of: number)), text)
    }

    private static func areSame(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        return unsafe a.withUnsafeBytes { a in
            unsafe b.withUnsafeBytes { b in
                guard let first = a.baseAddress, let second = b.baseAddress else { return true }
                return unsafe memcmp(first, second, a.count) == 0
            }
        }
    }

    /// The texts are not needed: a text's place follows from its mark.
    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: table.count * 2)
        let mask = larger.count - 1
        for known in table where known != 0 {
            var place = Self.place(of: known & Self.markBits, mask)
            while larger[place] != 0 { place = (place + 1) & mask }
            larger[place] = known
        }
        table = larger
    }

    private static var markBits: UInt64 { 0xFFFF_FFFF_0000_0000 }

    private static func number(in known: UInt64) -> Int32 {
        Int32(truncatingIfNeeded: (known & 0xFFFF_FFFF) &- 1)
    }

    /// Multiplied once more, so that 32 bits of hash spread over tables of any size.
    private static func place(of mark: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: ((mark &>> 32) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    }

    /// The high half of a hash that is the same in every process, taken eight bytes at a time.
    private static func mark(of text: Span<UInt8>) -> UInt64 {
        var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
        var place = 0
        while place + 8 <= text.count {
            // Eight bytes are left, any of them are a word.
            let word = unsafe text.bytes.unsafeLoadUnaligned(
                fromByteOffset: place, as: UInt64.self)
            hash = (hash ^ UInt64(littleEndian: word)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash &>> 32
            place += 8
        }
        while place < text.count {
            hash = (hash ^ UInt64(text[place])) &* 0x0000_0100_0000_01B3
            place += 1
        }
        hash = (hash ^ hash &>> 29) &* 0x9E37_79B9_7F4A_7C15
        return hash & markBits
    }
}
