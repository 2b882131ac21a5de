import Arithmetic
import CivilService
import Definition
import Diagnostics
import Regulation
import Testing

@Suite("ParameterShelf")
struct ParameterShelfTests {
    private static let cap = """
        name: batas
        gloss: Cap
        unit: points
        values:
          2022-01-01:
            value: 110
            source: { title: Perwal 1/2022 }
            status: unconfirmed
          2025-09-30:
            value: 120
            source: { title: Perwal 5/2025 }
            status: confirmed
          2030-01-01: { end: true, source: { title: Perwal 9/2029 } }
        """

    private static let text = Sample.text.replacing(
        "    - id: umum", with: "    - id: umum\n      cap: { parameter: batas }")

    @Test(
        "The value in force on the period's last day is taken",
        arguments: [
            // Quarter 3 ends on the very day of the change, quarter 2 before it.
            ("2025-Q3", "120", "2025-09-30"), ("2025-Q2", "110", "2022-01-01"),
        ])
    func takesValue(period: String, value: String, effective: String) throws {
        let files = ["aturan/batas.yaml": Self.cap]
        let definition = try Sample.load(Self.text, period: period, files: files)
        #expect(definition.schemes.first?.cap?.exactText == value)
        #expect(definition.parameters.map(\.name) == ["batas"])
        #expect(definition.parameters.first?.effective.description == effective)
        #expect(definition.parameters.first?.status == (value == "120" ? .confirmed : .unconfirmed))
        #expect(definition.files.map(\.name) == ["uji.yaml", "aturan/batas.yaml"])
    }

    @Test("A parameter that enters twice is listed once")
    func listsOnce() throws {
        let text = Self.text.replacing(
            "weight: 60", with: "weight: 60\n          cap: { parameter: batas }")
        let definition = try Sample.load(text, files: ["aturan/batas.yaml": Self.cap])
        #expect(definition.parameters.count == 1)
        #expect(definition.schemes.first?.components.first?.cap == Rational(120))
    }

    @Test("A component and a predikat cite the values of law that stand in them, and only those")
    func cites() throws {
        let bands = """
            name: skala
            gloss: Scale
            unit: points
            values:
              2024-01-01:
                value: [ { predikat: Baik, from: 76 }, { predikat: Kurang } ]
                source: { title: Perwal 2/2024, article: pasal 4 }
                status: confirmed
            """
        let stated =
            "      predikat:\n        - { predikat: Baik, from: 90 }\n"
            + "        - { predikat: Cukup, from: 70 }\n        - { predikat: Kurang }\n"
        let text = Sample.text.replacing(stated, with: "      predikat: { parameter: skala }\n")
            .replacing("weight: 60", with: "weight: 60\n          cap: { parameter: batas }")
        let definition = try Sample.load(
            text, files: ["aturan/batas.yaml": Self.cap, "aturan/skala.yaml": bands])
        let scheme = try #require(definition.schemes.first)
        #expect(
            scheme.predikatBasis.map { $0.text(.english) } == [
                "skala = [{ predikat: Baik, from: 76 }, { predikat: Kurang }] "
                    + "(Perwal 2/2024, pasal 4; since 2024-01-01, confirmed)"
            ])
        #expect(
            scheme.components.map { $0.basis.map { $0.text(.english) } } == [
                ["batas = 120 (Perwal 5/2025; since 2025-09-30, confirmed)"], [],
            ])
    }

    @Test(
        "A parameter that has no value then is a fault where it is named",
        arguments: [
            ("2021-Q4", DiagnosticCode.parameterNotInForce), ("2030-Q1", .parameterNotInForce),
        ])
    func reportsNotInForce(period: String, code: DiagnosticCode) {
        let found = Sample.faults(
            Self.text, period: period, files: ["aturan/batas.yaml": Self.cap])
        #expect(found.map(\.code) == [code])
        #expect(found.first?.location.column == 25)
    }

    @Test("A parameter without file, or with a broken one, is a fault")
    func reportsFiles() {
        #expect(Sample.faults(Self.text).map(\.code) == [.unknownName])
        #expect(Sample.faults(Self.text).first?.hint?.contains("batas.yaml") == true)
        let broken = ["aturan/batas.yaml": Self.cap.replacing("2022-01-01", with: "2022")]
        #expect(
            Sample.faults(Self.text, files: broken).contains {
                $0.code == .parameterMalformed && $0.location.file == "aturan/batas.yaml"
            })
    }

    @Test("Without a regulation folder no parameter is found")
    func needsFolder() {
        let text = Self.text.replacing("regulation: aturan\n", with: "")
        #expect(
            Sample.faults(text, files: ["aturan/batas.yaml": Self.cap]).map(\.code)
                == [.unknownName])
    }

    @Test("A parameter may be a whole list of bands")
    func takesLists() throws {
        let bands = """
            name: pita
            gloss: Bands
            unit: points
            values:
              2022-01-01:
                value: [ { predikat: Tinggi, from: 80 }, { predikat: Rendah } ]
                source: { title: Perwal 1/2022 }
                status: confirmed
            """
        let start = try #require(Sample.text.firstRange(of: "      predikat:\n"))
        let end = try #require(Sample.text.firstRange(of: "rank:\n"))
        let text =
            Sample.text[..<start.lowerBound] + "      predikat: { parameter: pita }\n"
            + Sample.text[end.lowerBound...]
        let definition = try Sample.load(String(text), files: ["aturan/pita.yaml": bands])
        #expect(definition.schemes.first?.predikat.names == ["Tinggi", "Rendah"])
    }
}
