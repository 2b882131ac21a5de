import CivilService
import Diagnostics
import Documents
import Regulation
import Testing

@Suite("ParameterFile")
struct ParameterFileTests {
    private static let text = """
        name: batas
        gloss: Cap of the points
        unit: points
        values:
          2022-01-01:
            value: 110
            source: { title: Perwal 1/2022, article: pasal 9, published: 2021-12-30 }
            status: unconfirmed
          2024-07-01:
            value: 120
            source: { title: Perwal 5/2024 }
            status: confirmed
          2030-01-01:
            end: true
            source: { title: Perwal 9/2029 }
        """

    @Test(
        "A value applies from its own day to the day before the next",
        arguments: [
            ("2021-12-31", nil, nil),
            ("2022-01-01", "2022-01-01", "110"),
            ("2024-06-30", "2022-01-01", "110"),
            ("2024-07-01", "2024-07-01", "120"),
            ("2029-12-31", "2024-07-01", "120"),
            ("2030-01-01", "2030-01-01", nil),
            ("2099-01-01", "2030-01-01", nil),
        ] as [(String, String?, String?)])
    func selectsByDate(on day: String, effective: String?, value: String?) throws {
        let parameter = try ParameterFile.read(Self.text, file: "batas.yaml")
        let date = try #require(CalendarDate(iso: day))
        let entry = parameter.entry(on: date)
        #expect(entry?.effective.description == effective)
        #expect(entry?.value?.text == value)
    }

    @Test("Name, unit, citation and status are kept")
    func keepsCitation() throws {
        let parameter = try ParameterFile.read(Self.text, file: "batas.yaml")
        #expect(parameter.name == "batas")
        #expect(parameter.gloss == "Cap of the points")
        #expect(parameter.unit == "points")
        let first = try #require(CalendarDate(iso: "2023-01-01"))
        let second = try #require(CalendarDate(iso: "2025-01-01"))
        #expect(parameter.entry(on: first)?.status == .unconfirmed)
        #expect(parameter.entry(on: first)?.citation.description == "Perwal 1/2022, pasal 9")
        #expect(parameter.entry(on: first)?.citation.published == "2021-12-30")
        #expect(parameter.entry(on: second)?.status == .confirmed)
        #expect(parameter.entry(on: second)?.citation.description == "Perwal 5/2024")
    }

    @Test(
        "A malformed file is refused with the line of each fault",
        arguments: [
            ("2024-07-01:", "2024-7-1:", [DiagnosticCode.parameterMalformed], 9),
            ("2024-07-01:", "2022-01-01 :", [.yamlSyntax], 0),
            ("2024-07-01:", "2021-07-01:", [.parameterMalformed], 9),
            ("    value: 110\n", "", [.parameterMalformed], 6),
            ("end: true", "end: true\n    value: 3", [.parameterMalformed], 14),
            ("status: confirmed", "status: sure", [.parameterMalformed], 12),
            ("    status: confirmed\n", "", [.parameterMalformed], 10),
            ("name: batas", "nama: batas", [.missingKey, .unknownKey], 1),
            ("title: Perwal 5/2024", "titel: Perwal 5/2024", [.missingKey, .unknownKey], 11),
            ("unit: points\n", "", [.missingKey], 1),
        ])
    func refusesMalformed(old: String, new: String, codes: [DiagnosticCode], line: Int) {
        let text = Self.text.replacing(old, with: new, maxReplacements: 1)
        do throws(RunFailure) {
            _ = try ParameterFile.read(text, file: "batas.yaml")
            Issue.record("it was read")
        } catch {
            #expect(error.kind == .definition)
            #expect(error.diagnostics.map(\.code) == codes)
            if line > 0 { #expect(error.diagnostics.first?.location.line == line) }
        }
    }

    @Test("Values that are no map of dates are refused")
    func refusesListOfValues() {
        let text = "name: a\ngloss: b\nunit: c\nvalues: [1, 2]\n"
        #expect(throws: RunFailure(.definition, Diagnostic(.parameterMalformed, at: place, ""))) {
            try ParameterFile.read(text, file: "batas.yaml")
        }
    }

    private var place: Diagnostics.SourceLocation { Diagnostics.SourceLocation(file: "batas.yaml") }
}
