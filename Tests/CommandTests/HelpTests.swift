internal import Foundation
internal import TestSupport
internal import Testing

@Suite("Help")
struct HelpTests {
    struct Page: Sendable, CustomTestStringConvertible {
        let snapshot: String
        let arguments: [String]
        var testDescription: String { snapshot }
    }

    private static let isRecording =
        ProcessInfo.processInfo.environment["KINERJA_RECORD"] == "1"

    static let pages = [
        Page(snapshot: "help", arguments: ["--help"]),
        Page(snapshot: "run", arguments: ["run", "--help"]),
        Page(snapshot: "check", arguments: ["check", "--help"]),
        Page(snapshot: "explain", arguments: ["explain", "--help"]),
        Page(snapshot: "verify", arguments: ["verify", "--help"]),
        Page(snapshot: "test", arguments: ["test", "--help"]),
        Page(snapshot: "law", arguments: ["law", "--help"]),
        Page(snapshot: "audit", arguments: ["audit", "conformance", "--help"]),
        Page(snapshot: "preview", arguments: ["preview", "--help"]),
        Page(snapshot: "audit-quality", arguments: ["audit", "quality", "--help"]),
        Page(
            snapshot: "audit-quality-runs", arguments: ["audit", "quality-runs", "--help"]),
        Page(snapshot: "convert", arguments: ["convert", "--help"]),
        Page(snapshot: "runs", arguments: ["runs", "--help"]),
        Page(snapshot: "runs-list", arguments: ["runs", "list", "--help"]),
        Page(snapshot: "runs-show", arguments: ["runs", "show", "--help"]),
        Page(snapshot: "runs-purge", arguments: ["runs", "purge", "--help"]),
        Page(snapshot: "rerun", arguments: ["rerun", "--help"]),
        Page(snapshot: "compare", arguments: ["compare", "--help"]),
        Page(snapshot: "backfill", arguments: ["backfill", "--help"]),
        Page(snapshot: "pay-explain", arguments: ["pay", "explain", "--help"]),
        Page(snapshot: "guess", arguments: ["guess", "--help"]),
        Page(snapshot: "pay", arguments: ["pay", "--help"]),
        Page(snapshot: "pay-prepare", arguments: ["pay", "prepare", "--help"]),
        Page(snapshot: "pay-approve", arguments: ["pay", "approve", "--help"]),
        Page(snapshot: "pay-release", arguments: ["pay", "release", "--help"]),
        Page(snapshot: "pay-reconcile", arguments: ["pay", "reconcile", "--help"]),
        Page(snapshot: "pay-verify", arguments: ["pay", "verify", "--help"]),
        Page(snapshot: "pay-withdraw", arguments: ["pay", "withdraw", "--help"]),
        Page(snapshot: "pay-list", arguments: ["pay", "list", "--help"]),
        Page(snapshot: "pay-show", arguments: ["pay", "show", "--help"]),
        Page(snapshot: "explain-V203", arguments: ["explain", "V203"]),
        Page(snapshot: "explain-V203-en", arguments: ["explain", "v203", "--bahasa", "en"]),
    ]

    @Test("Help says what is on record", arguments: pages)
    func snapshot(page: Page) throws {
        let outcome = try Program.run(page.arguments, environment: ["COLUMNS": "80"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        // The default of --workers is the machine's.
        let text = outcome.text.replacing(/\(default: \d+\)/, with: "(default: N)")
        let record = Repository.path("Tests/CommandTests/Snapshots/\(page.snapshot).txt")
        if Self.isRecording { try Disk.write(text, to: record) }
        #expect(text == (try Disk.text(record)))
    }

    @Test("The version is printed alone")
    func version() throws {
        let outcome = try Program.run(["--version"])
        #expect(outcome.status == 0)
        #expect(outcome.text.contains(/^\d+\.\d+\.\d+\n$/))
    }

    @Test(
        "Wrong usage exits with 2 and says what was expected",
        arguments: [
            (["run"], "definition"), (["runn"], "runn"), (["explain", "XX1"], "XX1"),
            (["explain", "out", "123"], "18 digits"), (["verify"], "path"),
            (["run", "d.yaml", "--period", "2025-Q5", "--inputs", "."], "2025-Q5"),
            (
                ["run", "d.yaml", "--period", "2025", "--inputs", ".", "--workers", "0"],
                "--workers"
            ),
            (["run", "d.yaml", "--period", "2025", "--inputs", ".", "--bahasa", "fr"], "--bahasa"),
        ])
    func usage(arguments: [String], says: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }
}
