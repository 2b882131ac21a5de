import Testing

@testable import Arithmetic

@Suite("GreatestCommonDivisor")
struct GreatestCommonDivisorTests {
    // By Python's math.gcd.
    @Test(
        "Both widths find the greatest common divisor",
        arguments: [
            (0, 0, 0), (0, 12, 12), (12, 0, 12), (1, 1, 1), (12, 18, 6), (17, 5, 1),
            (1 << 63, 1 << 62, 1 << 62), (.max, .max, .max), (.max, 255, 255),
            (6_700_417 * 274_177, 274_177 * 48, 274_177),
        ] as [(UInt64, UInt64, UInt64)])
    func finds(_ a: UInt64, _ b: UInt64, _ expected: UInt64) {
        #expect(GreatestCommonDivisor.of(a, b) == expected)
        #expect(GreatestCommonDivisor.of(UInt128(a), UInt128(b)) == UInt128(expected))
        let wide = UInt128(1) << 63
        #expect(
            GreatestCommonDivisor.of(UInt128(a) * wide, UInt128(b) * wide)
                == UInt128(expected) * wide)
    }
}
