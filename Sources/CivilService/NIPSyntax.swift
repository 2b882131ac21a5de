/// The syntax of a ``NIP`` given as numbers of eight digits, inlined into loops over millions of cells.
@usableFromInline
package enum NIPSyntax {
    /// Whether birth month and day, appointment month and sex digit are in their ranges.
    @inlinable @inline(__always)
    package static func holds(birth: UInt64, appointment: UInt64) -> Bool {
        // Below 10⁸: the divisions are those of 32 bits.
        let birth = UInt32(truncatingIfNeeded: birth)
        let rest = UInt32(truncatingIfNeeded: appointment) % 10_000
        let monthAndDay = birth % 10_000
        let sex = rest / 10 % 10
        // One subtraction per range: what is below the range wraps to a large number.
        return (monthAndDay / 100) &- 1 < 12 && (monthAndDay % 100) &- 1 < 31
            && (rest / 100) &- 1 < 12 && sex &- 1 < 2
    }
}
