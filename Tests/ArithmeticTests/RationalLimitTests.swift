import TestSupport
import Testing

@testable import Arithmetic

/// The plain ways of 64 and 128 bits against integers of any length, above all where they end.
@Suite("Rational at its limits")
struct RationalLimitTests {
    /// A number of a random length, often next to a power of two.
    private static func part(_ random: inout SplitMix64) -> Int128 {
        let bits = [1, 4, 17, 31, 32, 40, 62, 63, 64, 65, 80, 95, 110, 124, 125, 126, 127]
        let power = UInt128(1) << bits[Int.random(in: 0..<bits.count, using: &random)]
        let magnitude: UInt128
        switch Int.random(in: 0..<3, using: &random) {
        case 0: magnitude = power - UInt128(Int.random(in: 0...2, using: &random))
        case 1: magnitude = power / 2 + UInt128(Int.random(in: 0...2, using: &random))
        default:
            let wide = UInt128(random.next()) << 64 | UInt128(random.next())
            magnitude = wide % power
        }
        let value = Int128(min(magnitude, UInt128(Int128.max)))
        return Bool.random(using: &random) ? value : -value
    }

    private static func pairs(_ seed: UInt64) -> [(a: Rational, b: Rational)] {
        var random = SplitMix64(seed: seed)
        return (0..<400).map { _ in
            let a = Rational(part(&random), over: max(1, part(&random).magnitude128))
            // Every third pair shares a denominator, and every fifth is of one value.
            let over = max(1, part(&random).magnitude128)
            let b = Rational(part(&random), over: over)
            switch Int.random(in: 0..<15, using: &random) {
            case 0..<5: return (Rational(part(&random), over: over), b)
            case 5..<8: return (a, doubled(a))
            default: return (a, b)
            }
        }
    }

    /// The same value with both parts doubled where there is room.
    private static func doubled(_ value: Rational) -> Rational {
        guard case .small(let numerator, let denominator) = value.storage,
            numerator.magnitude < 1 << 126, denominator < 1 << 126
        else { return value }
        return Rational(storage: .small(2 * numerator, 2 * denominator))
    }

    private func isBig(_ value: Rational) -> Bool {
        if case .big = value.storage { true } else { false }
    }

    /// Compares with a value made by integers of any length, and reduced.
    private func expect(
        _ found: Rational, is expected: Rational, _ words: @autoclosure () -> String
    ) {
        guard
            found.description == expected.description, found == expected, expected == found,
            found.hashValue == expected.hashValue, isBig(found) == isBig(expected)
        else {
            Issue.record("\(words()): \(found) and not \(expected)")
            return
        }
        if case .small(let numerator, let denominator) = found.storage {
            #expect(denominator > 0 && numerator != .min, "\(words())")
        }
    }

    @Test("All operations give what integers of any length give", arguments: UInt64(1)...6)
    func operations(seed: UInt64) {
        for (a, b) in Self.pairs(seed) {
            let (x, y) = (a.widened, b.widened)
            expect(a + b, is: x + y, "\(a) + \(b)")
            expect(a - b, is: x + (-b).widened, "\(a) - \(b)")
            expect(a * b, is: x * y, "\(a) * \(b)")
            if !b.isZero { expect(a / b, is: x / y, "\(a) / \(b)") }
            expect(a, is: Rational(reducing: x.numerator, over: x.denominator), "\(a)")
            let difference = (x + (-b).widened).signum
            #expect((a < b) == (difference < 0), "\(a) < \(b)")
            #expect((b < a) == (difference > 0), "\(b) < \(a)")
            #expect((a == b) == (difference == 0), "\(a) == \(b)")
            if difference == 0 { #expect(a.hashValue == b.hashValue, "\(a)") }
        }
    }

    @Test(
        "A chain of sums and products stays exact through all widths", arguments: UInt64(1)...4)
    func chains(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var value = Rational.zero
        var expected = Rational.zero
        for step in 0..<400 {
            let other = Rational(
                Int.random(in: -10_000...10_000, using: &random),
                over: Int.random(in: 1...(step % 7 == 0 ? 1 << 40 : 1_000), using: &random))
            if step % 11 == 10, !other.isZero {
                value = value / other
                expected = expected.widened / other.widened
            } else if step % 3 == 0 {
                value = value * other
                expected = expected.widened * other.widened
            } else {
                value += other
                expected = expected.widened + other.widened
            }
            expect(value, is: expected, "step \(step)")
            // Back to where there is room, as a score comes back by its rounding.
            if step % 40 == 39 {
                value = other
                expected = other
            }
        }
    }

    @Test("Rounding gives what integers of any length give", arguments: UInt64(1)...3)
    func rounding(seed: UInt64) {
        // Below this the figure fits; beyond it, rounding is not asked for.
        let limit = Rational(Int128(1) << 90, over: 1)
        for (a, b) in Self.pairs(seed) {
            for value in [a, b] where value < limit && -value < limit {
                for decimals in [0, 1, 4, 9] {
                    for mode in Rounding.allCases {
                        let scale = UInt64(FixedPoint.power(decimals))
                        let expected = value.widened.rounded(scale: scale, mode)
                        #expect(
                            value.rounded(decimals: decimals, mode) == expected, "\(value)")
                    }
                }
            }
        }
    }

    @Test("A figure is published below a million millions and nowhere else")
    func figures() {
        let limit = Rational(1_000_000_000_000)
        for seed in UInt64(1)...3 {
            for (a, b) in Self.pairs(seed) {
                for value in [a, b, a * b] {
                    let isSmall = value < limit && -value < limit
                    let expected =
                        isSmall ? Int64(exactly: value.rounded(decimals: 4, .halfEven)) : nil
                    #expect(value.figure(decimals: 4, .halfEven) == expected, "\(value)")
                }
            }
        }
        let step = Rational(1, over: Int128.max)
        #expect(limit.figure(decimals: 0, .down) == nil)
        #expect((-limit).figure(decimals: 0, .down) == nil)
        #expect(
            (limit - Rational(Int128(1), over: Int128(1) << 80)).figure(decimals: 0, .down)
                == 999_999_999_999)
        #expect((limit - step).figure(decimals: 0, .halfUp) == 1_000_000_000_000)
        // 9,999,999,999 whole points are 19 digits at nine decimals: more than 64 bits.
        #expect(Rational(9_999_999_999).figure(decimals: 9, .down) == nil)
        #expect(Rational(9_223_372_036).figure(decimals: 9, .down) == 9_223_372_036_000_000_000)
    }
}

extension Int128 {
    /// The magnitude, which parts of a fraction always have.
    fileprivate var magnitude128: Int128 { self < 0 ? -self : self }
}
