internal import Archiving
internal import CivilService
internal import Diagnostics
internal import Files
internal import Ledger

/// Brings book and disk together again after whatever happened to the last process; the disk is right.
///
/// Attempts that stand as running have died, since the lock was free. What they left hidden goes; a folder without
/// its row is entered once it verifies; a pointer behind its run is moved; a row whose folder is gone says so.
struct TreeRecovery {
    let book: RunBook
    let progress: RunProgress?

    private var root: String { book.root }

    /// - Precondition: The caller holds the lock of the tree.
    /// - Throws: ``RunFailure`` of kind `output` when the book or the disk refuses.
    func recover() throws(RunFailure) {
        let attempts = try RunBook.asked { () throws(LedgerFailure) in
            try book.ledger.attempts()
        }
        let dead = attempts.filter { $0.state == .running }
        for attempt in dead {
            note(
                .treeRecovered, at: "\(root)/\(attempt.pipeline)/\(attempt.period)",
                "an earlier attempt ended without a word in its stage '\(attempt.stage.rawValue)'",
                hint: "nothing has to be done; this run goes on from there")
            if let folder = attempt.evidence { try removeLeftovers(besides: folder) }
        }
        let folders = try periodFolders()
        do throws(FileFailure) {
            // It may have died, or met a failing disk, after it named something and before the name was on the disk;
            // who finds the name there would never ask again.
            if attempts.last.map(Self.isUnfinished) ?? false {
                try FileTree.synchronizeFolders(root)
            }
            for folder in folders { try Leftovers.remove(in: "\(root)/\(folder)") }
            try Leftovers.remove(in: "\(root)/\(Ledger.folderName)")
            if !dead.isEmpty { try InputStore(root).removeLeftovers() }
        } catch {
            throw RunDirectory.failure(error)
        }
        let runs = try RunBook.asked { () throws(LedgerFailure) in try book.ledger.runs() }
        try finishPurges(runs)
        try compare(runs)
        let standing = Set(runs.filter { $0.state == .published }.map(\.folder))
        let known = Set(runs.map(\.run))
        let unfinished = Set(
            attempts.filter(Self.isUnfinished).compactMap(\.run).filter { !known.contains($0) })
        for folder in folders { try adopt(in: folder, except: standing, unfinished) }
        try movePointers()
        try reportStrayPayments()
        // Last: a recovery that dies itself is repeated whole.
        if !dead.isEmpty {
            try RunBook.asked { () throws(LedgerFailure) in try book.ledger.buryAttempts() }
        }
    }

    private static func isUnfinished(_ attempt: LedgerAttempt) -> Bool {
        switch attempt.state {
        case .running, .died, .failed, .interrupted: true
        case .published, .known, .refused: false
        }
    }

    // MARK: Hidden leftovers

    private func removeLeftovers(besides folder: String) throws(RunFailure) {
        let parent = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
        let name = String(folder.dropFirst(parent.count + 1))
        guard !name.isEmpty, FileTree.exists(parent.isEmpty ? "/" : parent) else { return }
        do throws(FileFailure) {
            try StagedDirectory.removeAbandoned(parent: parent.isEmpty ? "/" : parent, name: name)
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    /// `<pipeline>/<period>` of everything below the tree that is called so.
    private func periodFolders() throws(RunFailure) -> [String] {
        do throws(FileFailure) {
            var found: [String] = []
            for pipeline in try FileTree.folders(in: root) where !pipeline.hasPrefix(".") {
                for period in try FileTree.folders(in: "\(root)/\(pipeline)")
                where AppraisalPeriod(parsing: period) != nil {
                    found.append("\(pipeline)/\(period)")
                }
            }
            return found
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    // MARK: Rows and folders

    private func finishPurges(_ runs: [LedgerRun]) throws(RunFailure) {
        for run in runs where run.state == .purging {
            try RunRemoval(book: book).finish(run)
        }
    }

    /// Says which rows have no folder, or one with another manifest.
    private func compare(_ runs: [LedgerRun]) throws(RunFailure) {
        for run in runs where run.state == .published {
            let path = "\(root)/\(run.folder)"
            guard FileTree.exists(path) else {
                try RunBook.asked { () throws(LedgerFailure) in
                    try book.ledger.set(.lost, of: run.sequence)
                }
                note(
                    .runLost, at: path,
                    "the book has a run here, and the folder is gone",
                    hint: "restore it from a copy, or repeat it with 'kinerja rerun \(run.run)'")
                continue
            }
            let manifest = SmallFile.bytes(of: "\(path)/\(RunDirectory.manifestName)")
            if manifest.map({ "\(Checksum.of($0.span))" }) != run.manifest {
                note(
                    .runLost, at: path, "its manifest is not the one that the book has",
                    hint: "check it with 'kinerja verify', restore it from a copy")
            }
        }
    }

    /// Enters folders that the book does not know, once they verify.
    private func adopt(
        in parent: String, except standing: Set<String>, _ unfinished: Set<String>
    ) throws(RunFailure) {
        let names: [String]
        do throws(FileFailure) {
            names = try FileTree.folders(in: "\(root)/\(parent)")
        } catch {
            throw RunDirectory.failure(error)
        }
        let pointed = FileTree.target(of: "\(root)/\(parent)/\(RunDirectory.pointerName)")
        let strangers = names.filter { Self.isRunID($0) && !standing.contains("\(parent)/\($0)") }
        // Without a book nobody knows the order of old runs, except that the one pointed to is the last.
        for name in strangers.filter({ $0 != pointed }) + strangers.filter({ $0 == pointed }) {
            let folder = "\(parent)/\(name)"
            let isUnfinished = pointed == nil || unfinished.contains(name)
            try adopt(folder, isUnfinished: isUnfinished)
        }
    }

    private func adopt(_ folder: String, isUnfinished: Bool) throws(RunFailure) {
        let entry: RunEntry
        do throws(RunFailure) {
            _ = try RunVerifier().verifyFolder("\(root)/\(folder)")
            entry = try RunEntry(folder: folder, root: root)
        } catch {
            note(
                .strangeFolder, at: "\(root)/\(folder)",
                "it looks like a run and does not verify: it is not entered into the book",
                hint: "see 'kinerja verify'; restore it, or remove it")
            return
        }
        guard folder == "\(entry.run.pipeline)/\(entry.run.period)/\(entry.run.run)" else {
            note(
                .strangeFolder, at: "\(root)/\(folder)",
                "it holds the run \(entry.run.pipeline) \(entry.run.period) \(entry.run.run)",
                hint: "move it to the place of that run, or remove it")
            return
        }
        var run = entry.run
        if run.pointer == .due, !isUnfinished { run.pointer = .moved }
        let found = run
        _ = try RunBook.asked { () throws(LedgerFailure) in
            try book.ledger.publish(found, entry.parts, attempt: nil)
        }
        note(
            .treeRecovered, at: "\(root)/\(folder)",
            "this run verifies and was not in the book: it is entered now",
            hint: "nothing has to be done")
    }

    /// A new or older book would pay again: whoever looks at the night's log hears of it before anybody pays.
    private func reportStrayPayments() throws(RunFailure) {
        let entries = try RunBook.asked { () throws(LedgerFailure) in
            try book.ledger.payments()
        }
        for stray in try PaidTree(output: root).strays(entries) {
            note(.strayPayment, at: stray.location.file, stray.message, hint: stray.hint ?? "")
        }
    }

    private static func isRunID(_ name: String) -> Bool {
        name.utf8.count == 12
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Moves pointers that a process did not live to move; an earlier run never takes one back.
    private func movePointers() throws(RunFailure) {
        let runs = try RunBook.asked { () throws(LedgerFailure) in try book.ledger.runs() }
        for run in runs where run.pointer == .due {
            let isOvertaken = runs.contains { other in
                other.sequence > run.sequence && other.pipeline == run.pipeline
                    && other.period == run.period && other.pointer != .none
            }
            if run.state == .published, !isOvertaken {
                do throws(FileFailure) {
                    try AtomicPointer.point(
                        "\(root)/\(run.pipeline)/\(run.period)/\(RunDirectory.pointerName)",
                        to: run.run)
                } catch {
                    throw RunDirectory.failure(error)
                }
            }
            try RunBook.asked { () throws(LedgerFailure) in
                try book.ledger.settlePointer(of: run.sequence)
            }
        }
    }

    private func note(
        _ code: DiagnosticCode, at place: String, _ message: String, hint: String
    ) {
        progress?.note(
            Diagnostic(
                code, severity: .warning, at: SourceLocation(file: place), message, hint: hint))
    }
}
