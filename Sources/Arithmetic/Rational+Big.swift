internal import BigInt

extension Rational {
    /// Reduces integers of any length, and shrinks to 128 bits where they fit.
    ///
    /// - Precondition: `denominator` is not 0.
    init(reducing numerator: BigInt, over denominator: BigInt) {
        precondition(!denominator.isZero, "a fraction needs a denominator other than 0")
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        let reducedNumerator = sign * numerator / divisor
        let reducedDenominator = sign * denominator / divisor
        if let small = reducedNumerator.narrowed, let over = reducedDenominator.narrowed {
            self.init(storage: .small(small, over))
        } else {
            let big = BigFraction(
                numerator: reducedNumerator, denominator: reducedDenominator)
            self.init(storage: .big(big))
        }
    }

    /// Reduces a fraction of which a part may be just outside the small form.
    init(reducingBig numerator: Int128, over denominator: Int128) {
        self.init(reducing: BigInt(wide: numerator), over: BigInt(wide: denominator))
    }

    /// Reads text such as `12.5`, `-0.25` or `1/9`; nil when it is anything else.
    ///
    /// Blanks, `+`, a bare point, a comma and an exponent are refused, so that a definition has one
    /// spelling per value. Texts above 128 bytes are refused too: no rule states such a number.
    package init?(decimal text: String) {
        guard text.utf8.count <= 128 else { return nil }
        var rest = text[...]
        let isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        let digits: (Substring) -> Substring = { text in
            text.prefix { $0.isASCII && $0.isWholeNumber }
        }
        let whole = digits(rest)
        rest = rest[whole.endIndex...]
        guard var numerator = BigInt(whole, radix: 10) else { return nil }
        var denominator: BigInt = 1
        if let separator = rest.first {
            let second = digits(rest.dropFirst())
            guard second.endIndex == rest.endIndex, let value = BigInt(second, radix: 10) else {
                return nil
            }
            switch separator {
            case ".":
                denominator = BigInt(10).power(second.utf8.count)
                numerator = numerator * denominator + value
            case "/":
                guard !value.isZero else { return nil }
                denominator = value
            default: return nil
            }
        }
        self.init(reducing: isNegative ? -numerator : numerator, over: denominator)
    }

    /// The value as integers of any length, for the operations that left 128 bits.
    var widened: BigFraction {
        switch storage {
        case .small(let numerator, let denominator):
            BigFraction(
                numerator: BigInt(wide: numerator), denominator: BigInt(wide: denominator))
        case .big(let fraction): fraction
        }
    }
}
