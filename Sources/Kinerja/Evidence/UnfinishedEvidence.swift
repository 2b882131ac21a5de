internal import Archiving
internal import Diagnostics
internal import Files
internal import Ledger

/// Evidence that an attempt kept before it ended without publishing: the next run with the same `--keep-evidence`
/// takes it over, or takes it away.
struct UnfinishedEvidence {
    private let folder: String

    /// - Returns: `nil` where the folder is not there, or is not that of an attempt that came to nothing: a folder
    ///   that somebody may want is never taken.
    static func find(
        _ options: RunOptions, _ entry: RunBook.Attempt
    ) throws(RunFailure) -> UnfinishedEvidence? {
        guard let folder = options.keepEvidence, FileTree.exists(folder) else { return nil }
        let keeper = try RunBook.asked { () throws(LedgerFailure) in
            try entry.book.ledger.keeper(of: RunBook.place(folder), before: entry.number)
        }
        guard let keeper, [.died, .failed, .interrupted].contains(keeper.state) else { return nil }
        return UnfinishedEvidence(folder: folder)
    }

    /// The evidence, when it is whole and was read from the same bytes in the same way.
    ///
    /// `prepared`: With the hashes of all its inputs, taken now.
    ///
    /// - Returns: `nil` where it is not to be trusted.
    func evidence(for prepared: PreparedRun, _ program: ProgramVersion) -> KeptEvidence? {
        guard let kept = try? KeptEvidence(folder),
            kept.answers(for: prepared.definition, program: program),
            kept.answers(for: prepared.inventory), kept.isWhole()
        else { return nil }
        return kept
    }

    /// Takes it away, so that this run can keep its own.
    func discard() throws(RunFailure) {
        do throws(FileFailure) {
            try StagedDirectory.discard(folder)
        } catch {
            throw RunDirectory.failure(error)
        }
    }
}
