internal import ArgumentParser
internal import CivilService
internal import Diagnostics
internal import Kinerja

/// `kinerja runs`: the book of an output tree.
struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List, show and purge the runs of an output tree.",
        subcommands: [List.self, Show.self, Purge.self])

    /// `kinerja runs list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List runs in the order in which they were published.",
            discussion:
                "→ is where 'terkini' leads; * a partial run, ° one under another law, never 'terkini'."
        )

        @Option(help: "The output tree.", completion: .directory)
        var out: String = "out"

        @Option(help: "Only runs of this pipeline.")
        var pipeline: String?

        @Option(help: "Only runs of this period.")
        var period: String?

        @Flag(help: "Print JSON, with every attempt.")
        var json = false

        @OptionGroup var language: LanguageArgument

        func run() throws {
            let listing = try RunsListing(out, pipeline: pipeline, period: period)
            StandardOutput.write(json ? listing.json : listing.text(language.language))
        }
    }

    /// `kinerja runs show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a run with its attempts, inputs, outputs and findings.")

        @Argument(
            help: ArgumentHelp(
                "The folder of a run, its pointer 'terkini', or the first digits.",
                valueName: "run"))
        var name: String

        @Option(help: "The output tree, where digits are given.", completion: .directory)
        var out: String = "out"

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var language: LanguageArgument

        func run() throws {
            let details = try RunDetails(name, tree: out)
            StandardOutput.write(json ? details.json : details.text(language.language))
        }
    }

    /// `kinerja runs purge`.
    struct Purge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove old runs, and kept inputs that no run needs any more.",
            discussion: """
                What 'terkini' leads to, what a payment names, what a run that stays was compared with, and the latest \
                runs of each period always stay. Purged runs stay in the book.
                """)

        @Option(help: "The output tree.", completion: .directory)
        var out: String = "out"

        @Option(
            help: ArgumentHelp(
                "Latest runs of each pipeline and period that stay.", valueName: "runs"))
        var keepLast: Int?

        @Option(
            help: ArgumentHelp(
                "Only runs of periods that ended before this day, yyyy-mm-dd.", valueName: "date"))
        var olderThan: String?

        @Flag(help: "Say what would go, and remove nothing.")
        var dryRun = false

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var language: LanguageArgument

        func validate() throws {
            guard keepLast != nil || olderThan != nil else {
                throw ValidationError("Give --keep-last, --older-than or both.")
            }
            guard keepLast ?? 1 >= 1 else {
                throw ValidationError("--keep-last must be 1 or more.")
            }
            if let olderThan, CalendarDate(iso: olderThan) == nil {
                throw ValidationError("--older-than is '\(olderThan)', expected a date yyyy-mm-dd.")
            }
        }

        func run() throws {
            let reporter = ProgressReporter()
            let report = try RunsPurge(
                keepLast: keepLast ?? 1, olderThan: olderThan.flatMap { CalendarDate(iso: $0) }
            ).perform(out, isTrial: dryRun, now: { Clock.now }, progress: reporter.progress)
            if json { return StandardOutput.write(report.json) }
            let language = language.language
            for folder in report.folders { StandardOutput.write(folder + "\n") }
            StandardOutput.write(
                language("run", "runs") + " \(report.folders.count), "
                    + language("masukan tersimpan", "kept inputs") + " \(report.contents)"
                    + (dryRun ? language(" (belum dihapus)", " (not removed)") : "") + "\n")
        }
    }
}
