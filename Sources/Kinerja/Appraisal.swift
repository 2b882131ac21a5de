internal import Batches
internal import Definition
package import Diagnostics
internal import Evidence
internal import Exporting
internal import Files
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
        /// The control sheet as text.
        package let controlSheet: String
        /// First rejects and findings, for people at a terminal; no names, NIPs masked.
        package let samples: [Diagnostic]
    }

    /// - Throws: ``RunFailure`` with the exit code that says whose turn it is.
    package static func run(
        _ options: RunOptions, mode: Mode, progress: RunProgress?
    ) async throws(RunFailure) -> Outcome {
        let previous = try options.previous.map { path throws(RunFailure) in
            try PreviousRunReader.read(path)
        }
        let kept = try options.evidence.map { folder throws(RunFailure) in try KeptEvidence(folder)
        }
        var prepared: PreparedRun
        if let kept {
            prepared = try PreparedRun.prepare(options, previous: previous?.identity, from: kept)
        } else {
            prepared = try await PreparedRun.prepare(
                options, previous: previous?.identity, progress: progress,
                hashesFirst: { mayBePublished(options, mode, $0) })
        }
        let run = AppraisalRun(previous: previous?.run, kept: kept, progress: progress)
        _ = try OutputCatalog.outputs(of: prepared.definition)
        if case .dryRun = mode {
            let record = try await run.compute(&prepared)
            let imbalances = ControlSheet(record).imbalances()
            guard imbalances.isEmpty else { throw RunFailure(.internal, imbalances) }
            return outcome(of: record, options: options, folder: nil, wasPublished: false)
        }
        let lock = try lock(options.output)
        defer { withExtendedLifetime(lock) {} }
        // Evidence is kept of what is read, also where the results are known.
        if case .publish = mode, options.keepEvidence == nil, let known = try known(prepared) {
            return known
        }
        let record = try await run.compute(&prepared)
        // Its identity may be known only now.
        if case .publish = mode, let known = try known(prepared) { return known }
        progress?.stage("export")
        let directory = RunDirectory(prepared)
        let publisher = RunPublisher(
            record: record, prepared: prepared,
            previousChecksum: previous?.identity.manifestChecksum, directory: directory)
        let isPublished = FileTree.exists(directory.path)
        if isPublished {
            _ = try RunVerifier().verifyFolder(directory.path)
            try await compareAgain(publisher, with: directory)
        } else {
            try await publisher.publish()
            try RunOrigin(options, inputs: kept?.index.inputs).write(to: directory.originPath)
        }
        return outcome(
            of: record, options: options, folder: directory.path, wasPublished: isPublished)
    }

    /// Whether any run of the definition and period was published here before.
    private static func mayBePublished(
        _ options: RunOptions, _ mode: Mode, _ definition: PipelineDefinition
    ) -> Bool {
        if case .dryRun = mode { return false }
        let parent = RunDirectory.parent(output: options.output, definition: definition)
        return FileTree.exists("\(parent)/\(RunDirectory.pointerName)")
    }

    static func lock(_ root: String) throws(RunFailure) -> FileLock {
        do throws(FileFailure) {
            try FileTree.createDirectories(root)
            let path = "\(root)/\(RunDirectory.lockName)"
            if let lock = try FileLock.acquire(path) { return lock }
            throw FileFailure(kind: .other, path: path, errno: 0)
        } catch {
            guard error.kind == .other, error.errno == 0 else {
                throw RunDirectory.failure(error)
            }
            throw RunFailure(
                .locked,
                Diagnostic(
                    .runLocked, at: SourceLocation(file: root),
                    "another run is writing below this folder",
                    hint: "wait for it to end, then run again"))
        }
    }

    /// The earlier run of the same identity, verified; `nil` when there is none or the identity is unknown.
    private static func known(_ prepared: PreparedRun) throws(RunFailure) -> Outcome? {
        guard prepared.isIdentified else { return nil }
        let directory = RunDirectory(prepared)
        guard FileTree.exists(directory.path) else { return nil }
        let verified = try RunVerifier().verifyFolder(directory.path)
        let control = try PublishedControl.read(directory.path)
        return Outcome(
            runID: verified.report.runID, rules: asked(prepared.definition), folder: directory.path,
            wasPublished: true,
            exceedsWarningLimits: false, ranked: control.ranked, unscored: control.unscored,
            excluded: control.excluded, rowsRead: control.rowsRead,
            rowsRejected: control.rowsRejected, findings: control.findings,
            controlSheet: control.text,
            samples: [])
    }

    /// Publishes under another name beside the run, compares every file's hash, and removes the copy.
    private static func compareAgain(
        _ publisher: RunPublisher, with directory: RunDirectory
    ) async throws(RunFailure) {
        let differing = try await publisher.differences(from: directory)
        guard differing.isEmpty else {
            throw RunFailure(
                .verification,
                differing.map { name in
                    Diagnostic(
                        .verificationFailed,
                        at: SourceLocation(file: "\(directory.path)/\(name)"),
                        "computed again, this file has other bytes than the published one",
                        hint: "keep both and tell the makers of this program")
                })
        }
    }

    private static func asked(_ definition: PipelineDefinition) -> String? {
        definition.rules.isAsked ? definition.rules.text : nil
    }

    private static func outcome(
        of record: RunRecord, options: RunOptions, folder: String?, wasPublished: Bool
    ) -> Outcome {
        let rows = record.files.reduce(0) { $0 + $1.read }
        let rejected = record.files.reduce(0) { $0 + $1.count(.rejected) }
        let limits = record.definition.warnings
        var exceeds = false
        if let most = limits.rejectBasisPoints, rejected * 10_000 > rows * most { exceeds = true }
        if let most = limits.findings, record.findings.count > most { exceeds = true }
        return Outcome(
            runID: record.runID, rules: asked(record.definition), folder: folder,
            wasPublished: wasPublished,
            exceedsWarningLimits: exceeds, ranked: record.persons.ranked,
            unscored: record.persons.unscored, excluded: record.persons.excluded, rowsRead: rows,
            rowsRejected: rejected, findings: record.findings.count,
            controlSheet: String(
                decoding: ControlSheet(record).text(options.language), as: UTF8.self),
            samples: Samples.of(record, options.language))
    }
}
