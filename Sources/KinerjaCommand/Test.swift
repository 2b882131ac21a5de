internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja test`: rule tests against the very formulas that score.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Test the formulas of the law against published examples.",
        discussion: """
            Exits with 6 when a test fails and with 2 when a file is malformed. No personal data is involved. \
            Documentation/rule-tests.md says how a test is written.
            """)

    @Argument(
        help: "Files of rule tests, or folders: all *.yaml below.",
        completion: .file(extensions: ["yaml"]))
    var files: [String] = []

    @Option(help: ArgumentHelp("Run only the tests with this id.", valueName: "id"))
    var only: String?

    @Flag(help: "Print every test with its steps, not only those that fail.")
    var verbose = false

    @Flag(help: "Print JSON lines, one object a test.")
    var json = false

    @Flag(help: "List the formulas that tests can name.")
    var formulas = false

    @Option(help: "Language of texts: id or en.")
    var bahasa: String = "id"

    func validate() throws {
        guard formulas == files.isEmpty else {
            throw ValidationError("Name files of rule tests or folders, or give --formulas.")
        }
    }

    func run() throws {
        guard let language = Language(rawValue: bahasa) else {
            throw ValidationError("--bahasa is '\(bahasa)', expected id or en.")
        }
        if formulas {
            StandardOutput.write(RuleTestRun.formulas.map { $0 + "\n" }.joined())
            return
        }
        let results = try RuleTestRun.run(files, only: only)
        StandardOutput.write(
            json
                ? try RuleTestJSON.render(results)
                : RuleTestText(language, isVerbose: verbose).render(results))
        if results.contains(where: { $0.failed > 0 }) { throw ExitCode(6) }
    }
}
