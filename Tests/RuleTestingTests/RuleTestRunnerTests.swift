import Diagnostics
import Formulas
import Regulation
import RuleTesting
import Testing

/// The runner itself: a test that must fail fails.
@Suite("RuleTestRunner")
struct RuleTestRunnerTests {
    /// Half up at the decimals of the expected figure: 88.665 is the least that is 88.67, and it is not 88.66.
    @Test(
        "A figure agrees when it rounds half up to what is written, at the decimals written there",
        arguments: [
            ("88.664999", "88.66", true), ("88.665", "88.66", false), ("88.665", "88.67", true),
            ("88.674999", "88.67", true), ("88.675", "88.67", false), ("88.655", "88.66", true),
            ("88.654999", "88.66", false), ("88.5", "89", true), ("88.499", "88", true),
            ("88.5", "88", false), ("88.66", "88.660", true), ("88.6604", "88.660", true),
            ("88.6605", "88.660", false),
            // Ties go away from zero on both sides of it.
            ("-0.125", "-0.13", true), ("-0.125", "-0.12", false), ("-0.124999", "-0.12", true),
            // Nine decimals are rounded, ten are compared as they are.
            ("0.1234567894", "0.123456789", true), ("0.1234567895", "0.123456789", false),
            ("0.1234567891", "0.1234567891", true), ("0.12345678911", "0.1234567891", false),
            // Too large to be published: as it is.
            ("123456789012345678901234567890", "123456789012345678901234567890", true),
            ("123456789012345678901234567890", "123456789012345678901234567891", false),
        ])
    func rounds(figure: String, expected: String, agrees: Bool) throws {
        let result = try EchoFile.result(
            "inputs: { angka: \(figure) }\nexpected: { angka: \(expected) }")
        #expect(result.passed == agrees)
        #expect(result.problems.isEmpty)
    }

    @Test(
        "A fraction agrees when it is equal, not when it is near",
        arguments: [
            ("1/3", "1/3", true), ("2/6", "1/3", true), ("0.125", "1/8", true),
            ("0.333333333", "1/3", false), ("1/3", "0.33", true), ("1/3", "0.34", false),
        ])
    func fractions(figure: String, expected: String, agrees: Bool) throws {
        let result = try EchoFile.result(
            "inputs: { angka: \(figure) }\nexpected: { angka: \(expected) }")
        #expect(result.passed == agrees)
    }

    @Test(
        "A tolerance holds to its very edge, on both sides",
        arguments: [
            ("88.71", "0.05", true), ("88.7100001", "0.05", false), ("88.61", "0.05", true),
            ("88.6099999", "0.05", false), ("88.66", "0", true), ("88.661", "0", false),
            ("88.993333333", "1/3", true), ("89", "1/3", false),
        ])
    func tolerance(figure: String, tolerance: String, agrees: Bool) throws {
        let result = try EchoFile.result(
            "inputs: { angka: \(figure) }\nexpected: { angka: 88.66 }\ntolerance: \(tolerance)")
        #expect(result.passed == agrees)
    }

    @Test(
        "A word agrees letter by letter, and - stands for nothing",
        arguments: [
            ("kata: Baik", "kata: Baik", true), ("kata: Baik", "kata: baik", false),
            ("kata: Baik", "kata: Sangat Baik", false), ("kata: Baik", #"kata: "-""#, false),
            ("angka: 1", #"kata: "-""#, true), ("angka: 1", "kata: Baik", false),
            ("kata: Baik", #"angka: "-""#, true), ("kata: Baik", "angka: 0", false),
            ("angka: 0", #"angka: "-""#, false), ("angka: 1", "angka: satu", false),
        ])
    func words(inputs: String, expected: String, agrees: Bool) throws {
        let result = try EchoFile.result("inputs: { \(inputs) }\nexpected: { \(expected) }")
        #expect(result.passed == agrees)
        #expect(result.problems.isEmpty)
    }

    @Test("One output that differs fails the test, and only its row is marked")
    func oneOfTwo() throws {
        let result = try EchoFile.result(
            "inputs: { angka: 2/3, kata: Baik }\nexpected: { angka: 0.66, kata: Baik }")
        #expect(!result.passed)
        #expect(result.lines.map(\.agrees) == [false, true])
        #expect(result.lines.map(\.found) == ["0.67 (2/3)", "Baik"])
        let failure = try #require(result.failure)
        #expect(
            "\(failure)"
                == "gema.yaml:7:5: error[R403]: G-1: 'angka' is 0.67 (2/3), expected 0.66")
        let basis = try #require(result.steps.first?.basis.first)
        #expect(
            basis.text(.english)
                == "faktor = 1 (Perda 1/2020, pasal 3; since 2020-01-01, unconfirmed)")
    }

    /// Line 8 is the first behind the id.
    @Test(
        "What is wrong with a test fails it, with the place in its file",
        arguments: [
            ("inputs: { angka: 1 }\nexpected: { nilai: 1 }", DiagnosticCode.unknownName, 9),
            ("inputs: { angka: 1, anka: 2 }\nexpected: { angka: 1 }", .unknownKey, 8),
            ("inputs: { angka: satu }\nexpected: { angka: \"-\" }", .wrongType, 8),
            ("inputs: [1]\nexpected: { angka: \"-\" }", .wrongType, 8),
            ("formula: gemah\ninputs: { angka: 1 }\nexpected: { angka: 1 }", .unknownName, 8),
            (
                "inputs: { angka: 1 }\nexpected: { angka: 1 }\nparameters: { lain: 2 }",
                .unknownName, 10
            ),
            (
                "inputs: { angka: 1 }\nexpected: { angka: 1 }\nparameters:\n  faktor: satu",
                .parameterMalformed, 11
            ),
            (
                "inputs: { angka: 1 }\nexpected: { angka: 1 }\nperiod: 2019",
                .parameterNotInForce, 2
            ),
        ])
    func faults(body: String, code: DiagnosticCode, line: Int) throws {
        let result = try EchoFile.result(body)
        #expect(!result.passed)
        #expect(result.problems.map(\.code) == [code])
        #expect(result.problems.first?.location.line == line)
        #expect(result.failure?.message.contains(code.rawValue) == true)
    }

    @Test("An override takes the place of the law, and the steps say so")
    func override() throws {
        let result = try EchoFile.result(
            "inputs: { angka: 5 }\nexpected: { angka: 10 }\nparameters: { faktor: 2 }")
        #expect(result.passed)
        #expect(
            result.steps.first?.basis.first?.text(.english)
                == "faktor = 2 (rule test G-1; supposed)")
        let without = try EchoFile.result("inputs: { angka: 5 }\nexpected: { angka: 10 }")
        #expect(!without.passed)
    }

    @Test(
        "An error test passes only when its codes were reported, all of them and no other",
        arguments: [
            ("error: R401\nperiod: 2019\ninputs: { angka: 1 }", true),
            ("error: R401\ninputs: { angka: 1 }", false),
            ("error: R402\nperiod: 2019\ninputs: { angka: 1 }", false),
            ("error: C102\ninputs: { anka: 1 }", true),
            ("error: C102\ninputs: { anka: 1, angka: satu }", false),
            ("error: C103\ninputs: { anka: 1, angka: satu }", false),
            ("error: [C102, C103]\ninputs: { anka: 1, angka: satu }", true),
            ("error: [C102, C103]\ninputs: { anka: 1 }", false),
        ])
    func errors(body: String, passes: Bool) throws {
        let result = try EchoFile.result(body)
        #expect(result.passed == passes)
        #expect((result.failure == nil) == passes)
    }
}
