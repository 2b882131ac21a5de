internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja run`: the pipeline, from exports to published results.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a pipeline: read, check, score, rank and publish.",
        discussion: """
            Publishes OUT/<pipeline>/<period>/<run>/ whole or not at all, and points 'terkini' at it. \
            A run of the same definition, inputs and program that is already published is verified and not computed again.
            """)

    @OptionGroup var arguments: RunArguments

    @Option(help: "The folder that holds the exports.", completion: .directory)
    var inputs: String?

    @Option(
        help: "A folder that --keep-evidence made, in place of --inputs.", completion: .directory)
    var evidence: String?

    @Option(help: "The folder below which results are published.", completion: .directory)
    var out: String = "out"

    @Flag(help: "Compute everything, print the control sheet, write nothing.")
    var dryRun = false

    @Flag(help: "Compute also what is already published, and compare the bytes.")
    var again = false

    @Option(
        help:
            "A folder to be made, that keeps the evidence for runs with other weights, caps or bands.",
        completion: .directory)
    var keepEvidence: String?

    @OptionGroup var journal: JournalArguments

    func validate() throws {
        guard (inputs == nil) != (evidence == nil) else {
            throw ValidationError("Give either --inputs or --evidence.")
        }
        guard keepEvidence == nil || evidence == nil else {
            throw ValidationError("--keep-evidence goes with --inputs.")
        }
        guard arguments.asOf == nil || evidence == nil else {
            throw ValidationError("--as-of goes with --inputs.")
        }
    }

    func run() async throws {
        let journal = try journal.journal(
            definition: arguments.definition, period: arguments.period)
        let reporter = ProgressReporter()
        let mode: Appraisal.Mode = dryRun ? .dryRun : again ? .again : .publish
        let outcome: Appraisal.Outcome
        do throws(RunFailure) {
            var options = try arguments.options(inputs: inputs ?? "", output: out)
            options.keepEvidence = keepEvidence
            options.evidence = evidence
            options.stop = StopSignals.request
            outcome = try await Appraisal.run(
                options, mode: mode, progress: reporter.progress(for: journal.log))
        } catch {
            reporter.finish()
            journal.end(error)
            throw error
        }
        reporter.finish()
        journal.end(outcome)
        let language = arguments.language
        if dryRun { StandardOutput.write(MaskedText.of(outcome.controlSheet)) }
        StandardError.write(Self.summary(of: outcome, language) + "\n")
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }

    /// One line for the log; no personal data.
    static func summary(of outcome: Appraisal.Outcome, _ language: Language) -> String {
        var line =
            "\(outcome.runID): " + language("dinilai", "ranked") + " \(outcome.ranked), "
            + language("belum dinilai", "unscored") + " \(outcome.unscored), "
            + language("dikecualikan", "excluded") + " \(outcome.excluded); "
            + language("baris dibaca", "rows read") + " \(outcome.rowsRead), "
            + language("ditolak", "rejected") + " \(outcome.rowsRejected); "
            + language("temuan", "findings") + " \(outcome.findings)"
        if let rules = outcome.rules { line += "; " + language("aturan", "rules") + " \(rules)" }
        if outcome.isPartial {
            let names = outcome.missing.prefix(5).joined(separator: ", ")
            let more = outcome.missing.count > 5 ? ", …" : ""
            line +=
                "; " + language("SEBAGIAN, belum ada", "PARTIAL, missing")
                + " \(outcome.missing.count): \(names)\(more)"
        }
        if let folder = outcome.folder {
            line += " → \(folder)"
            if outcome.wasPublished {
                line += language(" (sudah terbit, terverifikasi)", " (already published, verified)")
            }
        } else {
            line += language(" (tidak ada yang ditulis)", " (nothing written)")
        }
        return MaskedText.of(line)
    }
}
