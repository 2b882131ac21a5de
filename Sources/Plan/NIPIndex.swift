internal import CPlatform

/// Numbers of people (NIP) to dense indexes: an open-addressing table of indexes over the numbers.
///
/// - Complexity: One probe or two per look-up; the table is at most half full and four bytes wide, so that
///   millions of people stay near the processor.
package struct NIPIndex: Sendable {
    /// Low bits: the index and 1, 0 for a free place. High bits: some of the number's hash, which tell nearly
    /// always whether to look at the number itself.
    private var slots = [UInt32](repeating: 0, count: 16)
    private var shift: UInt64 = 60
    /// By index.
    package private(set) var nips: [UInt64] = []

    private static var indexBits: UInt32 { 26 }
    private static var indexMask: UInt32 { (1 << indexBits) - 1 }

    package init() {}

    package var count: Int { nips.count }

    /// - Returns: The index of `nip`, or -1.
    package func index(of nip: UInt64) -> Int32 {
        let hash = Self.scramble(nip)
        let mark = Self.mark(hash)
        var place = Int(truncatingIfNeeded: hash &>> shift)
        while slots[place] != 0 {
            let slot = slots[place]
            let index = Int(slot & Self.indexMask) - 1
            if slot & ~Self.indexMask == mark, nips[index] == nip { return Int32(index) }
            place = (place + 1) & (slots.count - 1)
        }
        return -1
    }

    /// Gives `nip` the next index.
    ///
    /// - Precondition: `nip` is not in the table, and fewer than 2²⁶ - 1 are.
    /// - Returns: Its index.
    @discardableResult
    package mutating func append(_ nip: UInt64) -> Int32 {
        if (count + 1) * 2 > slots.count { grow(to: slots.count * 2) }
        let index = count
        precondition(index < Self.indexMask - 1, "an index has 26 bits")
        nips.append(nip)
        place(nip, index)
        return Int32(index)
    }

    package mutating func reserveCapacity(_ count: Int) {
        nips.reserveCapacity(count)
        var capacity = slots.count
        while capacity < count * 2 { capacity *= 2 }
        if capacity > slots.count { grow(to: capacity) }
    }

    private mutating func place(_ nip: UInt64, _ index: Int) {
        let hash = Self.scramble(nip)
        var place = Int(truncatingIfNeeded: hash &>> shift)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = Self.mark(hash) | UInt32(truncatingIfNeeded: index + 1)
    }

    private mutating func grow(to capacity: Int) {
        slots = LargeTable.halfWords(capacity)
        shift = UInt64(64 - capacity.trailingZeroBitCount)
        for (index, nip) in nips.enumerated() { place(nip, index) }
    }

    /// Fibonacci hashing: the high bits of the product are well mixed.
    @inline(__always)
    private static func scramble(_ nip: UInt64) -> UInt64 { nip &* 0x9E37_79B9_7F4A_7C15 }

    /// Bits of the hash that do not decide the place in any table of so many people.
    @inline(__always)
    private static func mark(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash &>> 8) & ~indexMask
    }
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

    /// Numbers what is new, in the order given.
    ///
    /// - Parameter values: Numbers, or any negative number for none.
    /// - Returns: The index of each, -1 where it is none.
    package mutating func number(_ values: [Int64]) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(values.count)
        var first = 0
        while first < values.count {
            let end = min(first + Self.flight, values.count)
            reserveCapacity(count + Self.flight)
            unsafe slots.withUnsafeBufferPointer { slots in
                guard let start = slots.baseAddress else { return }
                for row in first..<end {
                    let home = Self.scramble(UInt64(bitPattern: values[row])) &>> shift
                    unsafe kinerja_prefetch_to_write(start + Int(truncatingIfNeeded: home))
                }
            }
            for row in first..<end {
                guard values[row] >= 0 else {
                    numbers.append(-1)
                    continue
                }
                let nip = UInt64(values[row])
                let known = index(of: nip)
                numbers.append(known >= 0 ? known : append(nip))
            }
            first = end
        }
        return numbers
    }

    /// Look-ups whose memory is asked for at a time.
    private static var flight: Int { 64 }

    private func look(
        up values: UnsafeBufferPointer<Int64>, _ slots: UnsafeBufferPointer<UInt32>,
        _ nips: UnsafeBufferPointer<UInt64>, into found: UnsafeMutableBufferPointer<Int32>
    ) {
        guard let start = slots.baseAddress else { return }
        let shift = self.shift
        var last: Int64 = -1
        var lastIndex: Int32 = -1
        var first = 0
        while first < values.count {
            let end = min(first + Self.flight, values.count)
            for row in first..<end {
                let home = unsafe Self.scramble(UInt64(bitPattern: values[row])) &>> shift
                unsafe kinerja_prefetch_to_read(start + Int(truncatingIfNeeded: home))
            }
            if let people = nips.baseAddress {
                for row in first..<end {
                    let home = unsafe Self.scramble(UInt64(bitPattern: values[row])) &>> shift
                    let slot = unsafe start[Int(truncatingIfNeeded: home)] & Self.indexMask
                    unsafe kinerja_prefetch_to_read(people + max(0, Int(slot) &- 1))
                }
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
                    lastIndex = unsafe probe(UInt64(bitPattern: value), slots, nips)
                }
                last = value
                unsafe found[row] = lastIndex
            }
            first = end
        }
    }

    @inline(__always)
    private func probe(
        _ nip: UInt64, _ slots: UnsafeBufferPointer<UInt32>, _ nips: UnsafeBufferPointer<UInt64>
    ) -> Int32 {
        let hash = Self.scramble(nip)
        let mark = Self.mark(hash)
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash &>> shift)
        while true {
            let slot = unsafe slots[place]
            if slot == 0 { return -1 }
            if slot & ~Self.indexMask == mark {
                let index = Int(slot & Self.indexMask) &- 1
                if unsafe nips[index] == nip { return Int32(truncatingIfNeeded: index) }
            }
            place = (place &+ 1) & mask
        }
    }
}
