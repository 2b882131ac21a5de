internal import Diagnostics
internal import Files
internal import Ledger

/// Takes a published run away so that a kill at any point leaves it whole, or on its way out.
///
/// The book says `purging` first: a folder that is gone while the book has it for published would be a loss that
/// somebody searches for. The folder then loses its name in one step, so that no half of it is ever seen, and the book
/// says `purged` last. ``TreeRecovery`` finishes what is in between.
struct RunRemoval {
    let book: RunBook

    func remove(_ run: LedgerRun) throws(RunFailure) {
        try RunBook.asked { () throws(LedgerFailure) in
            try book.ledger.set(.purging, of: run.sequence)
        }
        try finish(run)
    }

    /// Removes a run that the book says is being purged.
    func finish(_ run: LedgerRun) throws(RunFailure) {
        let parent = "\(book.root)/\(run.pipeline)/\(run.period)"
        do throws(FileFailure) {
            try StagedDirectory.discard("\(book.root)/\(run.folder)")
            try FileTree.delete("\(parent)/.\(run.run).asal")
            // A process before this one may have died between taking a name away and the disk.
            if FileTree.exists(parent) { try FileTree.synchronizeFolder(parent) }
        } catch {
            throw RunDirectory.failure(error)
        }
        try RunBook.asked { () throws(LedgerFailure) in
            try book.ledger.set(.purged, of: run.sequence)
        }
    }
}
