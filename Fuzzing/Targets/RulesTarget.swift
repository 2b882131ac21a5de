internal import Diagnostics
internal import Regulation
internal import RuleTesting

/// A file of rule tests with the parameters it names: it is refused with reasons, or every test of it runs and
/// gives the same result twice.
struct RulesTarget {
    private let tests: String
    private let files: [String: String]

    init(_ bytes: [UInt8]) { (tests, files) = FuzzInput.files(bytes) }

    func run() throws(Violation) {
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            do throws(RunFailure) {
                _ = try ParameterFile.read(text, file: name)
            } catch {
                try ProblemCheck.check(error.diagnostics, [name: text])
            }
        }
        let file: RuleTestFile
        do throws(RunFailure) {
            file = try RuleTestFile.read(tests, file: "uji.yaml")
        } catch {
            try require(!error.diagnostics.isEmpty, "refused without a reason")
            return try ProblemCheck.check(error.diagnostics, ["uji.yaml": tests])
        }
        for test in file.tests.prefix(20) {
            let (first, second) = (result(of: test), result(of: test))
            try require(first == second, "two runs differ: \(first) and \(second)")
        }
    }

    private func result(of test: RuleTest) -> String {
        let result = RuleTestRunner.run(test) { [files] name in
            files["\(name).yaml"].map { (text: $0, file: "\(name).yaml") }
        }
        let lines = result.lines.map { "\($0.output) \($0.found)" }
        return (lines + result.problems.map { "\($0)" }).joined(separator: "\n")
    }
}
