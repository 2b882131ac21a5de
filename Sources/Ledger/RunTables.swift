internal import GRDB

/// The tables of runs: what was tried, what was published, from which inputs, with which outputs and findings.
///
/// No table names a person. Texts of time are for people: order is that of the sequences.
enum RunTables {
    static func create(_ database: Database) throws {
        try database.execute(sql: runs)
        try database.execute(sql: attempts)
        try database.execute(sql: parts)
    }

    /// What a run of the past needs to be repeated when its folder is gone, and why an input did not count. Rows of
    /// before know neither.
    static func addDeliveries(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE run ADD COLUMN as_of TEXT")
        try database.execute(
            sql: """
                ALTER TABLE input ADD COLUMN replaced_because TEXT
                CHECK (replaced_because IN ('version', 'repeated'))
                """)
    }

    private static let runs = """
        CREATE TABLE run (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            run TEXT NOT NULL,
            identity TEXT NOT NULL,
            pipeline TEXT NOT NULL,
            period TEXT NOT NULL,
            language TEXT NOT NULL,
            rules TEXT NOT NULL,
            definition TEXT NOT NULL,
            program_version TEXT NOT NULL,
            program_stamp TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('published', 'lost', 'purging', 'purged')),
            pointer TEXT NOT NULL CHECK (pointer IN ('due', 'moved', 'none')),
            is_partial INTEGER NOT NULL DEFAULT 0 CHECK (is_partial IN (0, 1)),
            folder TEXT NOT NULL,
            manifest TEXT NOT NULL,
            archive TEXT,
            previous TEXT,
            ranked INTEGER NOT NULL,
            unscored INTEGER NOT NULL,
            excluded INTEGER NOT NULL,
            findings INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX run_of_identity ON run (identity) WHERE state = 'published';
        CREATE INDEX run_of_period ON run (pipeline, period, sequence);
        """

    private static let attempts = """
        CREATE TABLE attempt (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            pipeline TEXT NOT NULL,
            period TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN
                ('running', 'published', 'known', 'failed', 'refused', 'interrupted', 'died')),
            stage TEXT NOT NULL,
            run TEXT,
            evidence TEXT,
            reused TEXT,
            started TEXT NOT NULL,
            ended TEXT,
            exit_code INTEGER,
            message TEXT
        ) STRICT;
        CREATE INDEX attempt_of_state ON attempt (state);
        CREATE INDEX attempt_of_period ON attempt (pipeline, period, sequence);
        """

    private static let parts = """
        CREATE TABLE definition_file (
            run INTEGER NOT NULL REFERENCES run (sequence),
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE input (
            run INTEGER NOT NULL REFERENCES run (sequence),
            place INTEGER NOT NULL,
            path TEXT NOT NULL,
            source TEXT NOT NULL,
            supplier TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            replaced_by TEXT,
            read INTEGER NOT NULL,
            used INTEGER NOT NULL,
            rejected INTEGER NOT NULL,
            excluded INTEGER NOT NULL,
            superseded INTEGER NOT NULL,
            set_aside INTEGER NOT NULL,
            PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE output (
            run INTEGER NOT NULL REFERENCES run (sequence),
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            rows INTEGER,
            PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE finding (
            run INTEGER NOT NULL REFERENCES run (sequence),
            code TEXT NOT NULL,
            source TEXT NOT NULL,
            file TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (run, code, source, file)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX input_of_content ON input (sha256);
        """
}
