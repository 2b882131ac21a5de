package import Arithmetic
package import CivilService
package import Diagnostics
package import Documents

/// One rule test: a formula, a period, inputs and what the law gives.
package struct RuleTest: Sendable {
    /// Where an expected value comes from.
    package enum Origin: String, Sendable, CaseIterable {
        /// Inputs and result stand in the source.
        case published
        /// Inputs stand in the source, the result was computed by hand.
        case derived
        /// Both were made from the text of the rule.
        case constructed
    }

    package struct Expectation: Sendable {
        package let output: String
        package let text: String
        package let place: SourceLocation
    }

    package let id: String
    package let place: SourceLocation
    package let origin: Origin
    package let source: String
    /// What the source prints instead, where its own arithmetic is wrong, or what else a reader should know.
    package let remark: String?
    package let formula: String
    package let formulaPlace: SourceLocation
    package let period: AppraisalPeriod
    package let inputs: DocumentNode
    package let expected: [Expectation]
    /// The codes of the problems that must be reported in place of a result; none where a result is expected.
    package let errors: Set<DiagnosticCode>
    /// How far a figure may lie from the expected one, `nil` where it is compared at the decimals written.
    package let tolerance: Rational?
    /// Values put in place of those of the law.
    package let parameters: [String: DocumentNode]
}

/// A file of rule tests.
package struct RuleTestFile: Sendable {
    /// Folders of parameter files, relative to the test file.
    package let regulation: [String]
    package let tests: [RuleTest]

    /// - Throws: ``RunFailure`` of kind `definition` listing every fault.
    package static func read(_ text: String, file: String) throws(RunFailure) -> RuleTestFile {
        let root = try DocumentReader.read(text, file: file)
        var reading = RuleTestReading()
        let tests = reading.file(root)
        guard let tests, reading.problems.isEmpty else {
            throw RunFailure(.definition, reading.problems)
        }
        return tests
    }
}

/// Reads a file of rule tests and collects what is wrong with it.
private struct RuleTestReading {
    var problems: [Diagnostic] = []

    /// What a test inherits from the head of its file.
    private struct Defaults {
        let formula: DocumentNode?
        let period: DocumentNode?
        let source: DocumentNode?
        let origin: DocumentNode?
    }

    mutating func file(_ root: DocumentNode) -> RuleTestFile? {
        guard var map = DocumentMap(root, name: "the file of rule tests", problems: &problems)
        else { return nil }
        let regulation = map.required("regulation", problems: &problems)
        let defaults = Defaults(
            formula: map.optional("formula"), period: map.optional("period"),
            source: map.optional("source"), origin: map.optional("origin"))
        let items = map.required("tests", problems: &problems)
        map.finish(problems: &problems)
        guard let regulation, let items else { return nil }
        let named = regulation.items ?? [regulation]
        let folders = named.compactMap(\.text).filter { !$0.isEmpty }
        if folders.isEmpty || folders.count < named.count {
            report(regulation.place, "'regulation' names no folder")
        }
        guard let nodes = items.items, !nodes.isEmpty else {
            report(items.place, "'tests' is \(items.kindName), expected a list of tests")
            return nil
        }
        let tests = nodes.compactMap { test($0, defaults) }
        for (index, test) in tests.enumerated()
        where tests[..<index].contains(where: { $0.id == test.id }) {
            report(test.place, "the id '\(test.id)' stands twice")
        }
        return RuleTestFile(regulation: folders, tests: tests)
    }

    private mutating func test(_ node: DocumentNode, _ defaults: Defaults) -> RuleTest? {
        guard var map = DocumentMap(node, name: "a rule test", problems: &problems) else {
            return nil
        }
        let id = text(map.required("id", problems: &problems), "'id'")
        let source = inherited("source", defaults.source, &map)
        let originNode = inherited("origin", defaults.origin, &map)
        let formula = inherited("formula", defaults.formula, &map)
        let period = inherited("period", defaults.period, &map)
        let inputs = map.required("inputs", problems: &problems)
        let expected = map.optional("expected")
        let error = map.optional("error")
        let tolerance = map.optional("tolerance")
        let remark = text(map.optional("remark"), "'remark'")
        let parameters = map.optional("parameters")
        map.finish(problems: &problems)
        if (expected == nil) == (error == nil) {
            report(node.place, "a test has either 'expected' or 'error'")
        }
        let place = formula?.place ?? node.place
        let (expectations, overrides) = (expectations(expected), overrides(parameters))
        let (codes, margin) = (codes(error), self.tolerance(tolerance, of: expected))
        guard let id, let inputs, let formula = text(formula, "'formula'"),
            let source = text(source, "'source'"), let origin = origin(originNode),
            let period = self.period(period)
        else { return nil }
        return RuleTest(
            id: id, place: node.place, origin: origin, source: source, remark: remark,
            formula: formula, formulaPlace: place, period: period, inputs: inputs,
            expected: expectations, errors: codes, tolerance: margin, parameters: overrides)
    }

    /// A tolerance belongs to figures, so it needs `expected`, and it is no less than 0.
    private mutating func tolerance(
        _ node: DocumentNode?, of expected: DocumentNode?
    ) -> Rational? {
        guard let node else { return nil }
        guard expected != nil else {
            report(node.place, "'tolerance' goes with 'expected'")
            return nil
        }
        guard let value = node.text.flatMap({ Rational(decimal: $0) }), value.signum >= 0 else {
            report(
                node.place,
                "'tolerance' is '\(node.text ?? node.kindName)', expected a number from 0 on")
            return nil
        }
        return value
    }

    /// One code or a list of them.
    private mutating func codes(_ node: DocumentNode?) -> Set<DiagnosticCode> {
        guard let node else { return [] }
        let nodes = node.items ?? [node]
        let codes = nodes.compactMap { $0.text.flatMap(DiagnosticCode.init(rawValue:)) }
        if codes.isEmpty || codes.count < nodes.count {
            report(
                node.place,
                "'error' is '\(node.text ?? node.kindName)', expected a diagnostic code such as "
                    + "R401, or a list of them")
        }
        return Set(codes)
    }

    private mutating func overrides(_ node: DocumentNode?) -> [String: DocumentNode] {
        guard let node else { return [:] }
        guard let entries = node.entries else {
            report(
                node.place,
                "'parameters' is \(node.kindName), expected a map of parameter names to values")
            return [:]
        }
        return Dictionary(
            entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// A test that cannot be read must never be left out in silence, so what is no text is a fault.
    private mutating func text(_ node: DocumentNode?, _ name: String) -> String? {
        guard let node else { return nil }
        guard let text = node.text, !text.isEmpty else {
            report(node.place, "\(name) is \(node.kindName), expected a text")
            return nil
        }
        return text
    }

    private mutating func inherited(
        _ key: String, _ inherited: DocumentNode?, _ map: inout DocumentMap
    ) -> DocumentNode? {
        if let own = map.optional(key) { return own }
        return inherited ?? map.required(key, problems: &problems)
    }

    private mutating func origin(_ node: DocumentNode?) -> RuleTest.Origin? {
        guard let node else { return nil }
        let origin = node.text.flatMap(RuleTest.Origin.init(rawValue:))
        if origin == nil {
            report(
                node.place,
                "'origin' is '\(node.text ?? node.kindName)', expected one of: "
                    + RuleTest.Origin.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return origin
    }

    private mutating func period(_ node: DocumentNode?) -> AppraisalPeriod? {
        guard let node else { return nil }
        let period = node.text.flatMap(AppraisalPeriod.init(parsing:))
        if period == nil {
            report(
                node.place,
                "'period' is '\(node.text ?? node.kindName)', expected 2025, 2025-S1, 2025-Q3 or 2025-07"
            )
        }
        return period
    }

    private mutating func expectations(_ node: DocumentNode?) -> [RuleTest.Expectation] {
        guard let node else { return [] }
        guard let entries = node.entries, !entries.isEmpty else {
            report(node.place, "'expected' is \(node.kindName), expected a map of outputs")
            return []
        }
        return entries.compactMap { entry in
            guard let text = entry.value.text, !text.isEmpty else {
                let found = entry.value.text == nil ? entry.value.kindName : "empty"
                report(
                    entry.value.place,
                    "'\(entry.key)' is \(found), expected a figure, a word, or \"-\" for nothing")
                return nil
            }
            return RuleTest.Expectation(
                output: entry.key, text: text, place: entry.value.place)
        }
    }

    private mutating func report(_ place: SourceLocation, _ message: String) {
        problems.append(Diagnostic(.badValue, at: place, message))
    }
}
