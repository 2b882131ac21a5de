internal import Batches

/// Integers as their distance from the least of them, in as few bytes each as the farthest needs.
///
/// Layout: one byte (bytes of an entry, 0, 1, 2, 4 or 8, and 0x80 when entry 0 stands for an absent value), the
/// least value in eight bytes, then the entries; all little-endian.
enum PackedIntegers {
    private static let absentMark: UInt8 = 0x80
    private static let absent = Int64.min

    static func append(_ values: [Int64], to bytes: inout [UInt8]) {
        var (least, most, hasAbsent) = (Int64.max, Int64.min + 1, false)
        for value in values {
            if value == absent {
                hasAbsent = true
            } else {
                least = min(least, value)
                most = max(most, value)
            }
        }
        if least > most { (least, most) = (0, 0) }
        let shift: UInt64 = hasAbsent ? 1 : 0
        let farthest = UInt64(bitPattern: most &- least) &+ shift
        let width: UInt8 =
            farthest == 0
            ? 0 : farthest <= 0xFF ? 1 : farthest <= 0xFFFF ? 2 : farthest <= 0xFFFF_FFFF ? 4 : 8
        bytes.append(width | (hasAbsent ? absentMark : 0))
        append(least, to: &bytes)
        func entry(_ value: Int64) -> UInt64 {
            value == absent ? 0 : UInt64(bitPattern: value &- least) &+ shift
        }
        switch width {
        case 0: break
        case 1: for value in values { bytes.append(UInt8(truncatingIfNeeded: entry(value))) }
        case 2: append(values, UInt16.self, entry, to: &bytes)
        case 4: append(values, UInt32.self, entry, to: &bytes)
        default: append(values, UInt64.self, entry, to: &bytes)
        }
    }

    @inline(__always)
    private static func append<Entry: FixedWidthInteger>(
        _ values: [Int64], _ type: Entry.Type, _ entry: (Int64) -> UInt64, to bytes: inout [UInt8]
    ) {
        let width = MemoryLayout<Entry>.size
        bytes.append(addingCapacity: values.count * width) { room in
            for value in values {
                var rest = entry(value)
                for _ in 0..<width {
                    room.append(UInt8(truncatingIfNeeded: rest))
                    rest >>= 8
                }
            }
        }
    }

    static func append(_ value: Int64, to bytes: inout [UInt8]) {
        var rest = UInt64(bitPattern: value)
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Reads `count` integers and moves `place` behind them.
    static func read(
        _ count: Int, from bytes: [UInt8], at place: inout Int
    ) throws(BlockFailure) -> [Int64] {
        guard place + 9 <= bytes.count else { throw BlockFailure() }
        let (width, hasAbsent) = (Int(bytes[place] & 0x0F), bytes[place] & absentMark != 0)
        place += 1
        let least = try readOne(from: bytes, at: &place)
        guard [0, 1, 2, 4, 8].contains(width), count >= 0, place + count * width <= bytes.count
        else { throw BlockFailure() }
        let first = place
        place += count * width
        let shift: Int64 = hasAbsent ? 1 : 0
        func value(_ entry: UInt64) -> Int64 {
            hasAbsent && entry == 0 ? absent : least &+ Int64(bitPattern: entry) &- shift
        }
        switch width {
        case 0: return Array(repeating: value(0), count: count)
        case 1: return (0..<count).map { value(UInt64(bytes[first + $0])) }
        case 2: return entries(UInt16.self, count, bytes, first, value)
        case 4: return entries(UInt32.self, count, bytes, first, value)
        default: return entries(UInt64.self, count, bytes, first, value)
        }
    }

    @inline(__always)
    private static func entries<Entry: FixedWidthInteger & BitwiseCopyable>(
        _ type: Entry.Type, _ count: Int, _ bytes: [UInt8], _ first: Int,
        _ value: (UInt64) -> Int64
    ) -> [Int64] {
        let raw = bytes.span.bytes
        let width = MemoryLayout<Entry>.size
        return (0..<count).map { index in
            // The caller checked that all entries are there.
            let entry = unsafe raw.unsafeLoadUnaligned(
                fromByteOffset: first + index * width, as: Entry.self)
            return value(UInt64(Entry(littleEndian: entry)))
        }
    }

    static func readOne(from bytes: [UInt8], at place: inout Int) throws(BlockFailure) -> Int64 {
        guard place + 8 <= bytes.count else { throw BlockFailure() }
        var value: UInt64 = 0
        for index in (0..<8).reversed() { value = value << 8 | UInt64(bytes[place + index]) }
        place += 8
        return Int64(bitPattern: value)
    }
}

/// Bytes that are no block of columns, or not of the plan's.
package struct BlockFailure: Error, Hashable, Sendable {
    package init() {}
}
