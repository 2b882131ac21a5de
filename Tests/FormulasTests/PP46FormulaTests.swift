import Arithmetic
import Formulas
import Regulation
import Testing

@Suite("SkpPP46 and PrestasiPP46")
struct PP46FormulaTests {
    private func time(_ target: Rational, _ realised: Rational) throws -> Rational? {
        let book = try LawBook.national(on: "2020-12-31")
        let formula = SkpPP46(book.reader)
        #expect(book.problems.isEmpty)
        var silent = Trace(isOn: false)
        return formula.value(
            of: .init(name: "A", aspects: [.waktu: .init(target: target, realised: realised)]),
            &silent)
    }

    @Test("24 % is met by thirds exactly, and missed by less than any rounding shows")
    func threshold() throws {
        // 24 % of 1/3 saved leaves 19/75.
        let third = Rational(1, over: 3)
        #expect(try time(third, Rational(19, over: 75)) == Rational(100))
        // 10⁻¹² less: 76 − 100 × 3 × 10⁻¹².
        let hair = Rational(1, over: 1_000_000_000_000)
        #expect(
            try time(third, Rational(19, over: 75) - hair)
                == Rational(76) - Rational(300) * hair)
    }

    @Test("Each aspect is bounded by a limit where one is set, and by the least score")
    func bounds() throws {
        // 1.76 × 10 − 17.6 = 0; beyond it the least score holds.
        #expect(try time(Rational(10), Rational(176, over: 10)) == .zero)
        #expect(try time(Rational(10), Rational(20)) == .zero)
        #expect(try time(Rational(0), Rational(1)) == nil)
    }

    @Test("Shares and bands are those in force, with their basis")
    func prestasi() throws {
        let book = try LawBook.national(on: "2014-01-01")
        let formula = PrestasiPP46(book.reader)
        #expect(book.problems.isEmpty)
        var trace = Trace(isOn: true)
        // 60 % × 266/3 + 40 % × 84 = 53.2 + 33.6.
        let value = formula.value(skp: Rational(266, over: 3), behaviour: Rational(84), &trace)
        #expect(value == Rational(868, over: 10))
        #expect(formula.predikat(of: value, &trace) == "Baik")
        #expect(
            trace.nodes.flatMap(\.basis).map(\.use.name) == [
                "pp46-bobot", "pp46-bobot", "nilai-desimal", "pp46-predikat", "pp46-sela-predikat",
            ])
    }
}
