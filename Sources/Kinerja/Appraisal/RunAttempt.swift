internal import Definition
internal import Diagnostics
internal import Evidence
internal import Exporting
internal import Files
internal import Ingestion
internal import Ledger
internal import Pipeline
internal import Regulation

/// One try at a run: read, compute, publish, and what the book is told on the way.
struct RunAttempt {
    let options: RunOptions
    let definition: PipelineDefinition
    let mode: Appraisal.Mode
    let progress: RunProgress?

    /// Computes and writes nothing.
    func tryOut() async throws(RunFailure) -> Appraisal.Outcome {
        let previous = try readPrevious()
        var (prepared, kept) = try await prepare(previous?.identity, hashesFirst: false)
        let run = AppraisalRun(previous: previous?.run, kept: kept, progress: progress)
        let record = try await run.compute(&prepared)
        let imbalances = ControlSheet(record).imbalances()
        guard imbalances.isEmpty else { throw RunFailure(.internal, imbalances) }
        return Appraisal.Outcome(record, options: options, folder: nil, wasPublished: false)
    }

    /// Computes and publishes, unless the same is published already.
    ///
    /// - Precondition: The caller holds the lock of the tree, and the book is what the disk is.
    func publish(_ entry: RunBook.Attempt) async throws(RunFailure) -> Appraisal.Outcome {
        let previous = try readPrevious()
        var (prepared, kept) = try await prepare(previous?.identity, entry)
        // Evidence is kept of what is read, also where the results are known.
        if options.keepEvidence == nil, let outcome = try known(prepared, entry) { return outcome }
        try checkDisk(prepared)
        try entry.reach(.compute, reused: kept != nil && options.evidence == nil ? "ingest" : nil)
        let run = AppraisalRun(previous: previous?.run, kept: kept, progress: progress)
        let record = try await run.compute(&prepared)
        // Its identity may be known only now.
        if let outcome = try known(prepared, entry) { return outcome }
        progress?.stage("export")
        let directory = RunDirectory(prepared)
        let publisher = RunPublisher(
            record: record, prepared: prepared,
            previousChecksum: previous?.identity.manifestChecksum, directory: directory)
        let wasPublished = FileTree.exists(directory.path)
        let outcome = Appraisal.Outcome(
            record, options: options, folder: directory.path, wasPublished: wasPublished)
        if wasPublished {
            _ = try RunVerifier().verifyFolder(directory.path)
            try await compareAgain(publisher, with: directory)
            if !outcome.isPartial { try pointAgain(directory) }
            try entry.end(.known, exitCode: Int(outcome.exitCode), run: directory.runID)
            return outcome
        }
        try await keepInputs(prepared)
        // From here on it is finished: the rest takes seconds.
        try options.stop.check(at: options.output)
        try entry.reach(.publish, run: directory.runID)
        try await publisher.publish(RunOrigin(options, inputs: kept?.index.inputs))
        try settle(record, directory, publisher, entry)
        try entry.end(.published, exitCode: Int(outcome.exitCode), run: directory.runID)
        return outcome
    }

    /// Enters the folder into the book, and moves the pointer last.
    private func settle(
        _ record: RunRecord, _ directory: RunDirectory, _ publisher: RunPublisher,
        _ entry: RunBook.Attempt
    ) throws(RunFailure) {
        let ledger = entry.book.ledger
        let booked = try RunEntry(
            folder: directory.relativePath, root: options.output,
            findings: RunEntry.findings(of: record))
        let sequence = try RunBook.asked { () throws(LedgerFailure) in
            try ledger.publish(booked.run, booked.parts, attempt: entry.number)
        }
        guard booked.run.pointer == .due else { return }
        try publisher.point()
        try RunBook.asked { () throws(LedgerFailure) in try ledger.settlePointer(of: sequence) }
    }

    // MARK: Before the rows

    private func readPrevious() throws(RunFailure)
        -> (run: PreviousRun, identity: PreviousIdentity)?
    {
        guard let path = options.previous else { return nil }
        return try PreviousRunReader.read(path)
    }

    private func prepare(
        _ previous: PreviousIdentity?, hashesFirst: Bool
    ) async throws(RunFailure) -> (PreparedRun, KeptEvidence?) {
        if let folder = options.evidence {
            let kept = try KeptEvidence(folder)
            return (
                try PreparedRun.prepare(options, definition, previous: previous, from: kept), kept
            )
        }
        let prepared = try await PreparedRun.prepare(
            options, definition, previous: previous, progress: progress, hashesFirst: hashesFirst)
        return (prepared, nil)
    }

    /// Prepares with the evidence of an attempt that ended after its reading, where that is still of these inputs.
    private func prepare(
        _ previous: PreviousIdentity?, _ entry: RunBook.Attempt
    ) async throws(RunFailure) -> (PreparedRun, KeptEvidence?) {
        let unfinished = try UnfinishedEvidence.find(options, entry)
        let (prepared, kept) = try await prepare(
            previous, hashesFirst: unfinished != nil || mayBePublished)
        guard let unfinished else { return (prepared, kept) }
        guard let reused = unfinished.evidence(for: prepared, options.program) else {
            try unfinished.discard()
            return (prepared, kept)
        }
        return (
            try PreparedRun.prepare(options, definition, previous: previous, from: reused), reused
        )
    }

    /// Evidence that was kept is small and lies elsewhere.
    private func checkDisk(_ prepared: PreparedRun) throws(RunFailure) {
        guard options.evidence == nil else { return }
        let keepsInputs = options.keepsInputs && definition.keepsInputs
        try DiskNeed(prepared.inventory, keepsInputs: keepsInputs)
            .check(free: options.freeBytes(options.output), at: options.output)
    }

    /// Whether any run of the definition and period was published here before.
    private var mayBePublished: Bool {
        let parent = RunDirectory.parent(output: options.output, definition: definition)
        return FileTree.exists("\(parent)/\(RunDirectory.pointerName)")
    }

    /// The earlier run of the same identity, verified; `nil` when there is none or the identity is unknown.
    private func known(
        _ prepared: PreparedRun, _ entry: RunBook.Attempt
    ) throws(RunFailure) -> Appraisal.Outcome? {
        guard case .publish = mode, prepared.isIdentified else { return nil }
        let directory = RunDirectory(prepared)
        guard FileTree.exists(directory.path) else { return nil }
        let outcome = try Appraisal.Outcome(directory, of: definition)
        if !outcome.isPartial { try pointAgain(directory) }
        try entry.end(.known, exitCode: Int(outcome.exitCode), run: directory.runID)
        return outcome
    }

    /// Lets `terkini` lead to a complete run that was published before: its inputs are those of today again, and what
    /// was published meanwhile is of others that were withdrawn, or of an earlier day.
    private func pointAgain(_ directory: RunDirectory) throws(RunFailure) {
        let pointer = "\(directory.parent)/\(RunDirectory.pointerName)"
        guard RunEntry.isPointed(definition.rules.text),
            FileTree.target(of: pointer) != directory.runID
        else { return }
        do throws(FileFailure) {
            try AtomicPointer.point(pointer, to: directory.runID)
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    // MARK: After the rows

    /// Copies inputs and definition into the store of the tree; evidence alone has no inputs at hand.
    private func keepInputs(_ prepared: PreparedRun) async throws(RunFailure) {
        guard options.keepsInputs, definition.keepsInputs else { return }
        let store = InputStore(options.output)
        for file in DefinitionDigest.contents(of: definition) {
            try store.keep(file.bytes, sha256: file.checksum)
        }
        guard options.evidence == nil else { return }
        let inputs = options.inputs
        var known: Set<String> = []
        // Equal files are one content, which two tasks must not write at once.
        var pending = prepared.inventory.entries.filter { entry in
            entry.checksum.map { known.insert("\($0)").inserted } ?? false
        }.makeIterator()
        try await mapInOrder(
            window: max(1, options.workers),
            next: { () throws(RunFailure) in pending.next() },
            transform: { entry -> Result<Void, RunFailure> in
                Result { () throws(RunFailure) in
                    guard let checksum = entry.checksum else { return }
                    try store.keep(entry.path, below: inputs, sha256: "\(checksum)")
                }
            },
            emit: { (result) throws(RunFailure) in try result.get() })
    }

    /// Publishes under another name beside the run, compares every file's hash, and removes the copy.
    private func compareAgain(
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
}
