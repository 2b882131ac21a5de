internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// What every audit of exports is told, and how it answers.
struct AuditArguments: ParsableArguments {
    @OptionGroup var arguments: RunArguments

    @Option(help: "The folder that holds the exports.", completion: .directory)
    var inputs: String

    @Option(
        help: "A CSV file for what was found, with whole NIPs.",
        completion: .file(extensions: ["csv"]))
    var out: String?

    /// Prints and perhaps writes the report.
    ///
    /// - Throws: ``ExitCode`` 1 where something was found; ``RunFailure``.
    func answer<Report: AuditReport>(by kind: Report.Type) async throws {
        let options = try arguments.options(inputs: inputs, output: "")
        let reporter = ProgressReporter()
        let report: Report
        do throws(RunFailure) {
            report = try await Report.make(options, progress: reporter.progress)
        } catch {
            reporter.finish()
            throw error
        }
        reporter.finish()
        StandardOutput.write(MaskedText.of(report.text(options.language)))
        if let out { try report.write(to: out, options.language) }
        if !report.isClean { throw ExitCode(1) }
    }
}
