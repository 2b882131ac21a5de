internal import GRDB

/// How the book grew: every change of its tables is a migration that is never edited after a release.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 runs", migrate: RunTables.create)
        migrator.registerMigration("2 payments", migrate: PaymentTables.create)
        migrator.registerMigration("3 deliveries", migrate: RunTables.addDeliveries)
        return migrator
    }

    /// Questions for the sequences of runs that must never be purged, besides those that the folder tells.
    static let protections = [
        """
        SELECT run.sequence FROM run JOIN payment_run ON payment_run.manifest = run.manifest
        JOIN payment_file ON payment_file.id = payment_run.file
        WHERE payment_file.state <> 'withdrawn'
        """
    ]
}
