/// An exact fraction, so that no score depends on the order in which its parts were added.
///
/// Ordinary values are a pair of 128-bit integers. The pair is not kept reduced: a greatest common
/// divisor costs many times what the operation costs, and most values are rounded before their
/// parts grow. A pair is reduced when an operation would leave 128 bits. Where that does not help,
/// the value silently becomes integers of any length, and shrinks back as soon as it fits again.
package struct Rational: Comparable, Sendable, CustomStringConvertible {
    /// - Invariant: the denominator is positive; a value is small whenever its reduced parts fit.
    ///   A small numerator is never `Int128.min`: it can be negated.
    enum Storage: Sendable {
        case small(Int128, Int128)
        case big(BigFraction)
    }

    let storage: Storage

    package static let zero = Rational(0)
    package static let one = Rational(1)

    init(storage: Storage) { self.storage = storage }

    /// A pair that holds the invariant of the small form.
    init(_ numerator: Int128, overPositive denominator: Int128) {
        storage = .small(numerator, denominator)
    }

    /// Makes a whole number.
    package init(_ value: Int) { storage = .small(Int128(value), 1) }

    /// Makes a fraction.
    ///
    /// - Precondition: `denominator` is not 0.
    package init(_ numerator: Int128, over denominator: Int128) {
        precondition(denominator != 0, "a fraction needs a denominator other than 0")
        if numerator == .min || denominator == .min {
            self.init(reducingBig: numerator, over: denominator)
        } else if denominator < 0 {
            self.init(-numerator, overPositive: -denominator)
        } else {
            self.init(numerator, overPositive: denominator)
        }
    }

    /// Makes a fraction.
    ///
    /// - Precondition: `denominator` is not 0.
    package init(_ numerator: Int64, over denominator: Int64) {
        self.init(Int128(numerator), over: Int128(denominator))
    }

    /// Makes a fraction; without it a fraction of two literals would be ambiguous.
    ///
    /// - Precondition: `denominator` is not 0.
    package init(_ numerator: Int, over denominator: Int) {
        self.init(Int128(numerator), over: Int128(denominator))
    }

    @inline(__always)
    package static func + (a: Rational, b: Rational) -> Rational {
        if case .small(let n1, let d1) = a.storage, case .small(let n2, let d2) = b.storage,
            let sum = directSum(n1, d1, n2, d2)
        {
            return Rational(sum.numerator, overPositive: sum.denominator)
        }
        return reducedSum(a, b)
    }

    package static func - (a: Rational, b: Rational) -> Rational { a + -b }

    @inline(__always)
    package static func * (a: Rational, b: Rational) -> Rational {
        if case .small(let n1, let d1) = a.storage, case .small(let n2, let d2) = b.storage,
            let product = directProduct(n1, d1, n2, d2)
        {
            return Rational(product.numerator, overPositive: product.denominator)
        }
        return reducedProduct(a, b)
    }

    /// Divides exactly.
    ///
    /// - Precondition: `b` is not 0.
    @inline(__always)
    package static func / (a: Rational, b: Rational) -> Rational {
        precondition(!b.isZero, "division of a fraction by 0")
        guard case .small(let n2, let d2) = b.storage else { return a.widened / b.widened }
        return a * (n2 < 0 ? Rational(-d2, overPositive: -n2) : Rational(d2, overPositive: n2))
    }

    package static func += (a: inout Rational, b: Rational) { a = a + b }

    @inline(__always)
    package static prefix func - (a: Rational) -> Rational {
        switch a.storage {
        case .small(let numerator, let denominator):
            return Rational(-numerator, overPositive: denominator)
        case .big(let fraction):
            // Through reduction, since the negative of 2^127 is small again.
            return Rational(reducing: -fraction.numerator, over: fraction.denominator)
        }
    }

    @inline(__always)
    package static func < (a: Rational, b: Rational) -> Bool {
        guard case .small(let n1, let d1) = a.storage, case .small(let n2, let d2) = b.storage
        else { return a.widened < b.widened }
        if d1 == d2 { return n1 < n2 }
        if areNarrow(n1, d1, n2, d2) { return n1 &* d2 < n2 &* d1 }
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

    package var isZero: Bool {
        if case .small(let numerator, _) = storage { numerator == 0 } else { false }
    }

    // MARK: Operations that need no divisor

    /// Whether all four fit 64 bits, so that no product of two of them can leave 128.
    @inline(__always)
    private static func areNarrow(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Bool {
        isNarrow(a) && isNarrow(b) && isNarrow(c) && isNarrow(d)
    }

    @inline(__always)
    private static func isNarrow(_ value: Int128) -> Bool {
        Int128(Int64(truncatingIfNeeded: value)) == value
    }

    /// Whether the product of the two is below 2^126 in magnitude, so that two of them can be added.
    @inline(__always)
    private static func isSafe(_ a: Int128, _ b: Int128) -> Bool {
        a.magnitude.leadingZeroBitCount + b.magnitude.leadingZeroBitCount >= 130
    }

    /// The sum over the product of the denominators; nil when 128 bits may not hold it.
    @inline(__always)
    static func directSum(
        _ n1: Int128, _ d1: Int128, _ n2: Int128, _ d2: Int128
    ) -> (numerator: Int128, denominator: Int128)? {
        if d1 == d2 {
            let (sum, overflow) = n1.addingReportingOverflow(n2)
            return overflow || sum == .min ? nil : (sum, d1)
        }
        guard
            areNarrow(n1, d1, n2, d2)
                || (isSafe(n1, d2) && isSafe(n2, d1) && isSafe(d1, d2))
        else { return nil }
        return (n1 &* d2 &+ n2 &* d1, d1 &* d2)
    }

    /// The product of the parts; nil when 128 bits may not hold it.
    @inline(__always)
    static func directProduct(
        _ n1: Int128, _ d1: Int128, _ n2: Int128, _ d2: Int128
    ) -> (numerator: Int128, denominator: Int128)? {
        guard areNarrow(n1, d1, n2, d2) || (isSafe(n1, n2) && isSafe(d1, d2)) else {
            return nil
        }
        return (n1 &* n2, d1 &* d2)
    }
}

extension Rational: Hashable {
    package static func == (a: Rational, b: Rational) -> Bool {
        switch (a.storage, b.storage) {
        case (.small(let n1, let d1), .small(let n2, let d2)):
            if d1 == d2 { return n1 == n2 }
            if areNarrow(n1, d1, n2, d2) { return n1 &* d2 == n2 &* d1 }
            let left = n1.magnitude.multipliedFullWidth(by: d2.magnitude)
            let right = n2.magnitude.multipliedFullWidth(by: d1.magnitude)
            return n1.signum() == n2.signum() && left == right
        case (.big(let x), .big(let y)): return x == y
        // What is big does not fit the small form, whose values therefore differ from it.
        default: return false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch reduced.storage {
        case .small(let numerator, let denominator):
            hasher.combine(numerator)
            hasher.combine(denominator)
        case .big(let fraction): hasher.combine(fraction)
        }
    }
}
