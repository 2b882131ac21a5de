/// Keys of accepted rows, compared whole: no key is ever taken for another.
///
/// A key is `width` words; entries are numbered in the order in which they came.
package struct KeySet: Sendable {
    package let width: Int
    private var words: [Int64] = []
    private var table: [Int32] = Array(repeating: -1, count: 64)
    private var pending: [Int64]
    package private(set) var count = 0

    package init(width: Int) {
        self.width = width
        pending = Array(repeating: 0, count: width)
    }

    /// Sets one word of the key that ``insertPending()`` will insert.
    package mutating func set(_ position: Int, to word: Int64) {
        pending[position] = word
    }

    /// - Returns: The entry's number and whether it is new.
    package mutating func insertPending() -> (entry: Int32, isNew: Bool) {
        if (count + 1) * 2 > table.count { grow() }
        var place = Int(truncatingIfNeeded: Self.hash(pending.span)) & (table.count - 1)
        while table[place] >= 0 {
            if equalsPending(table[place]) { return (table[place], false) }
            place = (place + 1) & (table.count - 1)
        }
        let entry = Int32(count)
        words.append(contentsOf: pending)
        table[place] = entry
        count += 1
        return (entry, true)
    }

    private func equalsPending(_ entry: Int32) -> Bool {
        let start = Int(entry) * width
        for index in 0..<width where words[start + index] != pending[index] { return false }
        return true
    }

    private mutating func grow() {
        table = Array(repeating: -1, count: table.count * 2)
        for entry in 0..<count {
            let start = entry * width
            let hash = Self.hash(words.span.extracting(start..<start + width))
            var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
            while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
            table[place] = Int32(entry)
        }
    }

    private static func hash(_ key: Span<Int64>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for index in key.indices {
            hash = (hash ^ UInt64(bitPattern: key[index])) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash &>> 32
        }
        return hash
    }
}
