internal import Arithmetic

/// A fraction to which one person's terms are added: in 64 bits while they hold it, exact beyond.
///
/// Sums of small whole numbers hardly ever leave 64 bits, and there a term costs a few instructions
/// instead of a call into another module.
struct RunningFraction {
    private var numerator: Int64
    private var denominator: Int64 = 1
    /// The value once 64 bits do not hold it.
    private var wide: Rational?

    @inline(__always)
    init(_ start: (numerator: Int64, denominator: Int64) = (0, 1)) {
        (numerator, denominator) = start
    }

    /// Adds `number × factor / divisor`.
    ///
    /// - Precondition: `divisor` is not 0, and the factor's denominator is positive.
    @inline(__always)
    mutating func add(
        _ number: Int64, times factor: (numerator: Int64, denominator: Int64), over divisor: Int64
    ) {
        let (upper, overflow1) = number.multipliedReportingOverflow(by: factor.numerator)
        let (under, overflow2) = divisor.multipliedReportingOverflow(by: factor.denominator)
        if wide != nil || divisor < 0 || overflow1 || overflow2 || !add(upper, over: under) {
            addWide(number, factor, divisor)
        }
    }

    /// - Returns: False when 64 bits do not hold the sum.
    @inline(__always)
    private mutating func add(_ upper: Int64, over under: Int64) -> Bool {
        if under == denominator {
            let (sum, overflow) = numerator.addingReportingOverflow(upper)
            if !overflow { numerator = sum }
            return !overflow
        }
        let (left, overflow1) = numerator.multipliedReportingOverflow(by: under)
        let (right, overflow2) = upper.multipliedReportingOverflow(by: denominator)
        let (sum, overflow3) = left.addingReportingOverflow(right)
        let (product, overflow4) = denominator.multipliedReportingOverflow(by: under)
        if overflow1 || overflow2 || overflow3 || overflow4 { return false }
        (numerator, denominator) = (sum, product)
        return true
    }

    @inline(never)
    private mutating func addWide(
        _ number: Int64, _ factor: (numerator: Int64, denominator: Int64), _ divisor: Int64
    ) {
        let term =
            Rational(number, over: divisor)
            * Rational(factor.numerator, over: factor.denominator)
        wide = value + term
    }

    var isPositive: Bool { wide.map { $0.signum > 0 } ?? (numerator > 0) }

    var value: Rational { wide ?? Rational(numerator, over: denominator) }

    /// Puts the quotient of two sums, of which the second is positive, into a column.
    @inline(__always)
    func put(dividedBy other: RunningFraction, at place: Int, of column: inout RationalColumn) {
        guard wide == nil, other.wide == nil else {
            column[place] = value / other.value
            return
        }
        // Two products of 64 bits each.
        column.set(
            place, Int128(numerator) &* Int128(other.denominator),
            over: Int128(denominator) &* Int128(other.numerator))
    }

    /// Puts the value into a column.
    @inline(__always)
    func put(at place: Int, of column: inout RationalColumn) {
        if wide != nil {
            column[place] = value
        } else {
            column.set(place, Int128(numerator), over: Int128(denominator))
        }
    }
}
