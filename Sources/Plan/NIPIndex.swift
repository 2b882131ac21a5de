internal import CPlatform

/// Numbers of people (NIP) to dense indexes: an open-addressing table over integers.
///
/// - Complexity: One probe or two per look-up; the table is at most half full.
package struct NIPIndex: Sendable {
    private struct Slot {
        /// 0 marks a free place; no NIP is 0.
        var nip: UInt64 = 0
        var index: Int32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 16)
    private var shift: UInt64 = 60
    /// By index.
    package private(set) var nips: [UInt64] = []

    package init() {}

    package var count: Int { nips.count }

    /// - Returns: The index of `nip`, or -1.
    package func index(of nip: UInt64) -> Int32 {
        var place = Int(truncatingIfNeeded: Self.scramble(nip) &>> shift)
        while slots[place].nip != 0 {
            if slots[place].nip == nip { return slots[place].index }
            place = (place + 1) & (slots.count - 1)
        }
        return -1
    }

    /// Gives `nip` the next index.
    ///
    /// - Precondition: `nip` is not 0 and not in the table.
    /// - Returns: Its index.
    @discardableResult
    package mutating func append(_ nip: UInt64) -> Int32 {
        precondition(nip != 0)
        if (count + 1) * 2 > slots.count { grow(to: slots.count * 2) }
        let index = Int32(count)
        place(nip, index)
        nips.append(nip)
        return index
    }

    package mutating func reserveCapacity(_ count: Int) {
        nips.reserveCapacity(count)
        var capacity = slots.count
        while capacity < count * 2 { capacity *= 2 }
        if capacity > slots.count { grow(to: capacity) }
    }

    private mutating func place(_ nip: UInt64, _ index: Int32) {
        var place = Int(truncatingIfNeeded: Self.scramble(nip) &>> shift)
        while slots[place].nip != 0 {
            precondition(slots[place].nip != nip, "a NIP is inserted once")
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = Slot(nip: nip, index: index)
    }

    private mutating func grow(to capacity: Int) {
        slots = Array(repeating: Slot(), count: capacity)
        shift = UInt64(64 - capacity.trailingZeroBitCount)
        for (index, nip) in nips.enumerated() { place(nip, Int32(index)) }
    }

    /// Fibonacci hashing: the high bits of the product are well mixed.
    private static func scramble(_ nip: UInt64) -> UInt64 { nip &* 0x9E37_79B9_7F4A_7C15 }
}

extension NIPIndex {
    /// Looks up many numbers at once.
    ///
    /// The memory of all is asked for before the first is looked at, so that the waits overlap; a number that
    /// is the last one's, or its neighbour in the register, costs no look into the table: exports mostly
    /// stand in the register's order.
    ///
    /// - Parameter values: Numbers, or any negative number for none.
    /// - Returns: The index of each, -1 where it is none or unknown.
    package func indexes(of values: [Int64]) -> [Int32] {
        unsafe slots.withUnsafeBufferPointer { slots in
            unsafe nips.withUnsafeBufferPointer { nips in
                unsafe values.withUnsafeBufferPointer { values in
                    unsafe [Int32](unsafeUninitializedCapacity: values.count) { found, count in
                        unsafe look(up: values, slots, nips, into: found)
                        count = values.count
                    }
                }
            }
        }
    }

    /// Look-ups whose memory is asked for at a time.
    private static var flight: Int { 64 }

    private func look(
        up values: UnsafeBufferPointer<Int64>, _ slots: UnsafeBufferPointer<Slot>,
        _ nips: UnsafeBufferPointer<UInt64>, into found: UnsafeMutableBufferPointer<Int32>
    ) {
        guard let start = slots.baseAddress else { return }
        let mask = slots.count - 1
        let shift = self.shift
        var last: Int64 = -1
        var lastIndex: Int32 = -1
        var first = 0
        while first < values.count {
            let end = min(first + Self.flight, values.count)
            for row in first..<end {
                let place = unsafe Self.scramble(UInt64(bitPattern: values[row])) &>> shift
                unsafe kinerja_prefetch_to_read(start + Int(truncatingIfNeeded: place))
            }
            for row in first..<end {
                let value = unsafe values[row]
                if value == last {
                    unsafe found[row] = lastIndex
                    continue
                }
                let next = Int(lastIndex) &+ 1
                if unsafe next > 0 && next < nips.count && nips[next] == UInt64(bitPattern: value) {
                    lastIndex = Int32(truncatingIfNeeded: next)
                } else if value < 0 {
                    unsafe found[row] = -1
                    continue
                } else {
                    lastIndex = unsafe probe(UInt64(bitPattern: value), slots, mask)
                }
                last = value
                unsafe found[row] = lastIndex
            }
            first = end
        }
    }

    @inline(__always)
    private func probe(
        _ nip: UInt64, _ slots: UnsafeBufferPointer<Slot>, _ mask: Int
    ) -> Int32 {
        var place = Int(truncatingIfNeeded: Self.scramble(nip) &>> shift)
        while unsafe slots[place].nip != 0 {
            if unsafe slots[place].nip == nip { return unsafe slots[place].index }
            place = (place &+ 1) & mask
        }
        return -1
    }
}
