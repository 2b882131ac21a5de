import Testing

@testable import Arithmetic

@Suite("Rational")
struct RationalTests {
    @Test("Every operation gives what Python's fractions give", arguments: FractionTable.lines)
    func agreesWithPython(_ line: String) throws {
        let parts = line.split(separator: " ").map(String.init)
        try #require(parts.count == 7)
        let a = try #require(Rational(decimal: parts[0]))
        let b = try #require(Rational(decimal: parts[1]))
        #expect((a + b).description == parts[2])
        #expect((a - b).description == parts[3])
        #expect((a * b).description == parts[4])
        #expect((a / b).description == parts[5])
        #expect((a < b ? "<" : b < a ? ">" : "=") == parts[6])
        #expect((a == b) == (parts[6] == "="))
        var sum = a
        sum += b
        #expect(sum == a + b && sum - b == a && (a / b) * b == a)
    }

    @Test("A sum does not depend on the order of its parts")
    func sumIsOrderFree() {
        let parts = (1...60).map { Rational(7 * $0 - 150, over: 3 * $0 + 1) }
        let forward = parts.reduce(.zero, +)
        let backward = parts.reversed().reduce(.zero, +)
        #expect(forward == backward)
        #expect(forward.hashValue == backward.hashValue)
    }

    @Test("A fraction is reduced and its sign stands in the numerator")
    func reduces() {
        #expect(Rational(6, over: -4).description == "-3/2")
        #expect(Rational(-6, over: -3) == Rational(2))
        #expect(Rational(0, over: -5) == .zero)
        #expect(Rational(Int64.min, over: Int64.min) == .one)
        #expect(Rational(Int128.min, over: 2).description == "\(Int128.min / 2)")
        #expect(Rational(1, over: Int128.min) < .zero)
    }

    @Test("What leaves 128 bits is exact and comes back small")
    func overflowsAndReturns() {
        let top = Rational(Int128.max, over: 1)
        let beyond = top + .one
        // 2^127, by Python.
        #expect(beyond.description == "170141183460469231731687303715884105728")
        #expect(isBig(beyond) && !isBig(top))
        #expect(beyond - .one == top && !isBig(beyond - .one))
        #expect(top < beyond && !(beyond < top) && -beyond < -top)
        #expect((-beyond).signum == -1 && -(-beyond) == beyond)
        #expect(beyond * beyond / beyond / beyond == .one)
        #expect(Rational(Int128.min, over: 1) == -beyond)
        #expect(Set([beyond, top + .one]).count == 1)
    }

    @Test("Fractions at the limits are compared without loss")
    func comparesAtLimits() {
        let top = Int128.max
        // n/(n+1) grows with n: neighbours differ by 2^-253.
        #expect(Rational(top - 2, over: top - 1) < Rational(top - 1, over: top))
        #expect(Rational(1 - top, over: top) < Rational(2 - top, over: top - 1))
        #expect(Rational(-1, over: top) < .zero && .zero < Rational(1, over: top))
        #expect(Rational(-1, over: top) < Rational(1, over: top))
        #expect(!(Rational(top, over: 3) < Rational(top, over: 3)))
        #expect(Rational(1, over: top) < Rational(1, over: top - 1))
    }

    @Test("Sums at the limits of 64 bits are those of Python's fractions")
    func sumsAtNarrowLimits() {
        let least = Rational(Int64.min, over: Int64.max)
        let next = least + Rational(Int64.min, over: Int64.max - 1)
        #expect(
            next.description
                == "-85070591730234615852008593802659889152/42535295865117307919086767873688862721")
        let whole = least + Rational(Int64.min, over: Int64(1))
        #expect(whole.description == "-85070591730234615865843651857942052864/9223372036854775807")
    }

    @Test("A denominator beyond 128 bits stays exact")
    func sumsCoprimeDenominators() throws {
        let a = Rational(1, over: Int128.max)
        let b = Rational(1, over: Int128.max - 1)
        #expect(isBig(a + b))
        #expect(a + b - b == a)
        #expect(!isBig(a + b - b))
    }

    @Test(
        "Text of one spelling is read exactly",
        arguments: [
            ("12.5", "25/2"), ("-0.25", "-1/4"), ("1/9", "1/9"), ("-6/4", "-3/2"), ("0", "0"),
            ("-0", "0"), ("007", "7"), ("98.0400", "2451/25"),
            ("170141183460469231731687303715884105728", "170141183460469231731687303715884105728"),
        ])
    func readsText(_ text: String, as expected: String) {
        #expect(Rational(decimal: text)?.description == expected)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "-", ".", ".5", "5.", "+1", " 1", "1 ", "1,5", "1e3", "1/0", "1/", "/2", "1/-2",
            "1.5/2", "--1", "1.2.3", "x", "0x10", "١", String(repeating: "9", count: 129),
        ])
    func refusesText(_ text: String) {
        #expect(Rational(decimal: text) == nil)
    }

    private func isBig(_ value: Rational) -> Bool {
        if case .big = value.storage { true } else { false }
    }
}
