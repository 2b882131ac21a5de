import Arithmetic
import TestSupport
import Testing

@testable import Scoring

@Suite("RunningFraction")
struct RunningFractionTests {
    /// A number of a random length, often at the end of 64 bits.
    private static func number(_ random: inout SplitMix64, bits: Int) -> Int64 {
        let width = Int.random(in: 1...bits, using: &random)
        let value = Int64(truncatingIfNeeded: random.next() >> UInt64(64 - width))
        return Int.random(in: 0..<9, using: &random) == 0 ? .max - value / 2 : value
    }

    @Test("Terms of any size add up as exact fractions do", arguments: [8, 16, 31, 45, 63])
    func adds(bits: Int) {
        var random = SplitMix64(seed: UInt64(bits))
        for _ in 0..<120 {
            var found = RunningFraction((numerator: 100, denominator: 7))
            var expected = Rational(100, over: 7)
            for _ in 0..<5 {
                let number = Self.number(&random, bits: bits)
                let factor = (
                    numerator: -Self.number(&random, bits: bits),
                    denominator: Int64.random(in: 1...9, using: &random)
                )
                let sign: Int64 = Bool.random(using: &random) ? 1 : -1
                let divisor = sign * max(1, Self.number(&random, bits: bits / 2 + 1))
                found.add(number, times: factor, over: divisor)
                expected +=
                    Rational(number, over: divisor)
                    * Rational(factor.numerator, over: factor.denominator)
            }
            #expect(found.value == expected)
            #expect(found.isPositive == (expected.signum > 0))
            var weight = RunningFraction()
            weight.add(Self.number(&random, bits: bits) | 1, times: (3, 4), over: 5)
            var column = RationalColumn(count: 2)
            found.put(at: 0, of: &column)
            found.put(dividedBy: weight, at: 1, of: &column)
            #expect(column[0] == expected)
            #expect(column[1] == expected / weight.value)
        }
    }

    @Test("A sum by hand: 100 − 200 × 1/250 − 0.25 × 30/250 is 99.17")
    func byHand() {
        var points = RunningFraction((numerator: 100, denominator: 1))
        points.add(1, times: (-200, 1), over: 250)
        points.add(30, times: (-1, 4), over: 250)
        #expect(points.value.exactText == "99.17")
    }
}
