/// Eight ASCII digits read as one word, since numbers stand in tens of millions of rows.
@usableFromInline
package enum EightDigits {
    /// The number that eight digits spell.
    ///
    /// - Precondition: `text` has eight bytes from `offset` on.
    /// - Returns: 0...99_999_999, or nil when one of the bytes is not a digit.
    @inlinable @inline(__always)
    package static func value(of text: Span<UInt8>, at offset: Int) -> UInt64? {
        precondition(offset >= 0 && offset <= text.count - 8, "eight bytes must follow")
        // Any eight bytes are a word, and the bounds were checked above.
        let loaded = unsafe text.bytes.unsafeLoadUnaligned(
            fromByteOffset: offset, as: UInt64.self)
        return value(UInt64(littleEndian: loaded))
    }

    /// The number that the eight digits in a word spell, the first one lowest.
    ///
    /// - Returns: 0...99_999_999, or nil when one of the bytes is not a digit.
    @inlinable @inline(__always)
    package static func value(_ word: UInt64) -> UInt64? {
        // A digit is 0x30...0x39: high half 3, and still 3 after adding 6.
        let highHalves = word & 0xF0F0_F0F0_F0F0_F0F0
        let raisedHalves = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
        guard highHalves | (raisedHalves &>> 4) == 0x3333_3333_3333_3333 else { return nil }
        // Neighbours are joined pairwise: digits to pairs, then pairs to the whole in one multiply.
        let digits = word & 0x0F0F_0F0F_0F0F_0F0F
        let pairs = (digits &* 10) &+ (digits &>> 8)
        let outer = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let inner = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (outer &+ inner) &>> 32
    }
}
