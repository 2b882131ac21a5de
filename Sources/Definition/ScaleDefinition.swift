package import Arithmetic
internal import Formulas

/// A linear change of scale, ends to ends: `from: 1..4`, `to: 0..100`.
package struct ScaleDefinition: Sendable {
    package let column: String
    package let from: ClosedRange<Rational>
    package let to: ClosedRange<Rational>

    /// A number's points are `slope × number + base`.
    package var line: (slope: Rational, base: Rational) {
        let scale = LinearScale(from: from, to: to)
        return (scale.slope, scale.base)
    }
}

/// Rating words and the points that each stands for.
package struct WordsDefinition: Sendable {
    package let column: String
    package let values: [(word: String, points: Rational)]
}
