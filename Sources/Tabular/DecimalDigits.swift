/// Decimal digits of an integer, eight at a time in one word instead of one division each.
enum DecimalDigits {
    /// The eight digits of `value`, which is below 10^8, as ASCII; the first is the lowest byte.
    static func eight(_ value: UInt64) -> UInt64 {
        // Two numbers of four digits side by side, then four of two, then eight of one. 10486/2^20
        // is 1/100 for numbers below 10^4, and 103/2^10 is 1/10 for numbers below 100.
        let fours = value / 10_000 | (value % 10_000) &<< 32
        let hundreds = (fours &* 10_486) &>> 20 & 0x0000_007F_0000_007F
        let pairs = hundreds | (fours &- 100 &* hundreds) &<< 16
        let tens = (pairs &* 103) &>> 10 & 0x000F_000F_000F_000F
        return (tens | (pairs &- 10 &* tens) &<< 8) | 0x3030_3030_3030_3030
    }

    /// Stores 24 digits of `value`, with the zeros in front.
    static func store(_ value: UInt64, in target: UnsafeMutableRawPointer) {
        let upper = value / 100_000_000
        unsafe target.storeBytes(
            of: eight(upper / 100_000_000).littleEndian, as: UInt64.self)
        unsafe target.storeBytes(
            of: eight(upper % 100_000_000).littleEndian, toByteOffset: 8, as: UInt64.self)
        unsafe target.storeBytes(
            of: eight(value % 100_000_000).littleEndian, toByteOffset: 16, as: UInt64.self)
    }
}
