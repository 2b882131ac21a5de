/// What an operation costs that would leave 128 bits: divisors first, then integers of any length.
extension Rational {
    /// The same value with parts that have no common divisor.
    var reduced: Rational {
        guard case .small(let numerator, let denominator) = storage, denominator != 1 else {
            return self
        }
        let divisor = GreatestCommonDivisor.of(numerator.magnitude, denominator.magnitude)
        return Rational(
            Rational.divide(numerator, by: divisor),
            overPositive: Rational.divide(denominator, by: divisor))
    }

    /// The reduced parts, `nil` when one does not fit 64 bits.
    package var narrowParts: (numerator: Int64, denominator: Int64)? {
        guard case .small(let numerator, let denominator) = reduced.storage,
            let upper = Int64(exactly: numerator), let under = Int64(exactly: denominator)
        else { return nil }
        return (upper, under)
    }

    /// The sum when the plain way does not fit.
    @inline(never)
    static func reducedSum(_ a: Rational, _ b: Rational) -> Rational {
        if case .small(let n1, let d1) = a.reduced.storage,
            case .small(let n2, let d2) = b.reduced.storage, let sum = smallSum(n1, d1, n2, d2)
        {
            return sum
        }
        return a.widened + b.widened
    }

    /// The product when the plain way does not fit.
    @inline(never)
    static func reducedProduct(_ a: Rational, _ b: Rational) -> Rational {
        if case .small(let n1, let d1) = a.reduced.storage,
            case .small(let n2, let d2) = b.reduced.storage,
            let product = smallProduct(n1, d1, n2, d2)
        {
            return product
        }
        return a.widened * b.widened
    }

    /// The sum of two reduced values; nil when 128 bits do not hold a part of it.
    private static func smallSum(
        _ n1: Int128, _ d1: Int128, _ n2: Int128, _ d2: Int128
    ) -> Rational? {
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
        return Rational(divide(sum, by: rest), over: divide(denominator, by: rest))
    }

    /// The product of two reduced values; nil when 128 bits do not hold a part of it.
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
        return overflow1 || overflow2 ? nil : Rational(numerator, over: denominator)
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
