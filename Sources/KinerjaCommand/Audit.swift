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

        @OptionGroup var audit: AuditArguments

        func run() async throws { try await audit.answer(by: ConformanceReport.self) }
    }

    /// `kinerja audit quality`: BKN's indicators of data quality, of the employee master.
    struct Quality: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compute BKN's indicators of data quality and the index of each unit.",
            discussion: """
                Exits with 0 when every indicator that is computed finds nothing, 1 when one finds a problem or cannot \
                judge somebody, 2 where the definition has no employee master, 3 if an input is refused.
                """)

        @OptionGroup var audit: AuditArguments

        func run() async throws { try await audit.answer(by: QualityReport.self) }
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
