internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja rerun`: a run of the past from its kept inputs.
struct RerunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract: "Compute a run of the past once more from its kept inputs.",
        discussion: """
            The same program and law must give the same bytes; if not, it exits with 6. Another program or law says which \
            outputs differ. The output tree of the run stays as it is.
            """)

    @Argument(
        help: ArgumentHelp(
            "The folder of a run, its pointer 'terkini', or the first digits.", valueName: "run"))
    var name: String

    @Option(help: "The output tree, where digits are given.", completion: .directory)
    var out: String = "out"

    @Option(
        help: ArgumentHelp(
            "Whose law, in place of that of the run: then, a date, or a file with values.",
            valueName: "then|date|file"))
    var rules: String?

    @Option(
        help: "Another output tree that gets the results; without it they are only compared.",
        completion: .directory)
    var into: String?

    @Option(help: "Threads that check and score; the results do not depend on it.")
    var workers: Int = ProcessorCount.online

    @Option(
        help: ArgumentHelp(
            "Memory for the sums and keys of facts, e.g. 512M or 4G; beyond it they wait on disk.",
            valueName: "size"))
    var memory: MemorySize = .half

    @OptionGroup var unpacking: UnpackingArguments
    @OptionGroup var language: LanguageArgument

    func validate() throws {
        guard workers >= 1, workers <= 256 else {
            throw ValidationError("--workers must be 1…256.")
        }
    }

    func run() async throws {
        let reporter = ProgressReporter()
        let report: Rerun.Report
        do throws(RunFailure) {
            let rerun = try Rerun(
                Rerun.Request(run: name, tree: out, rules: rules, into: into),
                options: { options in
                    var options = options
                    options.workers = workers
                    options.memory = memory.bytes
                    options.unpacking = unpacking.limits
                    options.now = { Clock.now }
                    return options
                })
            report = try await rerun.perform(
                program: try ProgramStamp.current(), stop: StopSignals.request,
                progress: reporter.progress)
        } catch {
            reporter.finish()
            throw error
        }
        reporter.finish()
        StandardError.write(summary(report) + "\n")
    }

    /// One line; no personal data.
    private func summary(_ report: Rerun.Report) -> String {
        let language = language.language
        var line = report.original + ": "
        if report.isSameRun {
            line += language(
                "\(report.outputs) keluaran, semua byte sama",
                "\(report.outputs) outputs, every byte the same")
        } else {
            let count = report.differing.count
            line += language(
                "program, aturan, atau definisi lain (\(report.again.runID)): \(count) dari "
                    + "\(report.outputs) keluaran berbeda",
                "another program, law or definition (\(report.again.runID)): \(count) of "
                    + "\(report.outputs) outputs differ")
            if count > 0 { line += ": " + report.differing.joined(separator: ", ") }
        }
        if into != nil, let folder = report.again.folder { line += " → \(folder)" }
        return line
    }
}
