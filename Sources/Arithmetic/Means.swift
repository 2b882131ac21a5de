/// Exact weighted mean of the parts that have a value; the others drop out.
package struct WeightedMean: Sendable {
    private var sum = Rational.zero
    private var weights = Rational.zero
    /// Weights of all parts, with or without a value.
    private var expected = Rational.zero

    package init() {}

    package mutating func add(_ value: Rational?, weight: Rational) {
        expected += weight
        guard let value else { return }
        sum += value * weight
        weights += weight
    }

    /// - Parameter minimumPresent: Least percent of the expected weights that must have a value.
    /// - Returns: `nil` when nothing, or too little, has a value.
    package func value(minimumPresent: Rational) -> Rational? {
        Self.value(sum, weights: weights, expected: expected, minimumPresent: minimumPresent)
    }

    @inline(__always)
    static func value(
        _ sum: Rational, weights: Rational, expected: Rational, minimumPresent: Rational
    ) -> Rational? {
        guard weights.signum > 0 else { return nil }
        if !minimumPresent.isZero, weights * Rational(100) < expected * minimumPresent {
            return nil
        }
        return sum / weights
    }
}

/// The ``WeightedMean`` of many subjects over the same parts, added part by part.
package struct WeightedMeanColumn: Sendable {
    private var sums: RationalColumn
    private var weights: RationalColumn
    private var expected = Rational.zero

    package init(count: Int) {
        sums = RationalColumn(repeating: .zero, count: count)
        weights = sums
    }

    /// - Precondition: `values` has a place for every subject.
    package mutating func add(_ values: RationalColumn, weight: Rational) {
        expected += weight
        RationalColumn.add(values, weight: weight, to: &sums, &weights)
    }

    package func values(minimumPresent: Rational) -> RationalColumn {
        var means = RationalColumn(count: sums.count)
        for place in 0..<sums.count {
            guard let sum = sums[place], let all = weights[place] else { continue }
            means[place] = WeightedMean.value(
                sum, weights: all, expected: expected, minimumPresent: minimumPresent)
        }
        return means
    }
}

/// Mean of values of equal weight.
package struct PlainMean: Sendable {
    private var sum = Rational.zero
    package private(set) var count = 0

    package init() {}

    package mutating func add(_ value: Rational) {
        sum += value
        count += 1
    }

    package var value: Rational? { count == 0 ? nil : sum / Rational(count) }
}
