/// Numbers of people (NIP) to dense indexes: an open-addressing table over integers.
///
/// - Complexity: One probe or two per look-up; the table is at most half full.
package struct NIPIndex: Sendable {
    /// 0 marks a free place; no NIP is 0.
    private var keys: [UInt64]
    private var values: [Int32]
    private var shift: UInt64
    package private(set) var count = 0

    package init() {
        keys = Array(repeating: 0, count: 16)
        values = Array(repeating: 0, count: 16)
        shift = 60
    }

    /// - Returns: The index of `nip`, or -1.
    package func index(of nip: UInt64) -> Int32 {
        var place = Int(truncatingIfNeeded: Self.scramble(nip) &>> shift)
        while keys[place] != 0 {
            if keys[place] == nip { return values[place] }
            place = (place + 1) & (keys.count - 1)
        }
        return -1
    }

    /// - Precondition: `nip` is not 0 and not in the table.
    package mutating func insert(_ nip: UInt64, index: Int32) {
        precondition(nip != 0)
        if (count + 1) * 2 > keys.count { grow() }
        place(nip, index)
        count += 1
    }

    private mutating func place(_ nip: UInt64, _ index: Int32) {
        var place = Int(truncatingIfNeeded: Self.scramble(nip) &>> shift)
        while keys[place] != 0 {
            precondition(keys[place] != nip, "a NIP is inserted once")
            place = (place + 1) & (keys.count - 1)
        }
        keys[place] = nip
        values[place] = index
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = Array(repeating: 0, count: old.0.count * 2)
        values = Array(repeating: 0, count: old.0.count * 2)
        shift &-= 1
        for (place, nip) in old.0.enumerated() where nip != 0 {
            self.place(nip, old.1[place])
        }
    }

    /// Fibonacci hashing: the high bits of the product are well mixed.
    private static func scramble(_ nip: UInt64) -> UInt64 { nip &* 0x9E37_79B9_7F4A_7C15 }
}
