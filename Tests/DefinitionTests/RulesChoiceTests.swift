import Arithmetic
import CivilService
import Definition
import Diagnostics
import Regulation
import Testing

@Suite("Whose law applies")
struct RulesChoiceTests {
    private static let text =
        SchemeTermTests.text([
            ("a", "rule_set: pp46-2011\n      cap: { parameter: lama }"),
            ("c", "rule_set: panrb6-2022"),
        ])

    private func load(
        _ rules: RulesChoice, period: String = "2025"
    ) throws(RunFailure) -> PipelineDefinition {
        guard let period = AppraisalPeriod(parsing: period) else {
            throw RunFailure(.internal, [])
        }
        return try DefinitionLoader(name: "uji.yaml") { name in
            (name == "uji.yaml" ? Self.text : SchemeTermTests.files[name]).map { Array($0.utf8) }
        }.load(for: period, rules: rules)
    }

    private func codes(_ rules: RulesChoice, period: String = "2025") -> [DiagnosticCode] {
        do throws(RunFailure) {
            _ = try load(rules, period: period)
            return []
        } catch {
            return error.diagnostics.map(\.code)
        }
    }

    private func supposing(_ parameters: String) -> RulesChoice {
        .supposed(file: "andai.yaml", text: "title: Andai\nparameters: \(parameters)\n")
    }

    @Test("Without a choice the law of the period's last day applies")
    func then() throws {
        let definition = try load(.then)
        #expect(definition.schemes.map(\.id) == ["c"])
        #expect(definition.rules.day.description == "2025-12-31")
        #expect(!definition.rules.isAsked)
    }

    @Test("The law of another day chooses schemes and values, and not the period")
    func date() throws {
        let day = try #require(CalendarDate(iso: "2021-06-30"))
        let definition = try load(.date(day))
        #expect(definition.schemes.map(\.id) == ["a"])
        #expect(definition.schemes.first?.cap?.exactText == "100")
        #expect(definition.period.description == "2025")
        #expect(definition.rules.isAsked)
        #expect(definition.rules.text == "date 2021-06-30")
        #expect(definition.parameters.map(\.name).contains("lama"))
    }

    @Test("On a day on which no scheme is in force the definition is refused")
    func dateOfNone() throws {
        let day = try #require(CalendarDate(iso: "2021-12-31"))
        #expect(codes(.date(day)) == [.parameterNotInForce])
        let before = try #require(CalendarDate(iso: "2013-12-31"))
        // Nor was there a rule set then, which both schemes ask for.
        #expect(codes(.date(before)).allSatisfy { $0 == .parameterNotInForce })
        #expect(!codes(.date(before)).isEmpty)
    }

    @Test("A supposed value stands in the place of the law, and is cited as supposed")
    func supposition() throws {
        let definition = try load(supposing("{ lama: 77 }"), period: "2020")
        #expect(definition.schemes.map(\.id) == ["a"])
        #expect(definition.schemes.first?.cap?.exactText == "77")
        #expect(definition.rules.text == "file andai.yaml: 2020-12-31, Andai")
        let use = try #require(definition.parameters.first { $0.name == "lama" })
        #expect(use.status == .supposed)
        #expect(use.citation.title == "Andai")
        // What was supposed is part of what identifies the run.
        #expect(definition.files.map(\.name).contains("rules/andai.yaml"))
    }

    @Test("A supposed rule set brings its schemes into force, and its values are those of the day")
    func supposedRuleSet() throws {
        let definition = try load(
            supposing("{ dasar-penilaian: pp46-2011, lama: 100 }"), period: "2025")
        #expect(definition.schemes.map(\.id) == ["a"])
        // The law has no such value in 2025, and a rule set alone does not bring it back.
        #expect(codes(supposing("{ dasar-penilaian: pp46-2011 }")) == [.parameterNotInForce])
    }

    @Test(
        "A supposition that nothing reads is a fault, with the nearest name that is read",
        arguments: [
            ("{ lam: 77 }", "2020", "did you mean 'lama'?"),
            // Read only by a scheme that is not in force in 2025.
            ("{ lama: 77 }", "2025", nil),
        ] as [(String, String, String?)])
    func unread(parameters: String, period: String, hint: String?) throws {
        let failure = #expect(throws: RunFailure.self) {
            try load(supposing(parameters), period: period)
        }
        let problem = try #require(failure?.diagnostics.first)
        #expect(failure?.diagnostics.count == 1)
        #expect(problem.code == .unknownName)
        #expect(problem.location.file == "andai.yaml")
        if let hint { #expect(problem.hint == hint) }
    }

    @Test(
        "A file of suppositions that cannot be read is refused with all its faults",
        arguments: [
            ("parameters: { lama: 77 }", [DiagnosticCode.missingKey]),
            ("title: Andai", [.missingKey]),
            ("title: Andai\nparameters: [lama]", [.wrongType]),
            ("title: Andai\nparameters: { lama: 77 }\nnilai: 1", [.unknownKey]),
            ("parameter: { lama: 77 }", [.missingKey, .missingKey, .unknownKey]),
            ("title: [", [.yamlSyntax]), ("", [.yamlSyntax]),
        ])
    func malformed(text: String, expected: [DiagnosticCode]) {
        #expect(codes(.supposed(file: "andai.yaml", text: text), period: "2020") == expected)
    }

    @Test("A file of suppositions is not found as a parameter file of the same name")
    func sameName() throws {
        let period = try #require(AppraisalPeriod(parsing: "2020"))
        // The law stands in a folder `rules`, and the suppositions in a file called as one of its parameters.
        let definition = try DefinitionLoader(name: "uji.yaml") { name in
            let text =
                name == "uji.yaml"
                ? Self.text.replacing("regulation: aturan", with: "regulation: rules")
                : SchemeTermTests.files[name.replacing("rules/", with: "aturan/")]
            return text.map { Array($0.utf8) }
        }.load(
            for: period,
            rules: .supposed(
                file: "dasar-penilaian.yaml", text: "title: Andai\nparameters: { lama: 77 }\n"))
        #expect(definition.schemes.map(\.id) == ["a"])
        #expect(definition.schemes.first?.cap?.exactText == "77")
    }
}
