internal import ArgumentParser
internal import Diagnostics
internal import FoundationEssentials
internal import Kinerja

/// Where a run that nobody watches says what it does, and the figures that a monitor collects.
struct JournalArguments: ParsableArguments {
    @Option(
        help: "A file that gets the run's events as JSON lines, without personal data.",
        completion: .file())
    var log: String?

    @Option(
        help: "A file that gets the run's figures for Prometheus (textfile collector).",
        completion: .file())
    var metrics: String?

    /// Begins the journal of a run.
    ///
    /// - Throws: ``RunFailure`` of kind `output` when the log cannot be opened.
    func journal(definition: String, period: String) throws(RunFailure) -> RunJournal {
        let name = definition.split(separator: "/").last.map(String.init) ?? definition
        return RunJournal(
            log: try log.map { path throws(RunFailure) in
                try RunLog(path: path, definition: name, period: period)
            },
            metrics: metrics.map { RunMetrics(path: $0, definition: name, period: period) })
    }
}

/// Log and figures of one run from its start to its end.
struct RunJournal {
    let log: RunLog?
    let metrics: RunMetrics?
    private let start = ContinuousClock.now

    init(log: RunLog?, metrics: RunMetrics?) {
        self.log = log
        self.metrics = metrics
    }

    func end(_ outcome: Appraisal.Outcome) {
        log?.end(outcome, seconds: seconds)
        metrics?.write(exit: outcome.exitCode, seconds: seconds, now: Clock.unix, outcome: outcome)
    }

    func end(_ failure: RunFailure) {
        log?.end(failure, seconds: seconds)
        metrics?.write(exit: failure.exitCode, seconds: seconds, now: Clock.unix, outcome: nil)
    }

    /// To the millisecond.
    private var seconds: String {
        let passed = (ContinuousClock.now - start).components
        let milliseconds = String(passed.attoseconds / 1_000_000_000_000_000 + 1_000).dropFirst()
        return "\(passed.seconds).\(milliseconds)"
    }
}
