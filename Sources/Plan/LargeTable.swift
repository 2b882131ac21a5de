internal import CPlatform

/// Zeros for tables of millions that are looked into at random: on large pages where the system has them.
package enum LargeTable {
    package static func words(_ count: Int) -> [UInt64] {
        unsafe [UInt64](unsafeUninitializedCapacity: count) { room, filled in
            unsafe kinerja_ask_for_large_pages(room.baseAddress, Int64(count * 8))
            unsafe room.initialize(repeating: 0)
            filled = count
        }
    }

    package static func halfWords(_ count: Int) -> [UInt32] {
        unsafe [UInt32](unsafeUninitializedCapacity: count) { room, filled in
            unsafe kinerja_ask_for_large_pages(room.baseAddress, Int64(count * 4))
            unsafe room.initialize(repeating: 0)
            filled = count
        }
    }

    package static func signedWords(_ count: Int) -> [Int64] {
        unsafe [Int64](unsafeUninitializedCapacity: count) { room, filled in
            unsafe kinerja_ask_for_large_pages(room.baseAddress, Int64(count * 8))
            unsafe room.initialize(repeating: 0)
            filled = count
        }
    }
}
