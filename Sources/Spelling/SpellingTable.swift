/// The spellings of a closed list and the code of each: a hash table over bytes.
///
/// Built once from a definition and then read by all threads for every row, so a look-up neither
/// allocates nor makes a `String`, and compares the whole key: it is never mistaken.
package struct SpellingTable: Sendable {
    /// The spellings as they were given, in that order.
    package let spellings: [String]

    private let isFolded: Bool
    /// All keys one after the other.
    private let keys: [UInt8]
    /// - Invariant: a power of two, at least twice as many as keys; a free slot has a count of -1.
    private let slots: [Slot]

    /// Builds the table; of several entries with one key the first stands.
    ///
    /// - Parameters:
    ///   - entries: Each spelling with its code.
    ///   - folded: Whether spellings are compared by ``FoldedSpelling``; otherwise byte by byte.
    ///     What folds to nothing, such as `-`, is always compared byte by byte: it is not the empty
    ///     text.
    package init(_ entries: [(spelling: String, code: Int32)], folded: Bool) {
        var keys: [UInt8] = []
        var capacity = 4
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [Slot](repeating: .free, count: capacity)
        var key: [UInt8] = []
        for entry in entries {
            if folded {
                FoldedSpelling.fold(entry.spelling.utf8.span, into: &key)
            }
            if !folded || key.isEmpty { key = Array(entry.spelling.utf8) }
            let probe = Probe(exact: key.span)
            let found = SpellingTable.find(
                probe, in: slots.span,
                isSame: { slot in
                    keys[Int(slot.start)..<Int(slot.start + slot.count)].elementsEqual(key)
                })
            guard case .free(let index) = found else { continue }
            slots[index] = Slot(
                word: probe.word, start: Int32(keys.count), count: Int32(key.count),
                code: entry.code)
            keys += key
        }
        self.keys = keys
        self.slots = slots
        isFolded = folded
        spellings = entries.map(\.spelling)
    }

    /// The code of a spelling; nil when the table does not have it.
    package func code(of text: Span<UInt8>) -> Int32? {
        var probe = isFolded ? Probe(folding: text) : Probe(exact: text)
        let comparesFolded = isFolded && probe.count > 0
        if isFolded && !comparesFolded { probe = Probe(exact: text) }
        let keys = keys.span
        let found = SpellingTable.find(
            probe, in: slots.span,
            isSame: { slot in
                comparesFolded
                    ? SpellingTable.isSameFolded(slot, keys, text)
                    : SpellingTable.isSame(slot, keys, text)
            })
        guard case .used(let slot) = found else { return nil }
        return slot.code
    }

    private enum Finding {
        case free(Int)
        case used(Slot)
    }

    /// Walks from the key's home slot to the key or to the first free slot.
    @inline(__always)
    private static func find(
        _ probe: Probe, in slots: Span<Slot>, isSame: (Slot) -> Bool
    ) -> Finding {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: probe.hash) & mask
        while true {
            let slot = slots[index]
            if slot.count < 0 { return .free(index) }
            // Up to eight bytes the word is the key itself.
            if slot.word == probe.word, slot.count == probe.count,
                probe.count <= 8 || isSame(slot)
            {
                return .used(slot)
            }
            index = (index + 1) & mask
        }
    }

    private static func isSame(_ slot: Slot, _ keys: Span<UInt8>, _ text: Span<UInt8>) -> Bool {
        for offset in 0..<text.count where keys[Int(slot.start) + offset] != text[offset] {
            return false
        }
        return true
    }

    private static func isSameFolded(
        _ slot: Slot, _ keys: Span<UInt8>, _ text: Span<UInt8>
    ) -> Bool {
        var position = 0
        var offset = Int(slot.start)
        while let byte = FoldedSpelling.next(in: text, at: &position) {
            if keys[offset] != byte { return false }
            offset += 1
        }
        return true
    }

    /// One place of the table.
    private struct Slot: Sendable {
        static let free = Slot(word: 0, start: 0, count: -1, code: 0)

        /// The first eight bytes of the key, the first one lowest, zeros behind a shorter key.
        let word: UInt64
        /// Where the key begins among all keys.
        let start: Int32
        /// Bytes of the key.
        let count: Int32
        let code: Int32
    }

    /// What is known of a key before it is compared.
    private struct Probe {
        var word: UInt64 = 0
        var count: Int32 = 0
        var hash: UInt64 = 0

        init(exact text: Span<UInt8>) {
            for offset in 0..<text.count { take(text[offset]) }
            finish()
        }

        init(folding text: Span<UInt8>) {
            var position = 0
            while let byte = FoldedSpelling.next(in: text, at: &position) { take(byte) }
            finish()
        }

        @inline(__always)
        private mutating func take(_ byte: UInt8) {
            if count < 8 {
                word |= UInt64(byte) &<< UInt64(truncatingIfNeeded: count &* 8)
            } else {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
            count &+= 1
        }

        /// Multiplies by an odd constant and brings the well-mixed high bits down to the mask.
        private mutating func finish() {
            hash = (hash ^ word ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash &>> 32
        }
    }
}
