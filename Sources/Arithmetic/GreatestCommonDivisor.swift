/// Greatest common divisors by Stein's binary method.
///
/// Reducing is most of the cost of an exact sum, and shifts are several times cheaper than the
/// divisions of Euclid's method, above all at 128 bits.
enum GreatestCommonDivisor {
    /// The greatest number that divides both; the other one when either is 0.
    static func of(_ first: UInt64, _ second: UInt64) -> UInt64 {
        if first == 0 { return second }
        if second == 0 { return first }
        let shift = (first | second).trailingZeroBitCount
        var a = first &>> UInt64(truncatingIfNeeded: first.trailingZeroBitCount)
        var b = second
        repeat {
            b &>>= UInt64(truncatingIfNeeded: b.trailingZeroBitCount)
            let larger = max(a, b)
            a = min(a, b)
            b = larger &- a
        } while b != 0
        return a &<< UInt64(truncatingIfNeeded: shift)
    }

    /// The greatest number that divides both; the other one when either is 0.
    static func of(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (a, b) = (max(first, second), min(first, second))
        // Euclid's steps while one operand is wide: one division takes off up to 64 bits.
        while b != 0 {
            if let narrowA = UInt64(exactly: a), let narrowB = UInt64(exactly: b) {
                return UInt128(of(narrowA, narrowB))
            }
            (a, b) = (b, a % b)
        }
        return a
    }
}
