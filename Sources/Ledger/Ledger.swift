internal import Files
internal import GRDB

/// The one book of an output tree: runs with their attempts, inputs, outputs and findings, and what was paid.
///
/// An SQLite file beside the results, written under the tree's lock (``FileLock``) by one process, read by any.
/// Every change is one transaction that is on the disk when it returns. Results never depend on it: a tree
/// without its book still verifies.
package struct Ledger: Sendable {
    /// Folder below an output tree that holds what is not for people: the book and the kept inputs.
    package static let folderName = ".kinerja"
    package static let fileName = "ledger.sqlite"

    let queue: DatabaseQueue

    /// Opens the book of the tree `root`, makes it where there is none, and brings it to this program's form.
    ///
    /// - Precondition: The caller holds the lock of `root`.
    /// - Throws: ``LedgerFailure`` when the file is no book, or that of a newer program.
    package static func open(in root: String) throws(LedgerFailure) -> Ledger {
        let folder = "\(root)/\(folderName)"
        let path = "\(folder)/\(fileName)"
        do {
            try FileTree.createDirectories(folder)
            // SQLite would take the umask's word for who may read; its side files copy the mode of the book.
            if !FileTree.exists(path) { try OutputFile(path: path).close() }
            let queue = try DatabaseQueue(path: path, configuration: configuration(isReader: false))
            try LedgerSchema.migrator.migrate(queue)
            return Ledger(queue: queue)
        } catch {
            throw LedgerFailure(path: path, reason: "\(error)")
        }
    }

    /// Opens the book for reading; `nil` where the tree has none.
    ///
    /// - Throws: ``LedgerFailure`` when the file is no book, or that of another version of this program.
    package static func read(in root: String) throws(LedgerFailure) -> Ledger? {
        let path = "\(root)/\(folderName)/\(fileName)"
        guard FileTree.exists(path) else { return nil }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(isReader: true))
            guard try queue.read({ try LedgerSchema.migrator.hasCompletedMigrations($0) }) else {
                throw LedgerFailure(
                    path: path, reason: "it is not of this program's form: run once")
            }
            return Ledger(queue: queue)
        } catch let failure as LedgerFailure {
            throw failure
        } catch {
            throw LedgerFailure(path: path, reason: "\(error)")
        }
    }

    private static func configuration(isReader: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .timeout(10)
        if !isReader { configuration.journalMode = .wal }
        configuration.prepareDatabase { database in
            // A transaction that has returned survives a power cut.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA foreign_keys = ON")
            if isReader { try database.execute(sql: "PRAGMA query_only = ON") }
        }
        return configuration
    }
}

/// The book of an output tree cannot be used.
package struct LedgerFailure: Error, Hashable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String { "\(path): \(reason)" }
}
