internal import Arithmetic
internal import CivilService
package import Diagnostics
internal import Documents
package import Formulas
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
    /// How the figures came about, with what each step rests on.
    package let steps: [Trace.Node]

    /// An `error` test passes when its codes were reported, all of them and no other: a fault beside them would hide.
    package var passed: Bool {
        if !test.errors.isEmpty { return Set(problems.map(\.code)) == test.errors }
        return problems.isEmpty && !lines.isEmpty && lines.allSatisfy(\.agrees)
    }

    /// What a failed test is reported as, `nil` for one that passed.
    package var failure: Diagnostic? {
        guard !passed else { return nil }
        var found = lines.filter { !$0.agrees }.map {
            "'\($0.output)' is \($0.found), expected \($0.expected)"
        }
        let reported = Self.text(Set(problems.map(\.code)))
        if !test.errors.isEmpty {
            found = ["\(reported) was reported, expected \(Self.text(test.errors))"]
        } else if !problems.isEmpty {
            found = ["\(reported) was reported, expected a result"]
        }
        return Diagnostic(
            .ruleTestFailed, at: test.place, "\(test.id): \(found.joined(separator: "; "))")
    }

    private static func text(_ codes: Set<DiagnosticCode>) -> String {
        codes.isEmpty ? "nothing" : codes.map(\.rawValue).sorted().joined(separator: ", ")
    }
}

/// Runs rule tests against the formulas that score.
package enum RuleTestRunner {
    /// - Parameters:
    ///   - test: The test.
    ///   - subjects: The formulas that it may name.
    ///   - read: The text of a parameter's file, and the file, by the parameter's name.
    /// - Returns: The outputs beside what was expected; never throws, a fault is a failed test.
    package static func run(
        _ test: RuleTest, among subjects: [any RuleSubject.Type] = RuleSubjects.all,
        read: @escaping (String) -> (text: String, file: String)?
    ) -> RuleTestResult {
        guard let subject = subjects.first(where: { $0.name == test.formula }) else {
            let names = subjects.map { $0.name }
            let near = Similarity.nearest(to: test.formula, among: names)
            let problem = Diagnostic(
                .unknownName, at: test.formulaPlace,
                "there is no formula '\(test.formula)', expected one of: "
                    + names.sorted().joined(separator: ", "),
                hint: near.map { "did you mean '\($0)'?" })
            return RuleTestResult(test: test, lines: [], problems: [problem], steps: [])
        }
        let supposition =
            test.parameters.isEmpty
            ? nil : Supposition(title: "rule test \(test.id)", values: test.parameters)
        let book = RuleBook(date: test.period.last, supposition: supposition, read: read)
        let formula = subject.init(RuleReader(book, for: test.formulaPlace))
        reportUnread(test, book)
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
            test: test, lines: lines, problems: sink.problems, steps: trace.nodes)
    }

    /// Reports overrides of parameters that the formula does not read: such a test would not test what it says.
    private static func reportUnread(_ test: RuleTest, _ book: RuleBook) {
        // A parameter that could not be read has been reported as that.
        guard book.problems.isEmpty else { return }
        let read = book.uses.map(\.name)
        for (name, value) in test.parameters.sorted(by: { $0.key < $1.key })
        where !read.contains(name) {
            book.report(
                Diagnostic(
                    .unknownName, at: value.place,
                    "the formula '\(test.formula)' does not read the parameter '\(name)'",
                    hint: Similarity.nearest(to: name, among: read)
                        .map { "did you mean '\($0)'?" }))
        }
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
                        + "expected one of: \(outputs.map(\.name).joined(separator: ", "))",
                    hint: Similarity.nearest(
                        to: expectation.output, among: outputs.map(\.name)
                    ).map { "did you mean '\($0)'?" }))
            return .init(
                output: expectation.output, expected: expectation.text, found: "-", agrees: false)
        }
        let (found, agrees) = compare(
            output.value, with: expectation.text, tolerance: test.tolerance)
        return .init(
            output: expectation.output, expected: expectation.text, found: found, agrees: agrees)
    }

    /// A figure agrees when it rounds half up to the expected one at the decimals written there (at most nine, beyond
    /// them exactly), a fraction when it is equal, and with a tolerance when it is no farther away; a word when it is
    /// the same.
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
            let places = expected.split(separator: ".").dropFirst().first?.count ?? 0
            guard !expected.contains("/"), places <= 9,
                // Too large to be published is too large to be rounded.
                figure.figure(decimals: places, .halfUp) != nil
            else { return (figure.exactText, figure == wanted) }
            let rounded = figure.rounded(to: places, .halfUp)
            let text = figure.decimalText(decimals: places, .halfUp)
            return (rounded == figure ? text : "\(text) (\(figure.exactText))", rounded == wanted)
        }
    }
}
