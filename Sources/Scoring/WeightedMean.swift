internal import Arithmetic

/// Exact weighted mean of the parts that have a value; the others drop out.
struct WeightedMean {
    private var sum = Rational.zero
    private var weights = Rational.zero
    /// Weights of all parts, with or without a value.
    private var expected = Rational.zero

    mutating func add(_ value: Rational?, weight: Rational) {
        expected += weight
        guard let value else { return }
        sum += value * weight
        weights += weight
    }

    /// - Parameter minimumPresent: Least percent of the expected weights that must have a value.
    /// - Returns: `nil` when nothing, or too little, has a value.
    func value(minimumPresent: Rational) -> Rational? {
        guard weights.signum > 0 else { return nil }
        if weights * Rational(100) < expected * minimumPresent { return nil }
        return sum / weights
    }
}

/// Mean of values of equal weight.
struct PlainMean {
    private var sum = Rational.zero
    private(set) var count = 0

    mutating func add(_ value: Rational) {
        sum += value
        count += 1
    }

    var value: Rational? { count == 0 ? nil : sum / Rational(count) }
}
