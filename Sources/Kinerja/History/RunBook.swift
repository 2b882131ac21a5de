internal import Diagnostics
internal import Files
internal import Ledger

/// The book of an output tree as a run writes it: failures in the words of a run, times from the caller's clock.
struct RunBook {
    let root: String
    let ledger: Ledger
    private let now: @Sendable () -> String

    /// Opens the book for writing.
    ///
    /// - Precondition: The caller holds the lock of the tree.
    /// - Throws: ``RunFailure`` of kind `output` when it cannot be used: then nothing is published.
    init(_ root: String, now: @escaping @Sendable () -> String) throws(RunFailure) {
        self.root = root
        self.now = now
        ledger = try Self.asked { () throws(LedgerFailure) in try Ledger.open(in: root) }
    }

    /// Opens the book of a tree for reading.
    ///
    /// - Throws: ``RunFailure`` of kind `input` where there is none, of kind `output` where it cannot be used.
    static func reading(_ root: String) throws(RunFailure) -> Ledger {
        let ledger = try asked { () throws(LedgerFailure) in try Ledger.read(in: root) }
        guard let ledger else {
            throw RunFailure(
                .input,
                Diagnostic(
                    .runUnknown, at: SourceLocation(file: root),
                    "no run has been published below this folder",
                    hint: "name the output tree with --out"))
        }
        return ledger
    }

    /// Runs a question or change of the book, with its failure in the words of a run.
    static func asked<Answer>(
        _ body: () throws(LedgerFailure) -> Answer
    ) throws(RunFailure) -> Answer {
        do throws(LedgerFailure) {
            return try body()
        } catch {
            throw failure(error)
        }
    }

    private static func failure(_ error: LedgerFailure) -> RunFailure {
        let hint =
            switch error.kind {
            case .damaged:
                "restore the newest copy; only a tree that has never paid may do without: move the file away, and the next run enters the results into a new book"
            case .newer: "run with the newer program"
            case .older: "run once with this program, which brings the book to its form"
            case .unusable: "free the disk or correct the rights, then run again"
            }
        return RunFailure(
            .output,
            Diagnostic(
                .ledgerUnusable, at: SourceLocation(file: error.path),
                "the book of runs cannot be used: \(error.reason)", hint: hint))
    }

    // MARK: Attempts

    /// Enters an attempt before any of its work.
    func begin(
        pipeline: String, period: String, keepEvidence: String?
    ) throws(RunFailure) -> Attempt {
        let evidence = keepEvidence.map(Self.place)
        let number = try Self.asked { () throws(LedgerFailure) in
            try ledger.begin(pipeline: pipeline, period: period, evidence: evidence, at: now())
        }
        return Attempt(book: self, number: number)
    }

    /// The same text for the same folder, whether it exists yet or not.
    static func place(_ folder: String) -> String {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: true)
        let above = parts.dropLast().joined(separator: "/")
        let parent = folder.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
        let root = FileTree.absolute(parent)
        return (root == "/" ? "" : root) + "/" + (parts.last.map(String.init) ?? "")
    }

    /// One try at a run, in the book.
    struct Attempt {
        let book: RunBook
        let number: Int64

        /// Writes how far the attempt has come.
        func reach(
            _ stage: LedgerAttempt.Stage, run: String? = nil, reused: String? = nil
        ) throws(RunFailure) {
            try RunBook.asked { () throws(LedgerFailure) in
                try book.ledger.reach(stage, attempt: number, run: run, reused: reused)
            }
        }

        func end(
            _ state: LedgerAttempt.State, exitCode: Int, run: String?
        ) throws(RunFailure) {
            try RunBook.asked { () throws(LedgerFailure) in
                try book.ledger.end(
                    number, state, exitCode: exitCode, run: run, at: book.now())
            }
        }

        /// Writes why the attempt ended; a book that cannot be written then does not hide the reason.
        func end(_ failure: RunFailure) {
            let state: LedgerAttempt.State =
                switch failure.kind {
                case .definition, .input: .refused
                case .interrupted, .terminated: .interrupted
                case .locked, .output, .verification, .internal: .failed
                }
            // Codes and places only: what was found may be somebody's.
            let message = failure.diagnostics.prefix(5).map {
                "\($0.code.rawValue) \($0.location)"
            }.joined(separator: "; ")
            try? book.ledger.end(
                number, state, exitCode: Int(failure.exitCode), message: message, at: book.now())
        }
    }
}
