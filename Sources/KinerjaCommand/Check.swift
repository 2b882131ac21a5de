internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja check`: the definition and what the inputs look like; writes nothing.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a definition and its exports without publishing.",
        discussion: """
            Prints the control sheet and the first problems. Exits with 1 above the definition's warning limits, \
            2 for a fault of the definition, 3 if an input is refused, 7 if something expected is missing.
            """)

    @OptionGroup var arguments: RunArguments

    @Option(help: "The folder that holds the exports.", completion: .directory)
    var inputs: String

    func run() async throws {
        let options = try arguments.options(inputs: inputs, output: "")
        let reporter = ProgressReporter()
        let outcome: Appraisal.Outcome
        do throws(RunFailure) {
            outcome = try await Appraisal.run(
                options, mode: .dryRun, progress: reporter.progress)
        } catch {
            reporter.finish()
            throw error
        }
        reporter.finish()
        StandardOutput.write(MaskedText.of(outcome.controlSheet))
        for problem in outcome.samples { StandardOutput.write("\(problem)\n") }
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }
}
