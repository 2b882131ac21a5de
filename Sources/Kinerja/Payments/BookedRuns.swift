internal import CivilService
internal import Diagnostics
internal import Ledger
internal import Payroll

/// The runs of a pipeline that the book of a tree has: only what it has, byte for byte, is paid.
///
/// A folder that agrees with its own manifest may still be one that somebody made.
struct BookedRuns {
    private let runs: [LedgerRun]
    /// In their order, with the runs that they made or found to be what they would make.
    private let attempts: [LedgerAttempt]

    /// - Throws: ``RunFailure`` of kind `input` where the tree has no book.
    init(_ output: String, pipeline: String) throws(RunFailure) {
        let ledger = try RunBook.reading(output)
        runs = try RunBook.asked { () throws(LedgerFailure) in
            try ledger.runs(pipeline: pipeline)
        }.filter { $0.state == .published }
        attempts = try RunBook.asked { () throws(LedgerFailure) in
            try ledger.attempts(pipeline: pipeline)
        }
    }

    /// - Parameters:
    ///   - run: A run as its folder says it.
    ///   - folder: Where it is said.
    ///   - isNamed: Whether somebody named it; else the pointer led to it, and it must be the last.
    /// - Throws: ``RunFailure`` of kind `input` where it is not the run that was published.
    func check(
        _ run: PaymentFile.RunOfMonth, at folder: String, isNamed: Bool
    ) throws(RunFailure) {
        let ofMonth = runs.filter { $0.period == "\(run.month)" }
        guard ofMonth.contains(where: { $0.run == run.run && $0.manifest == run.manifest }) else {
            throw PaymentRefusal.refuse(
                .input, .paymentRefused, folder,
                "the book has no run \(run.run) of \(run.month) with this manifest: it is not what was published",
                hint: "restore the folder from a copy, or run again")
        }
        guard attempts.contains(where: { $0.run == run.run }) else {
            throw PaymentRefusal.refuse(
                .input, .paymentRefused, folder,
                "no attempt of this book made the run \(run.run): its folder was found on the disk",
                hint:
                    "run the month again: where its inputs give the same bytes, the book then knows it"
            )
        }
        guard !isNamed, let last = lastComplete(ofMonth), last != run.run else { return }
        throw PaymentRefusal.refuse(
            .input, .paymentRefused, folder,
            "it leads to \(run.run), and by the book the last complete run is \(last)",
            hint: "name the run that counts with --run")
    }

    /// The run that the pointer must lead to: that of the last attempt that ended in a complete one.
    private func lastComplete(_ ofMonth: [LedgerRun]) -> String? {
        let complete = Set(ofMonth.filter { $0.pointer == .moved }.map(\.run))
        return attempts.last { $0.run.map(complete.contains) ?? false }?.run
    }
}
