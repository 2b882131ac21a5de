internal import CPlatform

/// Zeros for tables of millions that are looked into at random: on large pages where the system has them.
package enum LargeTable {
    package static func words(_ count: Int) -> [UInt64] { zeros(count) }

    package static func halfWords(_ count: Int) -> [UInt32] { zeros(count) }

    package static func signedWords(_ count: Int) -> [Int64] { zeros(count) }

    @inline(__always)
    private static func zeros<Value: FixedWidthInteger>(_ count: Int) -> [Value] {
        unsafe [Value](unsafeUninitializedCapacity: count) { room, filled in
            unsafe kinerja_ask_for_large_pages(
                room.baseAddress, Int64(count * MemoryLayout<Value>.stride))
            unsafe room.initialize(repeating: 0)
            filled = count
        }
    }
}
