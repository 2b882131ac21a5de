import Diagnostics
import Formulas
import Regulation
import Testing

@Suite("PermenPANRB 6/2022")
struct PredikatPANRB6Tests {
    @Test(
        "A stated predikat that the matrix does not give is told apart, with what the matrix gives",
        arguments: [
            // Cells of the matrix: sesuai × sesuai Baik, di bawah × di atas Butuh Perbaikan.
            ("Sesuai", "Sesuai", "BAIK", Conformance.agrees),
            ("Sesuai", "Sesuai", "Sangat Baik", .differs(given: "Baik")),
            ("Dibawah", "Diatas", "KURANG", .differs(given: "Butuh Perbaikan")),
            ("Sesuai", "Sesuai", "-", .missing(.predikat)),
            ("Sesuai", "", "BAIK", .missing(.conduct)),
            ("Bagus", "Sesuai", "BAIK", .unknown(.outcome, text: "Bagus")),
        ])
    func conformance(
        hasil: String, perilaku: String, akhir: String, expected: Conformance
    ) throws {
        let book = try LawBook.national(on: "2024-12-31")
        let formula = PredikatPANRB6(book.reader)
        #expect(book.problems.isEmpty)
        var silent = Trace(isOn: false)
        let found = formula.conformance(
            hasil: hasil, perilaku: perilaku, akhir: akhir, &silent)
        #expect(found == expected)
    }

    @Test("A step of the matrix cites the cell and the regulation")
    func basis() throws {
        let formula = PredikatPANRB6(try LawBook.national(on: "2024-12-31").reader)
        var trace = Trace(isOn: true)
        _ = formula.predikat(hasil: "diatas", perilaku: "SESUAI", &trace)
        let basis = try #require(trace.nodes.first?.basis.first)
        #expect(basis.value == "di atas ekspektasi × sesuai ekspektasi: Baik")
        #expect(basis.use.citation.title == "PermenPANRB 6/2022")
        #expect(basis.use.status == .unconfirmed)
    }

    @Test("There are seven core values, and none before 2022")
    func coreValues() throws {
        let book = try LawBook.national(on: "2022-01-01")
        #expect(
            book.reader.words("panrb6-berakhlak") == [
                "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif",
                "Kolaboratif",
            ])
        let before = try LawBook.national(on: "2021-12-31")
        #expect(before.reader.words("panrb6-berakhlak").isEmpty)
        #expect(before.problems.map(\.code.rawValue) == ["R401"])
    }
}
