internal import Batches
internal import Definition
package import Diagnostics
internal import Evidence
internal import Exporting
internal import Files
internal import Ledger
internal import Regulation

/// The program's doors: run, try out, check. Everything that the command line can ask for.
package enum Appraisal {
    package enum Mode: Sendable {
        /// Publishes; a run whose identity is already published is verified and not computed again.
        case publish
        /// Computes also what is already published, and compares the bytes.
        case again
        /// Computes and writes nothing.
        case dryRun
    }

    /// What a run came to.
    package struct Outcome: Sendable {
        package let runID: String
        /// The law that applied, where it is not that of the period; `nil` where it is.
        package let rules: String?
        /// Folder of the published run; `nil` when nothing was written.
        package let folder: String?
        /// The same run had been published before.
        package let wasPublished: Bool
        /// Rejects or findings exceed the definition's `warn:` limits.
        package let exceedsWarningLimits: Bool
        package let ranked: Int
        package let unscored: Int
        package let excluded: Int
        package let rowsRead: Int
        package let rowsRejected: Int
        package let findings: Int
        /// What the definition expects and nobody delivered, by source and agency; empty for a complete run.
        package let missing: [String]
        /// The control sheet as text.
        package let controlSheet: String
        /// First rejects and findings, for people at a terminal; no names, NIPs masked.
        package let samples: [Diagnostic]

        /// What the process leaves with.
        package var exitCode: Int32 { isPartial ? 7 : exceedsWarningLimits ? 1 : 0 }

        /// The run must not be paid by and never becomes `terkini`.
        package var isPartial: Bool { !missing.isEmpty }
    }

    /// - Throws: ``RunFailure`` with the exit code that says whose turn it is.
    package static func run(
        _ options: RunOptions, mode: Mode, progress: RunProgress?
    ) async throws(RunFailure) -> Outcome {
        let definition = try PreparedRun.definition(options)
        _ = try OutputCatalog.outputs(of: definition)
        let attempt = RunAttempt(
            options: options, definition: definition, mode: mode, progress: progress)
        if case .dryRun = mode { return try await attempt.tryOut() }
        let lock = try TreeLock.take(options.output)
        defer { withExtendedLifetime(lock) {} }
        let book = try RunBook(options.output, now: options.now)
        try TreeRecovery(book: book, progress: progress).recover()
        let entry = try book.begin(
            pipeline: definition.name, period: "\(definition.period)",
            keepEvidence: options.keepEvidence)
        do throws(RunFailure) {
            return try await attempt.publish(entry)
        } catch {
            entry.end(error)
            throw error
        }
    }
}

extension Appraisal.Outcome {
    init(_ record: RunRecord, options: RunOptions, folder: String?, wasPublished: Bool) {
        let rows = record.files.reduce(0) { $0 + $1.read }
        let rejected = record.files.reduce(0) { $0 + $1.count(.rejected) }
        self.init(
            runID: record.runID, rules: record.definition.askedRules, folder: folder,
            wasPublished: wasPublished,
            exceedsWarningLimits: record.definition.warnings.areExceeded(
                rows: rows, rejected: rejected, findings: record.findings.count),
            ranked: record.persons.ranked, unscored: record.persons.unscored,
            excluded: record.persons.excluded, rowsRead: rows, rowsRejected: rejected,
            findings: record.findings.count, missing: record.shortfalls.map(\.name),
            controlSheet: String(
                decoding: ControlSheet(record).text(options.language), as: UTF8.self),
            samples: Samples.of(record, options.language))
    }

    /// A run that had been published before, as its own files tell it.
    init(_ known: RunDirectory, of definition: PipelineDefinition) throws(RunFailure) {
        let verified = try RunVerifier().verifyFolder(known.path)
        let control = try PublishedControl.read(known.path)
        self.init(
            runID: verified.report.runID, rules: definition.askedRules, folder: known.path,
            // Somebody was warned when it was published; now nothing was done.
            wasPublished: true, exceedsWarningLimits: false, ranked: control.ranked,
            unscored: control.unscored, excluded: control.excluded, rowsRead: control.rowsRead,
            rowsRejected: control.rowsRejected, findings: control.findings,
            missing: control.missing, controlSheet: control.text, samples: [])
    }
}

extension PipelineDefinition {
    fileprivate var askedRules: String? { rules.isAsked ? rules.text : nil }
}
