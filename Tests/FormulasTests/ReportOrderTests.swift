import Arithmetic
import CivilService
import Diagnostics
import Formulas
import Regulation
import Testing

/// Faults of parameters come in the order of their files, in every run.
@Suite("Formulas: faults of parameters")
struct ReportOrderTests {
    private static func book(_ values: [String: String]) throws -> RuleBook {
        let date = try #require(CalendarDate(iso: "2025-12-31"))
        return RuleBook(date: date) { name in
            values[name].map { value in
                let head = "name: \(name)\ngloss: g\nunit: u\nvalues:\n  2020-01-01:\n"
                let tail = "    source: { title: T }\n    status: confirmed\n"
                return (head + "    value:\n" + value + tail, "\(name).yaml")
            }
        }
    }

    @Test("Categories report what each ladder lacks, from the first line down")
    func ladders() throws {
        let rows = (1...12).map { "      - { jabatan: tangga \($0), di_bawah: 1 }\n" }.joined()
        let book = try Self.book([
            "kompetensi-kategori": rows, "kompetensi-kategori-sela": "      bawah\n",
        ])
        _ = KategoriKompetensi(book.reader)
        // The first row stands behind six lines of head; each lacks its 'nama'.
        #expect(book.problems.map { $0.location.line } == Array(7...18))
    }

    @Test("Rows of one ladder are one ladder, wherever they stand and however it is spelt")
    func dividedLadder() throws {
        let book = try Self.book([
            "kompetensi-kategori": """
                  - { jabatan: Satu, nama: baik, dari: 50 }
                  - { jabatan: dua, nama: cukup, di_bawah: 50 }
                  - { jabatan: SATU, nama: kurang, di_bawah: 50 }

            """,
            "kompetensi-kategori-sela": "      bawah\n",
        ])
        let categories = KategoriKompetensi(book.reader)
        #expect(book.problems.isEmpty)
        var trace = Trace(isOn: false)
        #expect(categories.category(of: Rational(50), ladder: "satu", &trace) == "baik")
        #expect(categories.category(of: Rational(49), ladder: "satu", &trace) == "kurang")
        #expect(categories.category(of: Rational(49), ladder: "dua", &trace) == "cukup")
        #expect(categories.category(of: Rational(49), ladder: "tiga", &trace) == nil)
    }

    @Test("A matrix whose columns stand twice, spelt otherwise, is refused at the second")
    func twinColumns() throws {
        let book = try Self.book([
            "m": "      Baik: { Di Atas: a, Sesuai: b, di atas: c }\n"
        ])
        _ = book.reader.matrix("m")
        #expect(book.problems.map(\.code) == [.parameterMalformed])
        #expect(book.problems.map { $0.location.line } == [7])
        #expect(book.problems.first?.location.column ?? 0 > 30)
    }

    @Test("A list of words that says one twice is refused", arguments: ["Baik", "BAIK"])
    func twinWords(second: String) throws {
        let book = try Self.book([
            "panrb6-predikat": "      [Sangat Baik, Baik, Cukup, Kurang, \(second)]\n",
            "panrb6-capaian-organisasi": "      [Istimewa, Baik]\n",
            "panrb6-ejaan": "      - { ejaan: x, baku: Istimewa }\n",
            "panrb6-distribusi-minimum": "      5\n",
            "panrb6-sebagian-besar": "      tidak-dinilai\n",
            "panrb6-distribusi": """
                  - { capaian: Istimewa, predikat: Baik, min: 1 }
                  - { capaian: Baik, predikat: Baik, min: 1 }

            """,
        ])
        _ = PolaDistribusi(book.reader)
        #expect(book.problems.map(\.code) == [.parameterMalformed])
        #expect(book.problems.first?.message.contains("'\(second)' twice") == true)
    }
}
