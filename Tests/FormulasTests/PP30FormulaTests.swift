import Arithmetic
import Formulas
import Regulation
import Testing

@Suite("NilaiIKI, SkpPP30 and NilaiPP30")
struct PP30FormulaTests {
    @Test("The table of nilai rises with every whole percent and lies in its category")
    func table() throws {
        let book = try LawBook.national(on: "2021-12-31")
        let formula = NilaiIKI(book.reader)
        #expect(book.problems.isEmpty)
        var silent = Trace(isOn: false)
        var before = Rational(-1)
        for percent in 0...111 {
            let result = try #require(
                formula.result(percent: Rational(percent), isMaximum: false, &silent))
            // 110 and 111 are both 120.
            #expect(percent == 111 ? result.value == before : result.value > before)
            // Between 60 and 99 the rule is c − 10.
            if (60...99).contains(percent) { #expect(result.value == Rational(percent - 10)) }
            before = result.value
        }
        #expect(formula.result(percent: Rational(-1), isMaximum: false, &silent) == nil)
    }

    @Test(
        "Weights of kinerja utama are shares of exactly 100",
        arguments: [
            ([60, 40], true), ([60, 39], false), ([100], true), ([100, 0], true), ([], false),
            ([150, -50], false),
        ])
    func weights(weights: [Int], isWhole: Bool) {
        #expect(SkpPP30.isWhole(weights.map { Rational($0) }) == isWhole)
    }

    @Test("Thirds of 100 are a whole")
    func thirds() {
        #expect(SkpPP30.isWhole(Array(repeating: Rational(100, over: 3), count: 3)))
        #expect(!SkpPP30.isWhole(Array(repeating: Rational(3333, over: 100), count: 3)))
    }

    @Test("The idea is a condition of the highest predikat, of the stored figure")
    func idea() throws {
        let book = try LawBook.national(on: "2021-07-01")
        let formula = NilaiPP30(book.reader)
        #expect(book.problems.isEmpty)
        var trace = Trace(isOn: true)
        // 109.995 is stored as 110.00, what is less by any hair as 109.99.
        let half = Rational(109_995, over: 1_000)
        let below = half - Rational(1, over: 1_000_000_000)
        #expect(formula.predikat(of: half, hasIdea: true, &trace) == "Sangat Baik")
        #expect(formula.predikat(of: half, hasIdea: false, &trace) == "Baik")
        #expect(formula.predikat(of: below, hasIdea: true, &trace) == "Baik")
        #expect(
            trace.nodes.map { $0.basis.map(\.use.name) } == [
                ["nilai-desimal"], ["pp30-predikat", "pp30-syarat-gagasan"],
                ["nilai-desimal"], ["pp30-predikat", "pp30-syarat-gagasan"],
                ["nilai-desimal"], ["pp30-predikat"],
            ])
        #expect(
            trace.nodes.filter { $0.label == "nilai yang disimpan" }.map(\.value) == [
                "110", "110", "109.99",
            ])
    }
}
