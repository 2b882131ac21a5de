import Arithmetic
import Formulas
import Regulation
import Testing

@Suite("Formulas of a survey")
struct SurveyFormulaTests {
    @Test("The formula gives every row of the table of samples, as its authors say")
    func table() throws {
        let book = try LawBook.national(on: "2024-12-31")
        let rows = ["skm-sampel", "skm-sampel-tambahan"].flatMap { name in
            book.reader.records(name, columns: ["populasi", "sampel"]).records
        }
        let formula = SampelSKM(try LawBook.national(on: "2024-12-31").reader)
        #expect(rows.count == 90)
        var silent = Trace(isOn: false)
        for row in rows {
            let population = Int(row.number("populasi").rounded(decimals: 0, .down))
            // 3.841 × N × 0.25 / (0.0025 × (N − 1) + 3.841 × 0.25), in thousandths.
            let exact = Rational(960_250 * population, over: 2_500 * (population - 1) + 960_250)
            let sample = exact.rounded(decimals: 0, .halfUp)
            #expect(row.number("sampel") == Rational(sample, over: 1), "\(population)")
            #expect(formula.sample(of: population, &silent) == Int(sample))
        }
        #expect(book.problems.isEmpty)
    }

    @Test("Every step of an index names the law it rests on")
    func basis() throws {
        let book = try LawBook.national(on: "2024-12-31")
        let formula = IndeksKepuasan(book.reader)
        let quality = MutuPelayanan(book.reader)
        #expect(book.problems.isEmpty)
        var trace = Trace(isOn: true)
        let elements = (1...9).map {
            IndeksKepuasan.Element(name: "U\($0)", sum: Rational(10), answers: 10)
        }
        // 1 × 0.11 × 9 × 25.
        let index = formula.index(
            of: elements, forms: 10, minimumPresent: .zero, &trace)
        #expect(index == Rational(99, over: 4))
        #expect(quality.band(of: try #require(index), &trace)?.letter == "D")
        let names = trace.nodes.flatMap(\.basis).map(\.use.name)
        #expect(
            names == [
                "skm-bobot-unsur", "skm-faktor", "skm-mutu", "skm-mutu-desimal",
                "skm-mutu-terbawah",
            ])
    }
}
