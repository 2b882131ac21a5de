package import Diagnostics
internal import Documents
internal import Files
package import RuleTesting

/// Runs files of rule tests with the parameter files that they name.
package enum RuleTestRun {
    /// The results of one file, in the order written there.
    package struct FileResult: Sendable {
        package let file: String
        package let results: [RuleTestResult]

        package var failed: Int { results.count { !$0.passed } }
    }

    /// - Parameters:
    ///   - paths: Files of rule tests, or folders: all `*.yaml` below, in the order of their bytes.
    ///   - only: The id of the tests to run; all where it is `nil`. Files without such a test are left out.
    /// - Returns: The results of each file, in the order given.
    /// - Throws: ``RunFailure`` of kind `definition` with the faults of all files; then nothing is run.
    package static func run(
        _ paths: [String], only: String? = nil
    ) throws(RunFailure) -> [FileResult] {
        var problems: [Diagnostic] = []
        var files: [(path: String, file: RuleTestFile)] = []
        for path in try self.files(of: paths) {
            do throws(RunFailure) {
                files.append((path, try RuleTestFile.read(try text(of: path), file: path)))
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw RunFailure(.definition, problems) }
        let results = files.map { path, file in
            FileResult(file: path, results: run(file, at: path, only: only))
        }
        guard let only else { return results }
        let selected = results.filter { !$0.results.isEmpty }
        guard !selected.isEmpty else {
            let ids = files.flatMap { $0.file.tests.map(\.id) }
            throw RunFailure(
                .definition,
                Diagnostic(
                    .unknownName, at: SourceLocation(file: paths.joined(separator: ", ")),
                    "no test has the id '\(only)'",
                    hint: Similarity.nearest(to: only, among: ids).map { "did you mean '\($0)'?" }))
        }
        return selected
    }

    /// - Parameter path: Of a file of rule tests.
    /// - Returns: What became of each test, in the order of the file.
    /// - Throws: ``RunFailure`` of kind `definition` when the file cannot be read.
    package static func run(_ path: String) throws(RunFailure) -> [RuleTestResult] {
        try run([path]).flatMap(\.results)
    }

    /// The formulas that tests can name.
    package static var formulas: [String] { RuleSubjects.names.sorted() }

    private static func run(
        _ file: RuleTestFile, at path: String, only: String?
    ) -> [RuleTestResult] {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        let folders = file.regulation.map { regulation in
            regulation.hasPrefix("/") || folder.isEmpty ? regulation : "\(folder)/\(regulation)"
        }
        return file.tests.filter { only == nil || $0.id == only }.map { test in
            RuleTestRunner.run(test) { name in
                for folder in folders {
                    let path = "\(folder)/\(name).yaml"
                    if let text = try? text(of: path) { return (text, path) }
                }
                return nil
            }
        }
    }

    private static func files(of paths: [String]) throws(RunFailure) -> [String] {
        var files: [String] = []
        for path in paths {
            guard let below = try? FileTree.list(path) else {
                files.append(path)
                continue
            }
            let found = below.files.filter { $0.hasSuffix(".yaml") }.map {
                path.hasSuffix("/") ? path + $0 : "\(path)/\($0)"
            }
            guard !found.isEmpty else {
                throw RunFailure(
                    .definition,
                    Diagnostic(
                        .unreadableDefinition, at: SourceLocation(file: path),
                        "no file *.yaml is below this folder"))
            }
            files += found
        }
        return files
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
