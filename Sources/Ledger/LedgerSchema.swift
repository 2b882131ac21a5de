internal import GRDB

/// How the book grew: every change of its tables is a migration that is never edited after a release.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 runs", migrate: RunTables.create)
        return migrator
    }

    /// Questions for the sequences of runs that must never be purged, besides those that the folder tells.
    static let protections: [String] = []
}
