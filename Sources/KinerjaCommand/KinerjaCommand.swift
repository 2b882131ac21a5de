internal import ArgumentParser

/// `kinerja`: appraises civil servants from the exports of their agencies.
struct KinerjaCommand: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "kinerja",
        abstract:
            "Appraises Indonesian civil servants (ASN) from the exports of agencies' systems.",
        discussion: """
            ingest → validate → normalize → score → export, by one definition file.

            Exit codes: 0 done, 1 done but above the definition's warning limits, 2 definition or usage, \
            3 input refused, 4 another run holds the lock, 5 output or disk, 6 verification or a rule test failed, \
            7 done but partial, 70 internal, 130/143 interrupted.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Appraisal", subcommands: [Run.self, Check.self, Explain.self, Verify.self]),
            CommandGroup(
                name: "Export",
                subcommands: [Guess.self, PreviewCommand.self, Convert.self]),
            CommandGroup(
                name: "History",
                subcommands: [Runs.self, RerunCommand.self, Compare.self, BackfillCommand.self]),
            CommandGroup(name: "Payroll", subcommands: [Pay.self]),
            CommandGroup(name: "Law", subcommands: [Law.self, Test.self, Audit.self]),
        ])
}
