internal import GRDB

/// How the book grew: every change of its tables is a migration that is never edited after a release.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v2 payments", migrate: PaymentTables.create)
        return migrator
    }
}
