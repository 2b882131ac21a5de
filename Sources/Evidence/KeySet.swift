/// Keys of accepted rows, compared whole: no key is ever taken for another.
///
/// A key is `width` words; entries are numbered in the order in which they came.
package struct KeySet: Sendable {
    package let width: Int
    private var words: [Int64] = []
    /// Open addressing: high half of the key's hash, then the entry's number plus 1; 0 is a free place.
    ///
    /// The hash decides nearly always, so that a probe seldom looks at the words of another key.
    private var table: [UInt64] = Array(repeating: 0, count: 64)
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
        let hash = Self.hash(pending.span)
        let mark = hash & 0xFFFF_FFFF_0000_0000
        let mask = table.count - 1
        var place = Self.place(of: mark, mask)
        while table[place] != 0 {
            let known = table[place]
            if known & 0xFFFF_FFFF_0000_0000 == mark {
                let entry = Int32(truncatingIfNeeded: (known & 0xFFFF_FFFF) &- 1)
                if equalsPending(entry) { return (entry, false) }
            }
            place = (place + 1) & mask
        }
        let entry = Int32(count)
        words.append(contentsOf: pending)
        count += 1
        table[place] = mark | UInt64(count)
        return (entry, true)
    }

    private func equalsPending(_ entry: Int32) -> Bool {
        let start = Int(entry) * width
        for index in 0..<width where words[start + index] != pending[index] { return false }
        return true
    }

    /// The words are not needed: a key's place follows from its mark.
    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: table.count * 2)
        let mask = larger.count - 1
        for known in table where known != 0 {
            var place = Self.place(of: known & 0xFFFF_FFFF_0000_0000, mask)
            while larger[place] != 0 { place = (place + 1) & mask }
            larger[place] = known
        }
        table = larger
    }

    /// Multiplied once more, so that 32 bits of hash spread over tables of any size.
    private static func place(of mark: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: ((mark &>> 32) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
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
