import Arithmetic
import CivilService
import Diagnostics
import Formulas
import Regulation
import Testing

@Suite("AngkaKreditFormula")
struct AngkaKreditFormulaTests {
    @Test("Months share the year's coefficient, rounded half up once")
    func months() throws {
        let book = try LawBook.national(on: "2024-12-31")
        let formula = AngkaKreditFormula(book.reader)
        #expect(book.problems.isEmpty)
        var silent = Trace(isOn: false)
        // 7/12 × 100 % × 12.5 = 7.291666…
        let points = formula.points(
            jenjang: "Ahli Pertama", predikat: "BAIK", months: 7, &silent)
        #expect(points == Rational(729, over: 100))
    }
}
