import Arithmetic
import CivilService
import Diagnostics
import Evidence
import Formulas
import MiniRun
import Regulation
import Scoring
import Testing

/// The final and its predikat are stated twice: as formulas, which the rule tests ask, and as what schemes do. They must
/// be the same for everybody.
@Suite("Schemes and formulas agree")
struct FinalAgreementTests {
    /// What somebody has of SKP and of perilaku: the mean of ratings in millionths.
    struct Pair {
        let skp: [Int]
        let behaviour: [Int]

        static func mean(_ ratings: [Int]) -> Rational {
            Rational(ratings.reduce(0, +), over: 1_000_000 * ratings.count)
        }
    }

    /// Finals at every border of both regulations and halfway between bands, on both sides at every distance at which a
    /// rounding decides, and fractions without end.
    private static let pairs: [Pair] = {
        let borders = [
            110_000_000, 91_000_000, 90_500_000, 90_000_000, 76_000_000, 75_500_000, 70_000_000,
            61_000_000, 60_500_000, 51_000_000, 50_500_000, 50_000_000,
        ]
        let distances = [
            -10_000, -5_001, -5_000, -4_999, -1_000, -1, 0, 1, 1_000, 4_999, 5_000, 5_001, 10_000,
        ]
        var pairs: [Pair] = []
        for border in borders {
            for distance in distances {
                let final = border + distance
                pairs.append(Pair(skp: [final], behaviour: [final]))
                // 60 % of 4 less is 40 % of 6 more, and 70 % of 3 less is 30 % of 7 more.
                pairs.append(Pair(skp: [final - 4_000_000], behaviour: [final + 6_000_000]))
                pairs.append(Pair(skp: [final - 3_000_000], behaviour: [final + 7_000_000]))
            }
        }
        let fractions: [[Int]] = [
            [88, 89, 89], [1, 1, 1, 1, 1, 1, 1, 0, 0], [91, 91, 90], [75, 76, 76], [110, 110, 109],
            [50, 50, 50, 50, 50, 50, 49], [120], [0],
        ].map { $0.map { $0 * 1_000_000 } }
        for skp in fractions {
            for behaviour in fractions { pairs.append(Pair(skp: skp, behaviour: behaviour)) }
        }
        return pairs
    }()

    private static func definition(
        period: String, shares: (String, String), predikat: String
    ) -> String {
        """
        kinerja: 1
        pipeline: uji
        title: Uji
        period: \(period)
        regulation: nasional
        ingest:
          pegawai: { kind: register, files: p.csv, columns: { nip: a, nama: b, unit: c } }
          nilai:
            kind: rating
            files: n.csv
            columns: { nip: a, penilai: b, peran: c, nilai: d }
            key: [nip, penilai, peran]
          skp: { kind: outcome, files: s.csv, columns: { nip: a, skp: b, gagasan: c } }
        validate:
          nilai: { rules: [ { column: nilai, decimal: { digits: 9, places: 6 } } ] }
        score:
          publish: { akhir: { parameter: nilai-desimal } }
          schemes:
            - id: umum
              components:
                - { id: skp, method: rating, from: [nilai], roles: { skp: 1 }, weight: \(shares.0) }
                - { id: perilaku, method: rating, from: [nilai], roles: { perilaku: 1 },
                    weight: \(shares.1) }
              predikat: \(predikat)
        """
    }

    /// The results of everybody with a pair, as figures of hundredths and words.
    private func results(
        _ definition: String, period: String, hasIdeas: Bool = false, rules: RulesChoice = .then
    ) throws -> [String] {
        var tables = ["pegawai": "", "nilai": "", "skp": ""]
        for (place, pair) in Self.pairs.enumerated() {
            let person = "@\(place + 1)"
            tables["pegawai"]? += "\(person);A;U\n"
            for (role, ratings) in [("skp", pair.skp), ("perilaku", pair.behaviour)] {
                for (rater, value) in ratings.enumerated() {
                    let text = Rational(value, over: 1_000_000).decimalText(decimals: 6, .halfUp)
                    tables["nilai"]? += "\(person);@\(rater + 1);\(role);\(text)\n"
                }
            }
            tables["skp"]? += "\(person);1;\(hasIdeas ? "ya" : "tidak")\n"
        }
        let run = try MiniRun(
            definition, period: period, tables, rules: rules, files: NationalLaw.text)
        #expect(run.rejects.values.flatMap { $0 }.prefix(3) == [])
        let results = run.results()
        #expect(results.count == Self.pairs.count)
        return zip(results.finals, results.predikat).map { final, predikat in
            "\(final) \(predikat < 0 ? "-" : results.predikatNames[Int(predikat)])"
        }
    }

    /// The law that the formulas are made with.
    private func law(on day: String, rules: RulesChoice = .then) throws -> RuleBook {
        var supposition: Supposition?
        if case .supposed(let file, let text) = rules {
            supposition = try Supposition.read(text, file: file)
        }
        let date = try #require(CalendarDate(iso: day))
        return RuleBook(date: date, supposition: supposition) { name in
            NationalLaw.text("nasional/\(name).yaml").map { ($0, name) }
        }
    }

    private func expect(_ found: [String], _ expected: (Pair) -> (Rational?, String?)) {
        for (pair, found) in zip(Self.pairs, found) {
            let (value, predikat) = expected(pair)
            let figure = value?.rounded(decimals: 2, .halfUp)
            #expect(
                found == "\(figure ?? -1) \(predikat ?? "?")",
                "\(pair.skp) and \(pair.behaviour), exactly \(value?.exactText ?? "-")")
        }
    }

    private static let rounding = RulesChoice.supposed(
        file: "andai.yaml",
        text: "title: Andai\nparameters: { pp46-sela-predikat: round-first }\n")

    @Test(
        "PP 46/2011, whatever lies between two bands",
        arguments: [
            ("{ parameter: pp46-sela-predikat }", RulesChoice.then),
            ("{ parameter: pp46-sela-predikat }", Self.rounding), ("half-open", .then),
            ("round-first", Self.rounding),
        ])
    func pp46(gap: String, rules: RulesChoice) throws {
        let definition = Self.definition(
            period: "year",
            shares: (
                "{ parameter: pp46-bobot, row: skp }", "{ parameter: pp46-bobot, row: perilaku }"
            ),
            predikat: "{ bands: { parameter: pp46-predikat }, gap: \(gap) }")
        // A policy that the definition states itself is no supposition of that run.
        let isStated = !gap.hasPrefix("{")
        let found = try results(
            definition, period: "2020", rules: isStated ? .then : rules)
        let book = try law(on: "2020-12-31", rules: rules)
        let formula = PrestasiPP46(RuleReader(book, for: SourceLocation(file: "uji")))
        #expect(book.problems.isEmpty)
        var silent = Trace(isOn: false)
        expect(found) { pair in
            let value = formula.value(
                skp: Pair.mean(pair.skp), behaviour: Pair.mean(pair.behaviour), &silent)
            return (value, formula.predikat(of: value, &silent))
        }
        // Both policies give all five, and they are two.
        #expect(Set(found.map { $0.drop { $0 != " " } }).count == 5)
        #expect(found.contains("9050 Sangat Baik") == (rules != .then))
        #expect(found.contains("9050 Baik") == (rules == .then))
    }

    @Test(
        "PP 30/2019, with and without the opinion of others, with and without a new idea",
        arguments: NilaiPP30.Opinion.allCases, [true, false])
    func pp30(opinion: NilaiPP30.Opinion, hasIdea: Bool) throws {
        let row = "parameter: pp30-bobot, row: \(opinion.rawValue)"
        let definition = Self.definition(
            period: "semester",
            shares: ("{ \(row), column: skp }", "{ \(row), column: perilaku }"),
            predikat: """
                { bands: { parameter: pp30-predikat }, conditions: [ { from: [skp], where: { gagasan: ya },
                    predikat: { parameter: pp30-syarat-gagasan, row: Sangat Baik, column: predikat } } ] }
                """)
        let found = try results(definition, period: "2021-S2", hasIdeas: hasIdea)
        let book = try law(on: "2021-12-31")
        let formula = NilaiPP30(RuleReader(book, for: SourceLocation(file: "uji")))
        #expect(book.problems.isEmpty)
        var silent = Trace(isOn: false)
        expect(found) { pair in
            let value = formula.value(
                skp: Pair.mean(pair.skp), behaviour: Pair.mean(pair.behaviour), opinion: opinion,
                &silent)
            return (
                value, value.flatMap { formula.predikat(of: $0, hasIdea: hasIdea, &silent) }
            )
        }
        #expect(found.contains("11000 Sangat Baik") == hasIdea)
        #expect(found.contains("11000 Baik") == !hasIdea)
    }

    @Test(
        "A step of the weighted mean cites the row that gave the weight, and the predikat its policy"
    )
    func cites() throws {
        let definition = Self.definition(
            period: "year",
            shares: (
                "{ parameter: pp46-bobot, row: skp }", "{ parameter: pp46-bobot, row: perilaku }"
            ),
            predikat: """
                { bands: { parameter: pp46-predikat }, gap: { parameter: pp46-sela-predikat } }
                """)
        let run = try MiniRun(
            definition, period: "2020",
            ["pegawai": "@1;A;U\n", "nilai": "@1;@2;skp;90\n@1;@2;perilaku;80\n"],
            keepsAllRows: true, files: NationalLaw.text)
        let bases = run.steps().flatMap(\.basis).map { "\($0.use.name) = \($0.value)" }
        #expect(bases.contains("pp46-bobot = skp 60"))
        #expect(bases.contains("pp46-bobot = perilaku 40"))
        #expect(bases.contains("pp46-sela-predikat = half-open"))
        // 60 % × 90 + 40 % × 80.
        #expect(run.score().published == 8_600)
        #expect(run.score().predikat == "Baik")
    }

    @Test(
        "Explain says which figure the bands were asked of",
        arguments: [
            ("round-first", 905, "90.50 dibulatkan menjadi 91, dari 91", "Sangat Baik"),
            ("round-first", 910, "91.00 dari 91", "Sangat Baik"),
            ("half-open", 905, "90.50 dari 76", "Baik"),
        ])
    func explains(gap: String, tenths: Int, words: String, predikat: String) throws {
        let definition = Self.definition(
            period: "year", shares: ("60", "40"),
            predikat: "{ bands: { parameter: pp46-predikat }, gap: \(gap) }")
        let value = Rational(tenths, over: 10).exactText
        let run = try MiniRun(
            definition, period: "2020",
            ["pegawai": "@1;A;U\n", "nilai": "@1;@2;skp;\(value)\n@1;@2;perilaku;\(value)\n"],
            keepsAllRows: true, files: NationalLaw.text)
        let step = try #require(run.steps().last { $0.label == "predikat" })
        #expect(step.formula == words)
        #expect(step.value == predikat)
    }
}
