internal import CPlatform
internal import Plan

/// Keys of accepted rows as numbers in an open-addressing table, compared whole.
struct PackedKeys: Sendable {
    /// Look-ups whose memory is asked for at a time.
    private static let flight = 32

    /// The key and 1; 0 is a free place.
    private var table = [UInt64](repeating: 0, count: 1_024)
    private var shift: UInt64 = 54
    private(set) var count = 0

    /// Makes room, so that the table does not grow step by step.
    mutating func reserveCapacity(_ expected: Int) {
        var capacity = table.count
        while capacity * 5 < expected * 8 { capacity *= 2 }
        if capacity > table.count { grow(to: capacity) }
    }

    /// Notes the keys of the rows, in their order.
    ///
    /// - Parameters:
    ///   - keys: By row of the batch; not negative.
    ///   - rows: Rows that count.
    /// - Returns: The rows whose key was there.
    mutating func insert(_ keys: [Int64], of rows: [Int32]) -> [Int32] {
        reserveCapacity(count + rows.count)
        var repeated: [Int32] = []
        let shift = self.shift
        var added = 0
        unsafe table.withUnsafeMutableBufferPointer { table in
            unsafe keys.withUnsafeBufferPointer { keys in
                unsafe rows.withUnsafeBufferPointer { rows in
                    guard let start = table.baseAddress else { return }
                    let mask = table.count - 1
                    var first = 0
                    while first < rows.count {
                        let end = min(first + Self.flight, rows.count)
                        for index in first..<end {
                            let key = unsafe UInt64(bitPattern: keys[Int(rows[index])]) &+ 1
                            unsafe kinerja_prefetch_to_write(start + Self.home(key, shift))
                        }
                        for index in first..<end {
                            let key = unsafe UInt64(bitPattern: keys[Int(rows[index])]) &+ 1
                            var place = Self.home(key, shift)
                            while true {
                                let known = unsafe table[place]
                                if known == key {
                                    repeated.append(unsafe rows[index])
                                    break
                                }
                                if known == 0 {
                                    unsafe table[place] = key
                                    added &+= 1
                                    break
                                }
                                place = (place &+ 1) & mask
                            }
                        }
                        first = end
                    }
                }
            }
        }
        count += added
        return repeated
    }

    private mutating func grow(to capacity: Int) {
        let old = table
        table = LargeTable.words(capacity)
        shift = UInt64(64 - capacity.trailingZeroBitCount)
        let mask = capacity - 1
        for key in old where key != 0 {
            var place = Self.home(key, shift)
            while table[place] != 0 { place = (place + 1) & mask }
            table[place] = key
        }
    }

    /// Fibonacci hashing: the high bits of the product are well mixed.
    @inline(__always)
    private static func home(_ key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }
}
