/// Texts kept once each, as numbers: equal texts have equal numbers, in order of first appearance.
package struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    /// Where text `i` ends; it begins where text `i - 1` ends.
    private var ends: [Int] = []
    /// Open addressing over text numbers; -1 is a free place.
    private var table: [Int32] = Array(repeating: -1, count: 64)

    package init() {}

    package var count: Int { ends.count }

    /// The number of `text`, new or old.
    package mutating func intern(_ text: Span<UInt8>) -> Int32 {
        if (ends.count + 1) * 2 > table.count { grow() }
        var place = Int(truncatingIfNeeded: Self.hash(text)) & (table.count - 1)
        while table[place] >= 0 {
            if equals(table[place], text) { return table[place] }
            place = (place + 1) & (table.count - 1)
        }
        let number = Int32(ends.count)
        for index in text.indices { bytes.append(text[index]) }
        ends.append(bytes.count)
        table[place] = number
        return number
    }

    package mutating func intern(_ text: String) -> Int32 { intern(text.utf8.span) }

    /// - Returns: The number of `text`, or `nil` when it was never kept.
    package func number(of text: String) -> Int32? {
        let span = text.utf8.span
        var place = Int(truncatingIfNeeded: Self.hash(span)) & (table.count - 1)
        while table[place] >= 0 {
            if equals(table[place], span) { return table[place] }
            place = (place + 1) & (table.count - 1)
        }
        return nil
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

    private func equals(_ number: Int32, _ text: Span<UInt8>) -> Bool {
        let range = range(of: number)
        guard range.count == text.count else { return false }
        for index in text.indices where bytes[range.lowerBound + index] != text[index] {
            return false
        }
        return true
    }

    private mutating func grow() {
        table = Array(repeating: -1, count: table.count * 2)
        for number in ends.indices {
            let hash = withBytes(Int32(number)) { Self.hash($0) }
            var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
            while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
            table[place] = Int32(number)
        }
    }

    /// FNV-1a with a last mix; the same in every process.
    private static func hash(_ text: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x0100_0000_01B3 }
        return hash ^ (hash &>> 29)
    }
}
