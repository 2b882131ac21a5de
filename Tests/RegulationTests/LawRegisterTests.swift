import CivilService
import Diagnostics
import Regulation
import Testing

@Suite("LawRegister")
struct LawRegisterTests {
    /// `berlaku` and `andai` apply from 2022 on, `usai` until 2023, `nanti` from 2030 on.
    private static let files = [
        (
            "hukum/usai.yaml",
            """
            name: usai
            gloss: What ended
            unit: points
            values:
              2020-01-01: { value: 1, source: { title: Perda 1/2020 }, status: confirmed }
              2024-01-01: { end: true, source: { title: Perda 9/2023, article: pasal 2 } }
            """
        ),
        (
            "hukum/berlaku.yaml",
            """
            name: berlaku
            gloss: What applies
            unit: points
            values:
              2022-01-01: { value: 5, source: { title: Perda 2/2022 }, status: confirmed }
              2025-01-01: { value: 6, source: { title: Perda 3/2025 }, status: unconfirmed }
            """
        ),
        (
            "hukum/andai.yaml",
            """
            name: andai
            gloss: What nobody has read
            unit: points
            values:
              2022-01-01: { value: 7, source: { title: Perda 2/2022 }, status: unconfirmed }
            """
        ),
        (
            "hukum/nanti.yaml",
            """
            name: nanti
            gloss: What comes
            unit: points
            values:
              2030-01-01: { value: 8, source: { title: Perda 4/2029 }, status: confirmed }
            """
        ),
    ].map { (path: $0.0, text: $0.1) }

    private func law(on day: String) throws -> LawOnDate {
        let date = try #require(CalendarDate(iso: day))
        return try LawRegister.read(Self.files).on(date)
    }

    @Test(
        "On its day each parameter is in force, to come, or at an end, and never two of them",
        arguments: [
            ("2019-12-31", "", "andai berlaku nanti usai", ""),
            ("2020-01-01", "usai", "andai berlaku nanti", ""),
            ("2023-12-31", "andai berlaku usai", "nanti", ""),
            ("2024-01-01", "andai berlaku", "nanti", "usai"),
            ("2029-12-31", "andai berlaku", "nanti", "usai"),
            ("2030-01-01", "andai berlaku nanti", "", "usai"),
        ])
    func sorts(day: String, inForce: String, notYet: String, ended: String) throws {
        let law = try law(on: day)
        func names(_ items: [LawRegister.Item]) -> String {
            items.map(\.parameter.name).joined(separator: " ")
        }
        #expect(names(law.inForce) == inForce)
        #expect(names(law.notYet) == notYet)
        #expect(names(law.ended) == ended)
    }

    @Test("The titles in force are listed once each, with their parameters")
    func titles() throws {
        let regulations = try law(on: "2024-06-30").regulations
        #expect(regulations.map(\.title) == ["Perda 2/2022"])
        #expect(regulations.map(\.parameters) == [2])
        #expect(
            try law(on: "2025-01-01").regulations.map(\.title) == ["Perda 2/2022", "Perda 3/2025"])
    }

    @Test("What is not confirmed depends on the value of the day")
    func unconfirmed() throws {
        let before = try law(on: "2024-12-31").unconfirmed
        #expect(before.inForce.map(\.parameter.name) == ["andai"])
        #expect(before.notYet.isEmpty && before.ended.isEmpty)
        #expect(
            try law(on: "2025-01-01").unconfirmed.inForce.map(\.parameter.name)
                == ["andai", "berlaku"])
    }

    @Test("Names select, whatever their order; one that nothing has is refused with the nearest")
    func selects() throws {
        let register = try LawRegister.read(Self.files)
        let two = try register.selecting(["usai", "andai"], in: "hukum")
        #expect(two.parameters.map(\.name) == ["andai", "usai"])
        #expect(try register.selecting([], in: "hukum").parameters.count == 4)
        do throws(RunFailure) {
            _ = try register.selecting(["berlku", "usai", "lain"], in: "hukum")
            Issue.record("it was selected")
        } catch {
            #expect(error.exitCode == 2)
            #expect(error.diagnostics.map(\.code) == [.unknownName, .unknownName])
            #expect(error.diagnostics.first?.hint == "did you mean 'berlaku'?")
        }
    }

    @Test("All faults of all files are reported at once, each with its place")
    func refuses() {
        var files = Self.files
        files[0].text = files[0].text.replacing("name: usai", with: "name: lain")
        files[1].text = files[1].text.replacing("status: confirmed", with: "status: sure")
        files[3].text = "name: nanti\ngloss: a\nunit: b\nvalues: {}\n"
        do throws(RunFailure) {
            _ = try LawRegister.read(files)
            Issue.record("it was read")
        } catch {
            #expect(
                error.diagnostics.map { "\($0.location.file):\($0.location.line)" }
                    == ["hukum/usai.yaml:1", "hukum/berlaku.yaml:5", "hukum/nanti.yaml:4"])
            #expect(error.diagnostics.allSatisfy { $0.code == .parameterMalformed })
        }
    }
}
