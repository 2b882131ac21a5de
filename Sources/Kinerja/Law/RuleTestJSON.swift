internal import CivilService
internal import Diagnostics
internal import Formulas
internal import FoundationEssentials
internal import RuleTesting

/// The results of rule tests as JSON lines, one object a test; the same keys in every language.
package enum RuleTestJSON {
    private struct Test: Encodable {
        let id: String
        let file: String
        let line: Int
        let column: Int
        let formula: String
        let period: String
        let origin: String
        let source: String
        let remark: String?
        let passed: Bool
        /// The codes that had to be reported.
        let errors: [String]
        let outputs: [Output]
        let problems: [Problem]
        let steps: [Step]
    }

    private struct Output: Encodable {
        let output: String
        let expected: String
        let found: String
        let agrees: Bool
    }

    private struct Problem: Encodable {
        let code: String
        let file: String
        let line: Int
        let column: Int
        let message: String
        let hint: String?
    }

    private struct Step: Encodable {
        let label: String
        let value: String?
        let formula: String?
        let basis: [BasisJSON]
        let children: [Step]
    }

    package static func render(_ files: [RuleTestRun.FileResult]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var text = ""
        for result in files.flatMap(\.results) {
            text += String(decoding: try encoder.encode(test(result)), as: UTF8.self) + "\n"
        }
        return text
    }

    private static func test(_ result: RuleTestResult) -> Test {
        let test = result.test
        return Test(
            id: test.id, file: test.place.file, line: test.place.line, column: test.place.column,
            formula: test.formula, period: "\(test.period)", origin: test.origin.rawValue,
            source: test.source, remark: test.remark, passed: result.passed,
            errors: test.errors.map(\.rawValue).sorted(),
            outputs: result.lines.map {
                Output(
                    output: $0.output, expected: $0.expected, found: $0.found, agrees: $0.agrees)
            }, problems: result.problems.map(problem), steps: result.steps.map(step))
    }

    private static func problem(_ problem: Diagnostic) -> Problem {
        let place = problem.location
        return Problem(
            code: problem.code.rawValue, file: place.file, line: place.line, column: place.column,
            message: problem.message, hint: problem.hint)
    }

    private static func step(_ node: Trace.Node) -> Step {
        Step(
            label: node.label, value: node.value, formula: node.formula,
            basis: node.basis.map(BasisJSON.init), children: node.children.map(step))
    }
}
