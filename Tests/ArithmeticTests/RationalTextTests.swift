import Testing

@testable import Arithmetic

@Suite("Rational as published figure")
struct RationalTextTests {
    // Worked out by Python: Decimal(n) / Decimal(d), quantized with ROUND_HALF_UP,
    // ROUND_HALF_EVEN and ROUND_DOWN at 80 digits of precision.
    @Test(
        "Every mode rounds ties and neighbours as Python's decimal does",
        arguments: [
            ("1/2", 0, [1, 0, 0]),
            ("-1/2", 0, [-1, 0, 0]),
            ("3/2", 0, [2, 2, 1]),
            ("-3/2", 0, [-2, -2, -1]),
            ("5/2", 0, [3, 2, 2]),
            ("-5/2", 0, [-3, -2, -2]),
            ("1/8", 2, [13, 12, 12]),
            ("3/8", 2, [38, 38, 37]),
            ("-1/8", 2, [-13, -12, -12]),
            ("-3/8", 2, [-38, -38, -37]),
            ("1/3", 4, [3333, 3333, 3333]),
            ("2/3", 4, [6667, 6667, 6666]),
            ("-2/3", 4, [-6667, -6667, -6666]),
            ("268/3", 2, [8933, 8933, 8933]),
            ("199999/2000", 2, [10000, 10000, 9999]),
            ("200001/2000", 2, [10000, 10000, 10000]),
            ("1/2000000000", 9, [1, 0, 0]),
            ("3/2000000000", 9, [2, 2, 1]),
            ("100", 9, [100_000_000_000, 100_000_000_000, 100_000_000_000]),
            ("-1/1000", 2, [0, 0, 0]),
            ("49999999999999999999999/100000000000000000000000", 0, [0, 0, 0]),
            ("50000000000000000000001/100000000000000000000000", 0, [1, 1, 0]),
        ] as [(String, Int, [Int128])])
    func rounds(_ text: String, decimals: Int, to expected: [Int128]) throws {
        let value = try #require(Rational(decimal: text))
        let modes: [Rounding] = [.halfUp, .halfEven, .down]
        #expect(modes.map { value.rounded(decimals: decimals, $0) } == expected)
        let negated = modes.map { (-value).rounded(decimals: decimals, $0) }
        #expect(negated == expected.map { -$0 })
    }

    @Test("A value whose scaling leaves 128 bits is still rounded once")
    func roundsBig() throws {
        // floor, nearest of 10^9 * (2^127 - 1) / 3 by Python.
        let third = Rational(Int128.max, over: 3_000_000_000_000)
        #expect(third.rounded(decimals: 9, .down) == 56_713_727_820_156_410_577_229_101_238_628_035)
        // 2^127 - 1 leaves the remainder 1 of 3, so it is below the half.
        #expect(
            third.rounded(decimals: 9, .halfUp) == 56_713_727_820_156_410_577_229_101_238_628_035)
        let big = try #require(Rational(decimal: "\(Int128.max)1/20"))
        #expect(big.rounded(decimals: 0, .down) == Int128.max / 2)
        #expect(big.rounded(decimals: 0, .halfUp) == Int128.max / 2 + 1)
        let tie = try #require(Rational(decimal: "\(Int128.max)5/10"))
        #expect((tie - Rational(4)).rounded(decimals: 0, .halfEven) == Int128.max - 3)
        #expect((-tie).rounded(decimals: 0, .down) == -Int128.max)
    }

    @Test(
        "A published figure has exactly its decimals",
        arguments: [
            ("2451/25", 2, "98.04"), ("268/3", 2, "89.33"), ("90", 4, "90.0000"),
            ("-1/3", 3, "-0.333"), ("-1/1000", 2, "0.00"), ("1/200", 2, "0.01"), ("7", 0, "7"),
        ])
    func writesDecimals(_ text: String, decimals: Int, as expected: String) throws {
        let value = try #require(Rational(decimal: text))
        #expect(value.decimalText(decimals: decimals, .halfUp) == expected)
    }

    @Test(
        "Exact text has all decimals where they end and is a fraction elsewhere",
        arguments: [
            ("25/2", "12.5"), ("-1/4", "-0.25"), ("90", "90"), ("268/3", "268/3"),
            ("1/1024", "0.0009765625"), ("1/625", "0.0016"), ("-7/6", "-7/6"), ("0", "0"),
            (
                "170141183460469231731687303715884105729/2",
                "85070591730234615865843651857942052864.5"
            ),
        ])
    func writesExactly(_ text: String, as expected: String) throws {
        #expect(try #require(Rational(decimal: text)).exactText == expected)
    }

    @Test("Law's own example stays exact: SKP 268/3 and perilaku 91 at 60 to 40 is 90")
    func lawExample() {
        let skp = Rational(268, over: 3)
        let mean = (skp * Rational(60) + Rational(91) * Rational(40)) / Rational(100)
        #expect(mean == Rational(90))
        #expect(mean.description == "90")
    }
}
