import TestSupport
import Testing

@testable import Arithmetic

@Suite("RationalColumn")
struct RationalColumnTests {
    /// Small, missing and beyond 128 bits in turn.
    private static func values(_ seed: UInt64, count: Int = 80) -> [Rational?] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let value = Rational(
                Int.random(in: -200_000...200_000, using: &random),
                over: Int.random(in: 1...3_000, using: &random))
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<2: return nil
            case 2: return value * Rational(Int128.max, over: 7) * Rational(Int128.max, over: 9)
            default: return value
            }
        }
    }

    private func values(of column: RationalColumn) -> [Rational?] {
        (0..<column.count).map { column[$0] }
    }

    @Test("A column keeps every kind of value")
    func keeps() {
        let given = Self.values(1)
        var column = RationalColumn(given)
        #expect(values(of: column) == given)
        #expect(column.isMissing == given.map { $0 == nil })
        column.fill(with: Rational(5, over: 3))
        #expect(values(of: column) == given.map { $0 ?? Rational(5, over: 3) })
        column.set(7, 4, over: 6)
        #expect(column[7] == Rational(2, over: 3))
        column[7] = nil
        #expect(column[7] == nil)
        #expect(values(of: RationalColumn(repeating: .one, count: 2)) == [.one, .one])
    }

    @Test("Bounds hold for every value, and the floor wins over the cap")
    func bounds() {
        let (floor, cap) = (Rational(-5), Rational(41, over: 2))
        let given = Self.values(2)
        for (low, high) in [(floor, cap), (nil, cap), (floor, nil), (cap, floor)] {
            var column = RationalColumn(given)
            column.bound(floor: low, cap: high)
            let expected = given.map { value -> Rational? in
                guard var value else { return nil }
                if let high { value = min(value, high) }
                if let low { value = max(value, low) }
                return value
            }
            #expect(values(of: column) == expected)
        }
    }

    @Test("Rounding and figures are those of each value")
    func rounds() {
        let given = Self.values(3).map { value in
            // What cannot be rounded to 128 bits is not asked for.
            value.flatMap { $0.signum < 0 || $0 < Rational(1 << 60) ? $0 : nil }
        }.map { $0.flatMap { -$0 < Rational(1 << 60) ? $0 : nil } }
        let column = RationalColumn(given)
        #expect(
            values(of: column.rounded(decimals: 2, .halfUp))
                == given.map { value in
                    value.map { Rational($0.rounded(decimals: 2, .halfUp), over: 100) }
                })
        #expect(
            RationalColumn(Self.values(3)).figures(decimals: 4, .halfEven, absent: .min)
                == Self.values(3).map { $0?.figure(decimals: 4, .halfEven) ?? .min })
    }

    @Test("A column of means is the mean of each subject", arguments: [0, 40, 100])
    func means(minimumPresent: Int) {
        let minimum = Rational(minimumPresent)
        let parts: [(values: [Rational?], weight: Rational)] = [
            (Self.values(4), Rational(60)), (Self.values(5), Rational(255, over: 10)),
            (Self.values(6), Rational(29, over: 2)), (Self.values(7), .zero),
            (Self.values(8), Rational(1, over: Int128.max)),
            (Self.values(9), Rational(Int128.max, over: 3) * Rational(Int128.max, over: 5)),
        ]
        var column = WeightedMeanColumn(count: 80)
        for part in parts { column.add(RationalColumn(part.values), weight: part.weight) }
        let expected = (0..<80).map { subject -> Rational? in
            var mean = WeightedMean()
            for part in parts { mean.add(part.values[subject], weight: part.weight) }
            return mean.value(minimumPresent: minimum)
        }
        #expect(values(of: column.values(minimumPresent: minimum)) == expected)
        #expect(expected.contains { $0 != nil })
        #expect(minimumPresent < 100 || expected.contains(nil))
    }

    @Test("A mean of what is there, by hand")
    func meanByHand() {
        // (80 × 60 + 95 × 10) / 70 = 575/7; the part of weight 30 is missing.
        var column = WeightedMeanColumn(count: 2)
        column.add(RationalColumn([Rational(80), nil]), weight: Rational(60))
        column.add(RationalColumn([nil, nil]), weight: Rational(30))
        column.add(RationalColumn([Rational(95), nil]), weight: Rational(10))
        let all = column.values(minimumPresent: .zero)
        #expect(all[0]?.description == "575/7")
        #expect(all[1] == nil)
        #expect(column.values(minimumPresent: Rational(70))[0] == all[0])
        #expect(column.values(minimumPresent: Rational(71))[0] == nil)
    }

    @Test("One subject's value is multiplied, a missing one stays missing")
    func multiplies() {
        var column = RationalColumn([Rational(80), nil])
        for place in 0..<2 { column.multiply(at: place, by: Rational(9, over: 10)) }
        #expect(column[0] == Rational(72) && column[1] == nil)
    }
}
