package import CivilService
package import Diagnostics
internal import Exporting
internal import Files
internal import Ledger

/// Takes away old runs by a rule that never touches what is in force, paid, or needed by what stays.
package struct RunsPurge: Sendable {
    /// Runs of a pipeline and period that stay in any case, the latest first.
    private let keepLast: Int
    /// Only runs of periods that ended before that day; of any where it is `nil`.
    private let olderThan: CalendarDate?

    /// What was or would be taken away.
    package struct Report: Sendable {
        /// `ambon/2025-Q3/9a41c02be7d3`, in the order of the book.
        package let folders: [String]
        /// Kept inputs that no run needs any more.
        package let contents: Int
        /// Nothing was taken away.
        package let isTrial: Bool

        package var json: String {
            let document = JSONValue.object([
                ("runs", .array(folders.map { .text($0) })), ("contents", .integer(contents)),
                ("removed", .flag(!isTrial)),
            ])
            return String(decoding: document.bytes, as: UTF8.self)
        }
    }

    /// - Precondition: `keepLast` is 1 or more.
    package init(keepLast: Int, olderThan: CalendarDate?) {
        precondition(keepLast >= 1, "the latest run of a period always stays")
        self.keepLast = keepLast
        self.olderThan = olderThan
    }

    /// `isTrial`: Says what would go, and takes nothing.
    ///
    /// - Returns: What went or would go.
    /// - Throws: ``RunFailure`` of kind `locked` while a run is under way, `output` where the disk refuses.
    package func perform(
        _ tree: String, isTrial: Bool, now: @escaping @Sendable () -> String,
        progress: RunProgress?
    ) throws(RunFailure) -> Report {
        // A tree without a book has nothing that could be purged: no book is made for the question.
        let reader = try RunBook.reading(tree)
        if isTrial { return try report(reader, InputStore(tree), tree) }
        let lock = try TreeLock.take(tree)
        defer { withExtendedLifetime(lock) {} }
        let book = try RunBook(tree, now: now)
        try TreeRecovery(book: book, progress: progress).recover()
        let chosen = try choose(book.ledger, tree)
        for run in chosen { try RunRemoval(book: book).remove(run) }
        let inUse = try RunBook.asked { () throws(LedgerFailure) in
            try book.ledger.contentsInUse()
        }
        let contents = try InputStore(tree).sweep(except: inUse, isTrial: false)
        return Report(folders: chosen.map(\.folder), contents: contents, isTrial: false)
    }

    private func report(
        _ ledger: Ledger, _ store: InputStore, _ tree: String
    ) throws(RunFailure) -> Report {
        let chosen = try choose(ledger, tree)
        let inUse = try RunBook.asked { () throws(LedgerFailure) in
            try ledger.contentsInUse(without: Set(chosen.map(\.sequence)))
        }
        return Report(
            folders: chosen.map(\.folder), contents: try store.sweep(except: inUse, isTrial: true),
            isTrial: true)
    }

    /// The runs that may go.
    func choose(_ ledger: Ledger, _ tree: String) throws(RunFailure) -> [LedgerRun] {
        let (runs, protected) = try RunBook.asked { () throws(LedgerFailure) in
            (try ledger.runs(), try ledger.protectedRuns())
        }
        let standing = runs.filter { $0.state == .published || $0.state == .lost }
        // A run that was lost and made again has two rows: it counts once, and none of a lost one.
        let newest = Dictionary(grouping: standing.filter { $0.state == .published }) {
            "\($0.pipeline)/\($0.period)"
        }.values.flatMap { $0.suffix(keepLast).map(\.sequence) }
        var staying = protected.union(newest)
        for run in standing where isPointedTo(run, tree) || !isOld(run) {
            staying.insert(run.sequence)
        }
        keepPrevious(of: &staying, standing)
        // The row of a lost run names the folder in which it was made again.
        let folders = Set(standing.filter { staying.contains($0.sequence) }.map(\.folder))
        return standing.filter { !folders.contains($0.folder) }
    }

    private func isOld(_ run: LedgerRun) -> Bool {
        guard let olderThan else { return true }
        return AppraisalPeriod(parsing: run.period).map { $0.last < olderThan } ?? false
    }

    private func isPointedTo(_ run: LedgerRun, _ tree: String) -> Bool {
        let link = "\(tree)/\(run.pipeline)/\(run.period)/\(RunDirectory.pointerName)"
        return FileTree.target(of: link) == run.run
    }

    /// A run whose results were an input of one that stays, stays too, and so on back.
    private func keepPrevious(of staying: inout Set<Int64>, _ standing: [LedgerRun]) {
        var names = Set(standing.filter { staying.contains($0.sequence) }.compactMap(\.previous))
        while !names.isEmpty {
            let found = standing.filter {
                names.contains($0.run) && !staying.contains($0.sequence)
            }
            staying.formUnion(found.map(\.sequence))
            names = Set(found.compactMap(\.previous))
        }
    }
}
