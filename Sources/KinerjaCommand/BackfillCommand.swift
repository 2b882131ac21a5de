internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Kinerja

/// `kinerja backfill`: one definition over many periods.
struct BackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Run a pipeline over a stretch of periods, one after the other.",
        discussion: """
            One line for each period; the exit code is the worst of all. A lock, a disk or an internal failure ends it.
            """)

    @Argument(
        help: "The pipeline definition, e.g. pipelines/ambon.yaml.",
        completion: .file(extensions: ["yaml"]))
    var definition: String

    @Option(help: "The first period.")
    var from: String

    @Option(help: "The last period, of the same length.")
    var to: String

    @Option(help: "The folder of the exports, with {period} where the period stands.")
    var inputs: String

    @Option(help: "The output tree.", completion: .directory)
    var out: String = "out"

    @Option(
        help: ArgumentHelp(
            """
            Periods that are tried again: none, failed (those without a published run), or all (a published run of the \
            same inputs is verified only).
            """, valueName: "none|failed|all"))
    var redo: String = "failed"

    @Option(help: "Threads that check and score; the results do not depend on it.")
    var workers: Int = ProcessorCount.online

    @OptionGroup var language: LanguageArgument

    func validate() throws { _ = try backfill() }

    private func backfill() throws -> Backfill {
        guard let redo = Backfill.Redo(rawValue: redo) else {
            throw ValidationError("--redo is '\(redo)', expected none, failed or all.")
        }
        guard workers >= 1, workers <= 256 else {
            throw ValidationError("--workers must be 1…256.")
        }
        guard let first = AppraisalPeriod(parsing: from), let last = AppraisalPeriod(parsing: to),
            let backfill = Backfill(from: first, to: last, inputs: inputs, redo: redo)
        else {
            throw ValidationError(
                "--from and --to must be periods of one length in order, --inputs must contain {period}."
            )
        }
        return backfill
    }

    func run() async throws {
        guard let first = AppraisalPeriod(parsing: from) else { return }
        var options = RunOptions(
            definition: definition, period: first, inputs: "", output: out, workers: workers,
            language: language.language, program: try ProgramStamp.current())
        options.now = { Clock.now }
        options.stop = StopSignals.request
        let reporter = ProgressReporter()
        var worst: Int32 = 0
        await (try backfill()).perform(options, progress: reporter.progress) { period, result in
            reporter.finish()
            worst = max(worst, result.exitCode)
            let text =
                switch result {
                case .ran(let outcome): Run.summary(of: outcome, options.language)
                case .skipped(isDone: true):
                    options.language("sudah ada, dilewati", "done, skipped")
                case .skipped(isDone: false):
                    options.language(
                        "pernah dicoba tanpa hasil lengkap, dilewati",
                        "tried before without a complete run, skipped")
                case .failed(let failure):
                    options.language("gagal", "failed") + " (\(failure.exitCode))\n\(failure)"
                }
            StandardError.write("\(period): \(text)\n")
        }
        if worst != 0 { throw ExitCode(worst) }
    }
}
