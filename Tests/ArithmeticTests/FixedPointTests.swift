import Testing

@testable import Arithmetic

@Suite("FixedPoint")
struct FixedPointTests {
    @Test(
        "A scaled integer is written with its point",
        arguments: [
            (980_412, 4, "98.0412"), (-980_412, 4, "-98.0412"), (0, 0, "0"), (0, 2, "0.00"),
            (5, 2, "0.05"), (-5, 2, "-0.05"), (100, 2, "1.00"), (1_000_000, 4, "100.0000"),
            (1_250_000, 0, "1250000"), (.max, 0, "9223372036854775807"),
            (.min, 18, "-9.223372036854775808"), (1, 18, "0.000000000000000001"),
        ] as [(Int64, Int, String)])
    func writes(_ scaled: Int64, decimals: Int, as expected: String) {
        #expect(FixedPoint.text(scaled, decimals: decimals) == expected)
    }

    @Test("Appending keeps what was there")
    func appends() {
        var bytes = Array("a,".utf8)
        FixedPoint.append(-7, decimals: 1, to: &bytes)
        #expect(bytes == Array("a,-0.7".utf8))
    }

    @Test("Powers of ten reach the width of 64 bits")
    func powers() {
        #expect(FixedPoint.power(0) == 1)
        #expect(FixedPoint.power(9) == 1_000_000_000)
        #expect(FixedPoint.power(18) == 1_000_000_000_000_000_000)
    }
}
