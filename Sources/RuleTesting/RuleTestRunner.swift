internal import Arithmetic
internal import CivilService
package import Diagnostics
internal import Documents
internal import Formulas
internal import Regulation

/// What became of one rule test.
package struct RuleTestResult: Sendable {
    /// One expected output beside what the formula gave.
    package struct Line: Sendable {
        package let output: String
        package let expected: String
        package let found: String
        package let agrees: Bool
    }

    package let test: RuleTest
    package let lines: [Line]
    /// What was reported in place of, or beside, a result.
    package let problems: [Diagnostic]
    /// How the figures came about, a step a line with what it rests on.
    package let steps: [String]

    package var passed: Bool {
        if let error = test.error { return problems.contains { $0.code.rawValue == error } }
        return problems.isEmpty && !lines.isEmpty && lines.allSatisfy(\.agrees)
    }
}

/// Runs rule tests against the formulas that score.
package enum RuleTestRunner {
    /// - Parameters:
    ///   - test: The test.
    ///   - read: The text of a parameter's file, and the file, by the parameter's name.
    /// - Returns: The outputs beside what was expected; never throws, a fault is a failed test.
    package static func run(
        _ test: RuleTest, read: @escaping (String) -> (text: String, file: String)?
    ) -> RuleTestResult {
        guard let subject = RuleSubjects.named(test.formula) else {
            let near = Similarity.nearest(to: test.formula, among: RuleSubjects.names)
            let problem = Diagnostic(
                .unknownName, at: test.formulaPlace,
                "there is no formula '\(test.formula)', expected one of: "
                    + RuleSubjects.names.sorted().joined(separator: ", "),
                hint: near.map { "did you mean '\($0)'?" })
            return RuleTestResult(test: test, lines: [], problems: [problem], steps: [])
        }
        let supposition =
            test.parameters.isEmpty
            ? nil : Supposition(title: "rule test \(test.id)", values: test.parameters)
        let book = RuleBook(date: test.period.last, supposition: supposition, read: read)
        let formula = subject.init(RuleReader(book, for: test.formulaPlace))
        for name in test.parameters.keys.sorted() where !book.uses.contains(where: { $0.name == name }) {
            book.report(
                Diagnostic(
                    .unknownName, at: test.place,
                    "the formula '\(test.formula)' does not read the parameter '\(name)'"))
        }
        guard book.problems.isEmpty else {
            return RuleTestResult(test: test, lines: [], problems: book.problems, steps: [])
        }
        let sink = ProblemSink()
        let inputs = RuleInputs(test.inputs, name: "'inputs'", sink)
        var trace = Trace(isOn: true)
        let outputs = formula.outputs(of: inputs, &trace)
        inputs.finish()
        let lines = test.expected.map { line($0, of: outputs, test, sink) }
        return RuleTestResult(
            test: test, lines: lines, problems: sink.problems,
            steps: trace.nodes.flatMap { steps($0, depth: 0) })
    }

    private static func line(
        _ expectation: RuleTest.Expectation, of outputs: [RuleOutput], _ test: RuleTest,
        _ sink: ProblemSink
    ) -> RuleTestResult.Line {
        guard let output = outputs.first(where: { $0.name == expectation.output }) else {
            sink.problems.append(
                Diagnostic(
                    .unknownName, at: expectation.place,
                    "the formula '\(test.formula)' has no output '\(expectation.output)', "
                        + "expected one of: \(outputs.map(\.name).joined(separator: ", "))"))
            return .init(
                output: expectation.output, expected: expectation.text, found: "-", agrees: false)
        }
        let (found, agrees) = compare(
            output.value, with: expectation.text,
            tolerance: test.tolerance?.text.flatMap { Rational(decimal: $0) })
        return .init(
            output: expectation.output, expected: expectation.text, found: found, agrees: agrees)
    }

    /// A figure agrees when it rounds half up to the expected one at the decimals written there, a fraction when it
    /// is equal, and with a tolerance when it is no farther away; a word when it is the same.
    private static func compare(
        _ value: RuleOutput.Value, with expected: String, tolerance: Rational?
    ) -> (found: String, agrees: Bool) {
        switch value {
        case .nothing: return ("-", expected == "-")
        case .word(let word): return (word, word == expected)
        case .figure(let figure):
            guard let wanted = Rational(decimal: expected) else { return (figure.exactText, false) }
            if let tolerance {
                let distance = figure < wanted ? wanted - figure : figure - wanted
                return (figure.exactText, distance <= tolerance)
            }
            if expected.contains("/") { return (figure.exactText, figure == wanted) }
            let places = expected.split(separator: ".").dropFirst().first?.count ?? 0
            let rounded = figure.decimalText(decimals: places, .halfUp)
            let exact = figure.exactText
            let found = exact == rounded ? rounded : "\(rounded) (\(exact))"
            return (found, figure.rounded(to: places, .halfUp) == wanted)
        }
    }

    private static func steps(_ node: Trace.Node, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        var line = "\(indent)\(node.label): \(node.value ?? "-")"
        if let formula = node.formula { line += "   \(formula)" }
        return [line] + node.basis.map { "\(indent)  ← \($0)" }
            + node.children.flatMap { steps($0, depth: depth + 1) }
    }
}
