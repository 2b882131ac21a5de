internal import ArgumentParser
internal import Diagnostics
internal import Kinerja

/// `kinerja audit`: what others decided, held against the rule; changes nothing.
struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Hold decisions of others against the rule in force; changes and publishes nothing.",
        subcommands: [Conformance.self, Quality.self, QualityRuns.self])

    /// `kinerja audit conformance`: predikat against their ratings, and units against their distribution.
    struct Conformance: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check predikat against the matrix, and their distribution by unit.",
            discussion: """
                Exits with 0 when all conform, 1 when a row or a unit does not or cannot be judged, 2 where the definition \
                has nothing to audit, 3 if an input is refused.
                """)

        @OptionGroup var arguments: RunArguments

        @Option(help: "The folder that holds the exports.", completion: .directory)
        var inputs: String

        @Option(
            help: "A CSV file for the rows that do not conform, with whole NIPs.",
            completion: .file(extensions: ["csv"]))
        var out: String?

        func run() async throws {
            let options = try arguments.options(inputs: inputs, output: "")
            let reporter = ProgressReporter()
            let report: ConformanceReport
            do throws(RunFailure) {
                report = try await ConformanceReport.make(options, progress: reporter.progress)
            } catch {
                reporter.finish()
                throw error
            }
            reporter.finish()
            StandardOutput.write(report.text(options.language))
            if let out { try report.write(to: out, options.language) }
            if !report.conforms { throw ExitCode(1) }
        }
    }

    /// `kinerja audit quality`: BKN's indicators of data quality, of the employee master.
    struct Quality: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compute BKN's indicators of data quality and the index of each unit.",
            discussion: """
                Exits with 0 when every indicator that is computed finds nothing, 1 when one finds a problem or cannot \
                judge somebody, 2 where the definition has no employee master, 3 if an input is refused.
                """)

        @OptionGroup var arguments: RunArguments

        @Option(help: "The folder that holds the exports.", completion: .directory)
        var inputs: String

        @Option(
            help: "A CSV file for the people with a problem, with whole NIPs.",
            completion: .file(extensions: ["csv"]))
        var out: String?

        func run() async throws {
            let options = try arguments.options(inputs: inputs, output: "")
            let reporter = ProgressReporter()
            let report: QualityReport
            do throws(RunFailure) {
                report = try await QualityReport.make(options, progress: reporter.progress)
            } catch {
                reporter.finish()
                throw error
            }
            reporter.finish()
            StandardOutput.write(report.text(options.language))
            if let out { try report.write(to: out, options.language) }
            if !report.isClean { throw ExitCode(1) }
        }
    }

    /// `kinerja audit quality-runs`: the index of each unit over published runs.
    struct QualityRuns: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the index of data quality of each unit over published runs, as CSV.")

        @Argument(help: "Published runs, the earliest first.", completion: .directory)
        var runs: [String]

        func run() throws {
            StandardOutput.write(try PublishedQuality.sideBySide(runs))
        }
    }
}
