import Diagnostics
import Foundation
import Kinerja
import RuleTesting
import Testing

/// The rule tests of the project, run by the runner of `kinerja test`.
@Suite("National rule tests")
struct NationalRuleTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "pipelines/rule-tests").path

    static let files: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    @Test("Every rule test passes", arguments: files)
    func passes(file: String) throws {
        let results = try RuleTestRun.run("\(Self.folder)/\(file)")
        #expect(!results.isEmpty)
        for result in results where !result.passed {
            let report = RuleTestText(.english).describe(result).joined(separator: "\n")
            Issue.record("\(report)")
        }
    }
}
