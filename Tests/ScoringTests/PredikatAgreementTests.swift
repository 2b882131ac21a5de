import CivilService
import Diagnostics
import Evidence
import Formulas
import MiniRun
import Regulation
import Scoring
import Testing

/// PermenPANRB 6/2022 as a scheme without number, against the formula that the rule tests and the audit ask.
@Suite("Schemes without number")
struct PredikatAgreementTests {
    private static let bands =
        "bands: [ { name: di atas ekspektasi, from: 3 }, { name: sesuai ekspektasi, from: 2 }, "
        + "{ name: di bawah ekspektasi } ]"

    private static let values =
        "values: { di atas ekspektasi: 3, sesuai ekspektasi: 2, di bawah ekspektasi: 1 }"

    private static let definition = """
        kinerja: 1
        pipeline: uji
        title: Uji
        period: year
        regulation: nasional
        ingest:
          pegawai: { kind: register, files: p.csv, columns: { nip: a, nama: b, unit: c } }
          skp:
            kind: outcome
            files: s.csv
            columns: { nip: a, skp: b, hasil_kerja: c, perilaku_kerja: d }
        normalize:
          aliases: { hasil_kerja: { parameter: panrb6-ejaan }, perilaku_kerja: { parameter: panrb6-ejaan } }
        score:
          schemes:
            - id: pegawai
              rule_set: panrb6-2022
              components:
                - { id: hasil, method: outcome, column: hasil_kerja, from: [skp], weight: 0, \(values) }
                - { id: perilaku, method: outcome, column: perilaku_kerja, from: [skp], weight: 0, \(values) }
              predikat:
                matrix:
                  rows: { component: hasil, \(bands) }
                  columns: { component: perilaku, \(bands) }
                  cells: { parameter: panrb6-matriks }
                  order: { parameter: panrb6-predikat }

        """

    /// One person for each pair of ratings, in their order.
    private func run(
        _ pairs: [(String, String)], rank: String = "", keepsAllRows: Bool = false
    ) throws -> MiniRun {
        var register = ""
        var rows = ""
        for (place, pair) in pairs.enumerated() {
            register += "@\(place + 1);A;U\n"
            rows += "@\(place + 1);1;\(pair.0);\(pair.1)\n"
        }
        return try MiniRun(
            Self.definition + rank, period: "2024", ["pegawai": register, "skp": rows],
            keepsAllRows: keepsAllRows, files: NationalLaw.text)
    }

    private func law() throws -> RuleReader {
        let book = RuleBook(date: try #require(CalendarDate(iso: "2024-12-31"))) { name in
            NationalLaw.text("nasional/\(name).yaml").map { ($0, name) }
        }
        return RuleReader(book, for: SourceLocation(file: "uji"))
    }

    /// The words of a scheme's people, `-` for nobody's.
    private func predikat(_ run: MiniRun) -> [String] {
        let results = run.results()
        return results.predikat.map { $0 < 0 ? "-" : results.predikatNames[Int($0)] }
    }

    @Test(
        "Every pair of ratings, in every spelling that the law's lists know, and words that they do not"
    )
    func everyPair() throws {
        let rules = try law()
        let formula = PredikatPANRB6(rules)
        let spellings = rules.records("panrb6-ejaan", columns: ["ejaan", "baku"]).records.map {
            $0.text("ejaan")
        }
        #expect(rules.book.problems.isEmpty)
        let words =
            formula.ratings.words + spellings + [
                "DI ATAS EKSPEKTASI", "Diatas", "di-bawah", "Sesuai/Ekspektasi",
                "di bawah ekspektasi.",
                "bagus", "Baik", "sesuai ekspetasi", "di atas rata-rata", "3",
            ]
        #expect(words.count >= 19)
        let pairs = words.flatMap { first in words.map { (first, $0) } }
        let found = predikat(try run(pairs))
        var silent = Trace(isOn: false)
        for (pair, found) in zip(pairs, found) {
            let expected = formula.predikat(hasil: pair.0, perilaku: pair.1, &silent)
            #expect(found == expected ?? "-", "\(pair)")
        }
        #expect(found.count == pairs.count)
    }

    @Test("The nine cells are those of the regulation's figure")
    func nineCells() throws {
        let words = ["di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi"]
        let run = try run(words.flatMap { first in words.map { (first, $0) } })
        // From the top: kuadran kinerja pegawai, rows hasil kerja.
        #expect(
            predikat(run) == [
                "Sangat Baik", "Baik", "Kurang", "Baik", "Baik", "Kurang", "Butuh Perbaikan",
                "Butuh Perbaikan", "Sangat Kurang",
            ])
        let results = run.results()
        #expect(results.statuses.allSatisfy { $0 == .ranked })
        #expect(results.finals.allSatisfy { $0 == Results.absent })
    }

    @Test(
        "Ranks go by predikat, equal ones share a rank, and nobody without one has any",
        arguments: ["", "rank: { by: [predikat desc] }\n", "rank: { order: [nip asc] }\n"])
    func ranks(rank: String) throws {
        let run = try run(
            [
                ("sesuai", "di bawah"), ("di atas", "di atas"), ("di bawah", "di bawah"),
                ("bagus", "sesuai"), ("sesuai", "sesuai"), ("di atas", "sesuai"),
                ("di bawah", "sesuai"),
                ("sesuai", ""),
            ], rank: rank)
        #expect(
            predikat(run) == [
                "Kurang", "Sangat Baik", "Sangat Kurang", "-", "Baik", "Baik", "Butuh Perbaikan",
                "-",
            ])
        let results = run.results()
        let table = Ranking.rank(results, run.evidence)
        #expect(table.listing == [1, 4, 5, 6, 0, 2])
        #expect(table.ranks[0] == [5, 1, 6, 0, 2, 2, 4, 0])
        #expect(
            results.reasons.map { $0 < 0 ? "-" : results.reasonNames[Int($0)] } == [
                "-", "-", "-", "TANPA_HASIL", "-", "-", "-", "TANPA_PERILAKU",
            ])
    }

    @Test(
        "Beside people with a number those without come last, whether finals are exact or published",
        arguments: [
            // 0 and 90 of the second and the third, Baik and Sangat Baik of the others.
            ("", [2, 1, 3, 0], [4, 2, 1, 3]), ("exact: true", [2, 1, 3, 0], [4, 2, 1, 3]),
            ("by: [akhir asc]", [1, 2, 0, 3], [3, 1, 2, 3]),
            ("by: [akhir asc], exact: true", [1, 2, 0, 3], [3, 1, 2, 3]),
            ("by: [predikat desc, akhir desc]", [3, 0, 2, 1], [2, 4, 3, 1]),
        ] as [(String, [Int32], [Int32])])
    func mixed(rank: String, listing: [Int32], ranks: [Int32]) throws {
        let numbered = """
            - id: angka
                  for: { unit: V }
                  components: [ { id: angka, method: outcome, column: nilai, from: [skp], weight: 100 } ]
                - id: pegawai

            """
        let text =
            Self.definition.replacing("- id: pegawai\n", with: numbered)
            .replacing("perilaku_kerja: d }", with: "perilaku_kerja: d, nilai: e }")
        let run = try MiniRun(
            text + "rank: { \(rank) }\n", period: "2024",
            [
                "pegawai": "@1;A;U\n@2;B;V\n@3;C;V\n@4;D;U\n",
                "skp": "@1;1;sesuai;sesuai\n@2;1;;;0\n@3;1;;;90\n@4;1;diatas;diatas\n",
            ], files: NationalLaw.text)
        let results = run.results()
        #expect(results.finals == [Results.absent, 0, 9_000, Results.absent])
        let table = Ranking.rank(results, run.evidence)
        #expect(table.listing == listing)
        #expect(table.ranks[0] == ranks)
    }

    @Test("What explains somebody shows the words, the cell of the law, and no figure")
    func explains() throws {
        let run = try run([("Diatas", "sesuai")], keepsAllRows: true)
        let steps = run.steps()
        #expect(steps.contains { $0.label == "di atas ekspektasi" })
        #expect(!steps.contains { $0.label == "nilai tertimbang" })
        let last = try #require(steps.last { $0.label == "predikat" })
        #expect(last.value == "Baik")
        #expect(last.basis.map(\.use.name).contains("panrb6-matriks"))
        #expect(run.score(explained: true).predikat == "Baik")
    }
}
