/// An exact fraction, so that no score depends on the order in which its parts were added.
///
/// Ordinary values are a reduced pair of 128-bit integers with checked arithmetic. On overflow the
/// value silently becomes integers of any length, and shrinks back as soon as it fits again.
package struct Rational: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// - Invariant: reduced and with a positive denominator; small whenever it fits, so that equal
    ///   values have equal storage. A small numerator is never `Int128.min`: it can be negated.
    enum Storage: Hashable, Sendable {
        case small(Int128, Int128)
        case big(BigFraction)
    }

    private(set) var storage: Storage

    package static let zero = Rational(0)
    package static let one = Rational(1)

    init(storage: Storage) { self.storage = storage }

    /// Makes a whole number.
    package init(_ value: Int) { storage = .small(Int128(value), 1) }

    /// Makes and reduces a fraction.
    ///
    /// - Precondition: `denominator` is not 0.
    package init(_ numerator: Int128, over denominator: Int128) {
        precondition(denominator != 0, "a fraction needs a denominator other than 0")
        guard numerator != .min, denominator != .min else {
            self.init(reducingBig: numerator, over: denominator)
            return
        }
        let isNegative = denominator < 0
        self.init(
            reducing: isNegative ? -numerator : numerator,
            overPositive: isNegative ? -denominator : denominator)
    }

    /// Makes and reduces a fraction.
    ///
    /// - Precondition: `denominator` is not 0.
    package init(_ numerator: Int64, over denominator: Int64) {
        self.init(Int128(numerator), over: Int128(denominator))
    }

    /// Makes and reduces a fraction; without it a fraction of two literals would be ambiguous.
    ///
    /// - Precondition: `denominator` is not 0.
    package init(_ numerator: Int, over denominator: Int) {
        self.init(Int128(numerator), over: Int128(denominator))
    }

    /// - Precondition: `denominator` is positive.
    private init(reducing numerator: Int128, overPositive denominator: Int128) {
        if denominator == 1 {
            self.init(reduced: numerator, over: 1)
            return
        }
        let divisor = GreatestCommonDivisor.of(numerator.magnitude, denominator.magnitude)
        self.init(
            reduced: Rational.divide(numerator, by: divisor),
            over: Rational.divide(denominator, by: divisor))
    }

    private init(reduced numerator: Int128, over denominator: Int128) {
        if numerator == .min {
            self.init(reducingBig: numerator, over: denominator)
        } else {
            self.init(storage: .small(numerator, denominator))
        }
    }

    package static func + (a: Rational, b: Rational) -> Rational {
        if case .small(let n1, let d1) = a.storage, case .small(let n2, let d2) = b.storage,
            let sum = smallSum(n1, d1, n2, d2)
        {
            return sum
        }
        return a.widened + b.widened
    }

    package static func - (a: Rational, b: Rational) -> Rational { a + -b }

    package static func * (a: Rational, b: Rational) -> Rational {
        if case .small(let n1, let d1) = a.storage, case .small(let n2, let d2) = b.storage,
            let product = smallProduct(n1, d1, n2, d2)
        {
            return product
        }
        return a.widened * b.widened
    }

    /// Divides exactly.
    ///
    /// - Precondition: `b` is not 0.
    package static func / (a: Rational, b: Rational) -> Rational {
        precondition(!b.isZero, "division of a fraction by 0")
        if case .small(let n1, let d1) = a.storage, case .small(let n2, let d2) = b.storage,
            let quotient = smallProduct(n1, d1, n2 < 0 ? -d2 : d2, n2 < 0 ? -n2 : n2)
        {
            return quotient
        }
        return a.widened / b.widened
    }

    package static func += (a: inout Rational, b: Rational) { a = a + b }

    package static prefix func - (a: Rational) -> Rational {
        switch a.storage {
        case .small(let numerator, let denominator):
            return Rational(storage: .small(-numerator, denominator))
        case .big(let fraction):
            // Through reduction, since the negative of 2^127 is small again.
            return Rational(reducing: -fraction.numerator, over: fraction.denominator)
        }
    }

    package static func < (a: Rational, b: Rational) -> Bool {
        guard case .small(let n1, let d1) = a.storage, case .small(let n2, let d2) = b.storage
        else { return a.widened < b.widened }
        if d1 == d2 { return n1 < n2 }
        if n1.signum() != n2.signum() { return n1 < n2 }
        let left = n1.magnitude.multipliedFullWidth(by: d2.magnitude)
        let right = n2.magnitude.multipliedFullWidth(by: d1.magnitude)
        return n1 < 0
            ? (right.high, right.low) < (left.high, left.low)
            : (left.high, left.low) < (right.high, right.low)
    }

    /// -1, 0 or 1.
    package var signum: Int {
        switch storage {
        case .small(let numerator, _): Int(numerator.signum())
        case .big(let fraction): fraction.numerator.signum() < 0 ? -1 : 1
        }
    }

    package var isZero: Bool { storage == .small(0, 1) }

    /// The sum of two small values; nil when 128 bits do not hold a part of it.
    private static func smallSum(
        _ n1: Int128, _ d1: Int128, _ n2: Int128, _ d2: Int128
    ) -> Rational? {
        if d1 == d2 {
            let (sum, overflow) = n1.addingReportingOverflow(n2)
            return overflow ? nil : Rational(reducing: sum, overPositive: d1)
        }
        if let narrow1 = Int64(exactly: n1), let narrow2 = Int64(exactly: n2),
            let over1 = Int64(exactly: d1), let over2 = Int64(exactly: d2)
        {
            return narrowSum(narrow1, over1, narrow2, over2)
        }
        let common = GreatestCommonDivisor.of(d1.magnitude, d2.magnitude)
        let factor1 = divide(d2, by: common)
        let factor2 = divide(d1, by: common)
        let (left, overflow1) = n1.multipliedReportingOverflow(by: factor1)
        let (right, overflow2) = n2.multipliedReportingOverflow(by: factor2)
        let (sum, overflow3) = left.addingReportingOverflow(right)
        let (denominator, overflow4) = d1.multipliedReportingOverflow(by: factor1)
        if overflow1 || overflow2 || overflow3 || overflow4 { return nil }
        // Only a factor of the common divisor can be left in both (Knuth, volume 2, 4.5.1).
        let rest = GreatestCommonDivisor.of(sum.magnitude, common)
        return Rational(reduced: divide(sum, by: rest), over: divide(denominator, by: rest))
    }

    /// The sum of values of 64 bits, the usual ones: nothing can overflow, and the divisors found
    /// are 64 bits wide.
    private static func narrowSum(
        _ n1: Int64, _ d1: Int64, _ n2: Int64, _ d2: Int64
    ) -> Rational {
        let common = GreatestCommonDivisor.of(d1.magnitude, d2.magnitude)
        let factor1 = common == 1 ? d2 : d2 / Int64(common)
        let factor2 = common == 1 ? d1 : d1 / Int64(common)
        // Two products below 2^126 each.
        let sum = Int128(n1) &* Int128(factor1) &+ Int128(n2) &* Int128(factor2)
        let denominator = Int128(d1) &* Int128(factor1)
        if common == 1 { return Rational(reduced: sum, over: denominator) }
        let remainder = UInt64(truncatingIfNeeded: sum.magnitude % UInt128(common))
        let rest = UInt128(GreatestCommonDivisor.of(remainder, common))
        return Rational(reduced: divide(sum, by: rest), over: divide(denominator, by: rest))
    }

    /// The product of two small values; nil when 128 bits do not hold a part of it.
    ///
    /// Reduces crosswise before multiplying, so that it overflows only when the result does.
    private static func smallProduct(
        _ n1: Int128, _ d1: Int128, _ n2: Int128, _ d2: Int128
    ) -> Rational? {
        let cross1 = GreatestCommonDivisor.of(n1.magnitude, d2.magnitude)
        let cross2 = GreatestCommonDivisor.of(n2.magnitude, d1.magnitude)
        let (numerator, overflow1) = divide(n1, by: cross1)
            .multipliedReportingOverflow(by: divide(n2, by: cross2))
        let (denominator, overflow2) = divide(d1, by: cross2)
            .multipliedReportingOverflow(by: divide(d2, by: cross1))
        return overflow1 || overflow2 ? nil : Rational(reduced: numerator, over: denominator)
    }

    /// Divides without remainder; most divisors are 1, and a wide division is the dearest step.
    ///
    /// - Precondition: `divisor` divides `value`; it is at most 2^127, and 2^127 only for
    ///   `Int128.min`.
    private static func divide(_ value: Int128, by divisor: UInt128) -> Int128 {
        if divisor == 1 { return value }
        let quotient = value.magnitude / divisor
        return value < 0 ? -Int128(quotient) : Int128(quotient)
    }
}
