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
    private let path: String

    /// Opens the book of the tree `root`, makes it where there is none, and brings it to this program's form.
    ///
    /// - Precondition: The caller holds the lock of `root`.
    /// - Throws: ``LedgerFailure`` when the file is no book, or that of a newer program.
    package static func open(in root: String) throws(LedgerFailure) -> Ledger {
        let folder = "\(root)/\(folderName)"
        let path = "\(folder)/\(fileName)"
        do {
            try FileTree.createDirectories(folder)
            if !FileTree.exists(path) {
                // The log of a book that was moved away would be replayed into the new one.
                for side in ["-wal", "-shm", "-journal"] { FileTree.remove(path + side) }
                // SQLite would take the umask's word for who may read; its side files copy the mode of the book.
                try OutputFile(path: path).close()
                try FileTree.synchronizeFolder(folder)
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration(isReader: false))
            // A transaction that has returned survives a power cut. GRDB asks for less when it sets up the log,
            // after a connection is prepared.
            try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try check(queue, path)
            try LedgerSchema.migrator.migrate(queue)
            return Ledger(queue: queue, path: path)
        } catch {
            throw failure(error, path)
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
            try check(queue, path)
            guard try queue.read({ try LedgerSchema.migrator.hasCompletedMigrations($0) }) else {
                throw LedgerFailure(
                    kind: .older, path: path, reason: "it has not yet this program's form")
            }
            return Ledger(queue: queue, path: path)
        } catch {
            throw failure(error, path)
        }
    }

    /// Refuses a book whose pages do not hold together, or that a newer program has changed.
    private static func check(_ queue: DatabaseQueue, _ path: String) throws {
        try queue.read { database in
            let found = try String.fetchAll(database, sql: "PRAGMA quick_check")
            guard found == ["ok"] else {
                throw LedgerFailure(
                    kind: .damaged, path: path, reason: found.first ?? "it cannot be checked")
            }
            if try LedgerSchema.migrator.hasBeenSuperseded(database) {
                throw LedgerFailure(
                    kind: .newer, path: path,
                    reason: "a newer version of the program has written it")
            }
        }
    }

    /// One transaction, on the disk when it returns.
    func write<Value>(
        _ body: (Database) throws -> Value
    ) throws(LedgerFailure) -> Value {
        do {
            return try queue.write(body)
        } catch {
            throw Self.failure(error, path)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerFailure) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw Self.failure(error, path)
        }
    }

    private static func failure(_ error: any Error, _ path: String) -> LedgerFailure {
        switch error {
        case let failure as LedgerFailure: return failure
        case let failure as FileFailure:
            return LedgerFailure(kind: .unusable, path: path, reason: failure.description)
        case let failure as DatabaseError:
            let isDamaged = [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(failure.resultCode)
            return LedgerFailure(
                kind: isDamaged ? .damaged : .unusable, path: path,
                reason: failure.message ?? "\(failure.resultCode)")
        default: return LedgerFailure(kind: .damaged, path: path, reason: "\(error)")
        }
    }

    private static func configuration(isReader: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .timeout(10)
        if !isReader { configuration.journalMode = .wal }
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA foreign_keys = ON")
            if isReader { try database.execute(sql: "PRAGMA query_only = ON") }
        }
        return configuration
    }
}
