internal import GRDB

/// The tables of payments: the only ones that hold NIPs.
///
/// A file is written with all its rows in one transaction as `staged`, before its folder gets its name; then the
/// folder appears, then the state says `prepared`. Whatever instant a process dies at, the next one sees from the
/// folder which of the two it was.
enum PaymentTables {
    static func create(_ database: Database) throws {
        for table in [files, parts, rows, steps] { try database.execute(sql: table) }
    }

    private static let files = """
        CREATE TABLE payment_file (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            scheme TEXT NOT NULL,
            month TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            state TEXT NOT NULL CHECK (state IN
                ('staged', 'prepared', 'approved', 'released', 'reconciled', 'withdrawn')),
            folder TEXT NOT NULL,
            manifest TEXT NOT NULL,
            basis INTEGER NOT NULL,
            UNIQUE (scheme, month, number)
        ) STRICT;
        CREATE UNIQUE INDEX payment_one_open ON payment_file (scheme)
            WHERE state IN ('staged', 'prepared', 'approved');
        """

    private static let parts = """
        CREATE TABLE payment_line (
            file INTEGER NOT NULL REFERENCES payment_file ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            account TEXT,
            kind TEXT NOT NULL CHECK (kind IN ('gross', 'deduction', 'employer')),
            PRIMARY KEY (file, position),
            UNIQUE (file, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment_run (
            file INTEGER NOT NULL REFERENCES payment_file ON DELETE CASCADE,
            month TEXT NOT NULL,
            run TEXT NOT NULL,
            manifest TEXT NOT NULL,
            PRIMARY KEY (file, month)
        ) STRICT, WITHOUT ROWID;
        """

    private static let rows = """
        CREATE TABLE payment_row (
            file INTEGER NOT NULL REFERENCES payment_file ON DELETE CASCADE,
            position INTEGER NOT NULL,
            nip TEXT NOT NULL CHECK (length(nip) = 18),
            month TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('biasa', 'rapel', 'potongan')),
            run TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (file, position),
            UNIQUE (file, nip, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment_amount (
            file INTEGER NOT NULL,
            row INTEGER NOT NULL,
            line INTEGER NOT NULL,
            rupiah INTEGER NOT NULL CHECK (rupiah <> 0),
            PRIMARY KEY (file, row, line),
            FOREIGN KEY (file, row) REFERENCES payment_row ON DELETE CASCADE,
            FOREIGN KEY (file, line) REFERENCES payment_line ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """

    private static let steps = """
        CREATE TABLE payment_step (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            file INTEGER NOT NULL REFERENCES payment_file ON DELETE CASCADE,
            step TEXT NOT NULL CHECK (step IN
                ('prepared', 'approved', 'voided', 'released', 'reconciled', 'withdrawn')),
            person TEXT NOT NULL,
            time TEXT NOT NULL,
            hash TEXT NOT NULL,
            note TEXT NOT NULL
        ) STRICT;
        CREATE TABLE payment_result (
            file INTEGER NOT NULL,
            row INTEGER NOT NULL,
            step INTEGER NOT NULL REFERENCES payment_step ON DELETE CASCADE,
            result TEXT NOT NULL CHECK (result IN ('paid', 'returned')),
            reason TEXT NOT NULL,
            PRIMARY KEY (file, row, step),
            FOREIGN KEY (file, row) REFERENCES payment_row ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """
}
