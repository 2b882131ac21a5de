internal import BigInt

/// A fraction of integers of any length: where a ``Rational`` goes when 128 bits do not hold it.
///
/// It is a class so that the ordinary small value stays a few words; hardly any person needs it.
///
/// - Invariant: reduced, denominator positive, and at least one of the two outside 128 bits.
final class BigFraction: Hashable, Sendable {
    let numerator: BigInt
    let denominator: BigInt

    /// Wraps a pair that is known to hold the invariant or is only an intermediate value.
    init(numerator: BigInt, denominator: BigInt) {
        self.numerator = numerator
        self.denominator = denominator
    }

    static func == (a: BigFraction, b: BigFraction) -> Bool {
        a.numerator == b.numerator && a.denominator == b.denominator
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(numerator)
        hasher.combine(denominator)
    }

    static func < (a: BigFraction, b: BigFraction) -> Bool {
        a.numerator * b.denominator < b.numerator * a.denominator
    }

    static func + (a: BigFraction, b: BigFraction) -> Rational {
        Rational(
            reducing: a.numerator * b.denominator + b.numerator * a.denominator,
            over: a.denominator * b.denominator)
    }

    static func * (a: BigFraction, b: BigFraction) -> Rational {
        Rational(
            reducing: a.numerator * b.numerator, over: a.denominator * b.denominator)
    }

    static func / (a: BigFraction, b: BigFraction) -> Rational {
        Rational(
            reducing: a.numerator * b.denominator, over: a.denominator * b.numerator)
    }

    /// The value times `scale`, rounded once.
    ///
    /// - Precondition: The result fits 128 bits.
    func rounded(scale: UInt64, _ mode: Rounding) -> Int128 {
        let scaled = numerator.magnitude * BigUInt(scale)
        var (quotient, remainder) = scaled.quotientAndRemainder(
            dividingBy: denominator.magnitude)
        let isOdd = quotient & 1 == 1
        if mode.raises(
            quotientIsOdd: isOdd, remainder: BigInt(remainder), divisor: denominator)
        {
            quotient += 1
        }
        let signed = numerator.sign == .minus ? -BigInt(quotient) : BigInt(quotient)
        guard let result = signed.narrowed else {
            preconditionFailure("a rounded value must fit 128 bits")
        }
        return result
    }

    /// All decimals where they come to an end, else nil.
    var terminatingText: String? {
        var rest = denominator.magnitude
        let twos = rest.trailingZeroBitCount
        rest >>= twos
        var fives = 0
        while rest != 1 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
            guard remainder == 0 else { return nil }
            rest = quotient
            fives += 1
        }
        let places = max(twos, fives)
        let scaled = numerator.magnitude * BigUInt(10).power(places) / denominator.magnitude
        var digits = String(scaled)
        if digits.utf8.count <= places {
            digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
        }
        let point = digits.index(digits.endIndex, offsetBy: -places)
        let fraction = places == 0 ? "" : "." + digits[point...]
        return (numerator.sign == .minus ? "-" : "") + digits[..<point] + fraction
    }
}
