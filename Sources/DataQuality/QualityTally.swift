package import Arithmetic

/// People of a unit as one indicator sees them.
package struct QualityTally: Sendable, Hashable {
    /// Whom the indicator is about and who could be judged.
    package internal(set) var checked = 0
    package internal(set) var problems = 0
    /// Whom it could not judge.
    package internal(set) var unjudged = 0

    mutating func add(_ verdict: QualityVerdict) {
        switch verdict {
        case .absent: break
        case .sound: checked += 1
        case .problem:
            checked += 1
            problems += 1
        case .unjudged: unjudged += 1
        }
    }

    /// 100 less the percent of problems; `nil` where there is nobody to take a share of.
    func value(of people: Int, _ denominator: QualityRules.Denominator) -> Rational? {
        let base =
            switch denominator {
            case .everyone: people - unjudged
            case .applicable: checked
            }
        guard base > 0, checked > 0 || unjudged == 0 else { return nil }
        return Rational(100) * Rational(base - problems, over: base)
    }
}

/// A unit, the whole agency, or the people of no unit, and what the indicators say of it.
package struct QualityScope: Sendable {
    package enum Extent: Sendable, Hashable {
        case agency
        case unit(String)
        /// People whose row states no unit.
        case withoutUnit
    }

    package let extent: Extent
    package internal(set) var people = 0
    /// By ``QualityIndicator/place``.
    package internal(set) var tallies = [QualityTally](
        repeating: QualityTally(), count: QualityIndicator.allCases.count)

    init(_ extent: Extent) { self.extent = extent }
}

/// The figures of a unit, exact: 0 … 100, `nil` for what could not be measured.
package struct QualityScore: Sendable {
    private let values: [Rational?]
    private let dimensions: [QualityDimension: Rational]
    package let index: Rational?
    /// Percent of all weight of which the index was made.
    package let measured: Rational

    init(
        _ scope: QualityScope, _ rules: QualityRules,
        isComputed: (QualityIndicator) -> Bool
    ) {
        let values = QualityIndicator.allCases.map { indicator in
            isComputed(indicator)
                ? scope.tallies[indicator.place].value(of: scope.people, rules.denominator) : nil
        }
        self.values = values
        var whole = WeightedMean()
        var dimensions: [QualityDimension: Rational] = [:]
        var (measured, expected) = (Rational.zero, Rational.zero)
        for dimension in QualityDimension.allCases {
            var mean = WeightedMean()
            var (present, all) = (Rational.zero, Rational.zero)
            for indicator in dimension.indicators {
                let (value, weight) = (values[indicator.place], rules.weight(of: indicator))
                mean.add(value, weight: weight)
                all += weight
                if value != nil { present += weight }
            }
            let value = mean.value(minimumPresent: .zero)
            dimensions[dimension] = value
            let weight = rules.weight(of: dimension)
            whole.add(value, weight: weight)
            expected += weight
            // Shares of the printed sum: a sum of 100.01 is a whole.
            if !all.isZero { measured += weight * present / all }
        }
        self.dimensions = dimensions
        index = whole.value(minimumPresent: .zero)
        self.measured = expected.isZero ? .zero : Rational(100) * measured / expected
    }

    package func value(of indicator: QualityIndicator) -> Rational? { values[indicator.place] }
    package func value(of dimension: QualityDimension) -> Rational? { dimensions[dimension] }
}
