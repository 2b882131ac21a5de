package import Diagnostics
internal import Files
package import RuleTesting

/// Runs files of rule tests with the parameter files that they name.
package enum RuleTestRun {
    /// - Parameter path: Of a file of rule tests.
    /// - Returns: What became of each test, in the order of the file.
    /// - Throws: ``RunFailure`` of kind `definition` when the file cannot be read.
    package static func run(_ path: String) throws(RunFailure) -> [RuleTestResult] {
        let file = try RuleTestFile.read(try text(of: path), file: path)
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        let folders = file.regulation.map { regulation in
            regulation.hasPrefix("/") || folder.isEmpty ? regulation : "\(folder)/\(regulation)"
        }
        return file.tests.map { test in
            RuleTestRunner.run(test) { name in
                for folder in folders {
                    let path = "\(folder)/\(name).yaml"
                    if let text = try? text(of: path) { return (text, path) }
                }
                return nil
            }
        }
    }

    private static func text(of path: String) throws(RunFailure) -> String {
        guard let bytes = SmallFile.bytes(of: path) else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .unreadableDefinition, at: SourceLocation(file: path),
                    "there is no readable file here"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
