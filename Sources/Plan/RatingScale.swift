internal import Arithmetic
internal import Definition
package import Spelling

/// Numbers of a declared scale and rating words as exact points: `(a × number + b) / denominator`.
package struct RatingScale: Sendable {
    package let syntax: NumberSyntax
    /// Bounds of the stored number (scaled by the syntax's places), inclusive.
    package let lowest: Int64
    package let highest: Int64
    package let denominator: Int64
    /// Points of a number are `factor × number + offset`, over ``denominator``.
    package let factor: Int64
    package let offset: Int64
    package let hasWords: Bool
    private let words: SpellingTable?
    private let wordValues: [Int64]

    /// - Precondition: The scale's ends and the words' points have small denominators (definition numbers do).
    init(syntax: NumberSyntax, scale: ScaleDefinition?, words: WordsDefinition?) {
        let unit = Rational(Int64(1), over: FixedPoint.power(syntax.maximumPlaces))
        var slope = unit
        var base = Rational.zero
        lowest = scale.map { Self.whole($0.from.lowerBound / unit) } ?? -Self.farthest
        highest = scale.map { Self.whole($0.from.upperBound / unit) } ?? Self.farthest
        if let scale {
            let line = scale.line
            slope = unit * line.slope
            base = line.base
        }
        let points = (words?.values ?? []).map(\.points)
        let common = Self.commonDenominator([slope, base] + points)
        self.syntax = syntax
        hasWords = words != nil
        denominator = common
        factor = Self.whole(slope * Rational(Int(common)))
        offset = Self.whole(base * Rational(Int(common)))
        wordValues = points.map { Self.whole($0 * Rational(Int(common))) }
        self.words = words.map { words in
            SpellingTable(
                words.values.enumerated().map { ($0.element.word, Int32($0.offset)) }, folded: true)
        }
    }

    /// - Returns: The numerator of the points, over ``denominator``; `nil` when `number` is off the scale.
    package func points(ofNumber number: Int64) -> Int64? {
        guard number >= lowest, number <= highest else { return nil }
        return factor * number + offset
    }

    /// - Returns: The numerator of the points of a rating word.
    package func points(ofWord text: Span<UInt8>) -> Int64? {
        words?.code(of: text).map { wordValues[Int($0)] }
    }

    private static var farthest: Int64 { 1_000_000_000_000 }

    private static func whole(_ value: Rational) -> Int64 {
        Int64(value.rounded(decimals: 0, .halfUp))
    }

    private static func commonDenominator(_ values: [Rational]) -> Int64 {
        var common: Int64 = 1
        for value in values {
            while !isWhole(value * Rational(Int(common))) {
                let scaled = value * Rational(Int(common))
                common *= smallestFactor(makingWhole: scaled)
            }
        }
        return common
    }

    private static func isWhole(_ value: Rational) -> Bool {
        Rational(value.rounded(decimals: 0, .down), over: 1) == value
    }

    private static func smallestFactor(makingWhole value: Rational) -> Int64 {
        var factor: Int64 = 2
        while factor < 1_000_000, !isWhole(value * Rational(Int(factor))) { factor += 1 }
        return factor
    }
}
