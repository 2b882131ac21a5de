import Diagnostics
import RuleTesting
import Testing

/// Files of rule tests that are not what they should be.
@Suite("RuleTestFile")
struct RuleTestFileTests {
    /// Twelve lines; the test begins on line 7.
    private static let text = """
        regulation: [hukum]
        formula: gema
        period: 2023
        source: made up
        origin: constructed
        tests:
          - id: G-1
            inputs: { angka: 1 }
            expected: { angka: 1 }
            tolerance: 0.5
            parameters: { faktor: 1 }
            remark: none
        """

    @Test("A whole file is read with what its tests inherit")
    func reads() throws {
        let file = try RuleTestFile.read(Self.text, file: "gema.yaml")
        let test = try #require(file.tests.first)
        #expect(file.regulation == ["hukum"])
        #expect(test.id == "G-1")
        #expect("\(test.place)" == "gema.yaml:7:5")
        #expect(test.formula == "gema")
        #expect("\(test.period)" == "2023")
        #expect(test.origin == .constructed)
        #expect(test.source == "made up")
        #expect(test.remark == "none")
        #expect(test.parameters.keys.sorted() == ["faktor"])
        #expect(test.expected.map(\.output) == ["angka"])
    }

    @Test("A test's own keys go before those of the head")
    func ownKeys() throws {
        let text = Self.text.replacing(
            "    remark: none",
            with: "    period: 2025-S1\n    origin: published\n    formula: lain")
        let test = try #require(try RuleTestFile.read(text, file: "gema.yaml").tests.first)
        #expect("\(test.period)" == "2025-S1")
        #expect(test.origin == .published)
        #expect(test.formula == "lain")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let code: DiagnosticCode
        let line: Int

        init(_ old: String, _ new: String, _ code: DiagnosticCode, _ line: Int) {
            self.old = old
            self.new = new
            self.code = code
            self.line = line
        }

        var testDescription: String { "\(old) → \(new)" }
    }

    @Test(
        "A malformed file is refused with the code and the line of its fault",
        arguments: [
            Fault("regulation: [hukum]\n", "", .missingKey, 1),
            Fault("[hukum]", "[]", .badValue, 1),
            Fault("[hukum]", "[hukum, [a]]", .badValue, 1),
            Fault("[hukum]", "{ a: b }", .badValue, 1),
            Fault("formula: gema\n", "", .missingKey, 6),
            Fault("formula: gema", "formula: [gema]", .badValue, 2),
            Fault("period: 2023", "period: 2023-S3", .badValue, 3),
            Fault("source: made up", "source: [made, up]", .badValue, 4),
            Fault("origin: constructed", "origin: guessed", .badValue, 5),
            Fault("tests:\n", "test:\n", .missingKey, 1),
            Fault("  - id: G-1\n", "  - nomor: G-1\n", .missingKey, 7),
            Fault("id: G-1", "id: [G-1]", .badValue, 7),
            Fault("id: G-1", "id: \"\"", .badValue, 7),
            Fault("    inputs: { angka: 1 }\n", "", .missingKey, 7),
            Fault("    expected: { angka: 1 }\n", "", .badValue, 7),
            Fault("remark: none", "error: R401", .badValue, 7),
            Fault("expected: { angka: 1 }", "error: R999", .badValue, 9),
            Fault("expected: { angka: 1 }", "error: [R401, R999]", .badValue, 9),
            Fault("expected: { angka: 1 }", "error: []", .badValue, 9),
            Fault("expected: { angka: 1 }", "error: R401", .badValue, 10),
            Fault("{ angka: 1 }\n    tol", "[1]\n    tol", .badValue, 9),
            Fault("{ angka: 1 }\n    tol", "{}\n    tol", .badValue, 9),
            Fault("{ angka: 1 }\n    tol", "{ angka: }\n    tol", .badValue, 9),
            Fault("{ angka: 1 }\n    tol", "{ angka: [1] }\n    tol", .badValue, 9),
            Fault("tolerance: 0.5", "tolerance: -0.5", .badValue, 10),
            Fault("tolerance: 0.5", "tolerance: half", .badValue, 10),
            Fault("parameters: { faktor: 1 }", "parameters: [faktor]", .badValue, 11),
            Fault("remark: none", "remark: [none]", .badValue, 12),
            Fault("remark: none", "remarks: none", .unknownKey, 12),
            Fault("remark: none", "remark: none\n  - id: G-1", .missingKey, 13),
            Fault(
                "remark: none", "remark: a\n  - { id: G-1, inputs: {}, expected: { a: 1 } }",
                .badValue, 13),
            Fault("remark: none", "remark: none\n    remark: b", .yamlSyntax, 0),
        ])
    func refuses(fault: Fault) throws {
        let text = Self.text.replacing(fault.old, with: fault.new, maxReplacements: 1)
        #expect(text != Self.text)
        do throws(RunFailure) {
            _ = try RuleTestFile.read(text, file: "gema.yaml")
            Issue.record("it was read")
        } catch {
            let first = try #require(error.diagnostics.first)
            #expect(error.kind == .definition)
            #expect(first.code == fault.code)
            if fault.line > 0 { #expect(first.location.line == fault.line, "\(first)") }
        }
    }
}
