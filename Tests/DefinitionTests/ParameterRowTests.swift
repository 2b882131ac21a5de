import Arithmetic
import Definition
import Diagnostics
import Regulation
import Testing

@Suite("Rows and columns of a parameter")
struct ParameterRowTests {
    private static func parameter(_ name: String, _ value: String) -> String {
        """
        name: \(name)
        gloss: Shares
        unit: percent
        values:
          2020-01-01:
            value: \(value)
            source: { title: Perwal 1/2020, article: pasal 3 }
            status: confirmed
        """
    }

    private static let files = [
        "aturan/bagian.yaml": parameter("bagian", "{ skp: 70, perilaku: 30 }"),
        "aturan/bobot.yaml": parameter(
            "bobot",
            "[ { pendapat: tanpa, skp: 55, perilaku: 45 }, { pendapat: dengan, skp: 60, perilaku: 40 } ]"
        ),
        "aturan/ganda.yaml": parameter(
            "ganda", "[ { capaian: baik, maks: 70 }, { capaian: baik, maks: 10 } ]"),
        "aturan/batas.yaml": parameter("batas", "120"),
        "aturan/kata.yaml": parameter("kata", "[ baik, cukup ]"),
    ]

    private static func text(_ first: String, _ second: String) -> String {
        Sample.text.replacing("weight: 60", with: "weight: \(first)")
            .replacing("weight: 40", with: "weight: \(second)")
    }

    @Test(
        "A weight may be a row of a map, or a column of a row of a list",
        arguments: [
            (
                "{ parameter: bagian, row: skp }", "{ parameter: bagian, row: perilaku }",
                ["70", "30"], ["bagian = skp 70", "bagian = perilaku 30"]
            ),
            (
                "{ parameter: bobot, row: dengan, column: skp }",
                "{ parameter: bobot, row: dengan, column: perilaku }",
                ["60", "40"], ["bobot = dengan skp 60", "bobot = dengan perilaku 40"]
            ),
            (
                "{ parameter: bobot, row: tanpa, column: skp }",
                "{ parameter: bobot, row: tanpa, column: perilaku }",
                ["55", "45"], ["bobot = tanpa skp 55", "bobot = tanpa perilaku 45"]
            ),
        ])
    func weights(
        first: String, second: String, weights: [String], basis: [String]
    ) throws {
        let definition = try Sample.load(Self.text(first, second), files: Self.files)
        let components = try #require(definition.schemes.first).components
        #expect(components.map(\.weight.exactText) == weights)
        // Explain cites the value that was taken, and not the table.
        #expect(
            components.flatMap { $0.basis.map { $0.text(.english) } }
                == basis.map { "\($0) (Perwal 1/2020, pasal 3; since 2020-01-01, confirmed)" })
    }

    @Test(
        "A row without column stands for all of it, as two rows of one table do each for themselves"
    )
    func wholeRow() throws {
        let aspects = "aspects: { parameter: bagian }"
        let sum = "{ parameter: bobot, row: tanpa, column: skp }"
        let text = Self.text(sum, "45\n          \(aspects)")
        let definition = try Sample.load(text, files: Self.files)
        let components = try #require(definition.schemes.first).components
        #expect(
            components.map { $0.basis.map(\.value) } == [
                ["tanpa skp 55"], ["{ skp: 70, perilaku: 30 }"],
            ])
    }

    @Test(
        "What is not there is a fault where it is named, with what there is",
        arguments: [
            (
                "{ parameter: bagian, row: §hasil }", DiagnosticCode.parameterRowMissing,
                "expected one of: skp, perilaku"
            ),
            (
                "{ parameter: bobot, row: §skp }", .parameterRowMissing,
                "expected one of: tanpa, dengan"
            ),
            (
                "{ parameter: bobot, row: tanpa, column: §hasil }", .parameterRowMissing,
                "expected one of: pendapat, skp, perilaku"
            ),
            (
                "{ parameter: bagian, row: skp, column: §skp }", .parameterRowMissing,
                "it is no table"
            ),
            ("{ parameter: batas, row: §skp }", .parameterRowMissing, "it is no table"),
            ("{ parameter: kata, row: §baik }", .parameterRowMissing, "it is no table"),
            ("{ parameter: ganda, row: §baik }", .badValue, "2 rows 'baik'"),
            ("{ parameter: bobot, column: §skp }", .missingKey, "there is no 'row'"),
            ("{ parameter: bobot, rows: §tanpa }", .unknownKey, ""),
        ])
    func faults(value: String, code: DiagnosticCode, message: String) throws {
        let marked = Sample.text.replacing(
            "weight: 60", with: "weight: 60\n          cap: \(value)")
        let lines = marked.prefix { $0 != "§" }.split(
            separator: "\n", omittingEmptySubsequences: false)
        let found = Sample.faults(marked.replacing("§", with: ""), files: Self.files)
        let fault = try #require(found.first)
        #expect(fault.code == code)
        #expect(fault.location.line == lines.count)
        if code != .unknownKey { #expect(fault.location.column == (lines.last?.count ?? 0) + 1) }
        #expect(fault.message.contains(message), "\(fault.message)")
    }

    @Test("A row that is nearly there is suggested")
    func suggests() {
        let text = Sample.text.replacing(
            "weight: 60", with: "weight: 60\n          cap: { parameter: bagian, row: perilku }")
        let found = Sample.faults(text, files: Self.files)
        #expect(found.map(\.code) == [.parameterRowMissing])
        #expect(found.first?.hint == "did you mean 'perilaku'?")
    }

    @Test(
        "A policy for what lies between two bands is one of two words, and belongs to bands",
        arguments: [
            ("{ bands: BANDS, gap: half-open }", nil), ("{ bands: BANDS, gap: round-first }", nil),
            ("{ bands: BANDS, gap: { parameter: sela } }", nil),
            ("{ bands: BANDS, gap: bulatkan }", DiagnosticCode.badValue),
            ("{ gap: round-first }", .missingKey),
        ] as [(String, DiagnosticCode?)])
    func gaps(predikat: String, code: DiagnosticCode?) throws {
        let start = try #require(Sample.text.firstRange(of: "      predikat:\n"))
        let end = try #require(Sample.text.firstRange(of: "rank:\n"))
        let bands = "[ { predikat: Baik, from: 76 }, { predikat: Kurang } ]"
        let text =
            Sample.text[..<start.lowerBound]
            + "      predikat: \(predikat.replacing("BANDS", with: bands))\n"
            + Sample.text[end.lowerBound...]
        let files = ["aturan/sela.yaml": Self.parameter("sela", "round-first")]
        #expect(Sample.faults(String(text), files: files).map(\.code) == [code].compactMap { $0 })
    }
}
