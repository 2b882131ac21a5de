internal import GRDB

extension Ledger {
    /// Writes that a run is tried, before any of its work.
    ///
    /// `evidence`: Folder in which the attempt will keep its evidence.
    ///
    /// - Returns: The attempt's number.
    /// - Throws: ``LedgerFailure`` when the book cannot be written.
    package func begin(
        pipeline: String, period: String, evidence: String?, at time: String
    ) throws(LedgerFailure) -> Int64 {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO attempt (pipeline, period, state, stage, evidence, started)
                    VALUES (?, ?, 'running', 'prepare', ?, ?)
                    """,
                arguments: [pipeline, period, evidence, time])
            return database.lastInsertedRowID
        }
    }

    /// Writes how far an attempt has come; `run` and `reused` stay where they are `nil`.
    package func reach(
        _ stage: LedgerAttempt.Stage, attempt: Int64, run: String? = nil, reused: String? = nil
    ) throws(LedgerFailure) {
        try write { database in
            try database.execute(
                sql: """
                    UPDATE attempt SET stage = ?, run = coalesce(?, run),
                    reused = coalesce(?, reused) WHERE sequence = ?
                    """,
                arguments: [stage.rawValue, run, reused, attempt])
        }
    }

    /// Writes how an attempt ended.
    package func end(
        _ attempt: Int64, _ state: LedgerAttempt.State, exitCode: Int, run: String? = nil,
        message: String? = nil, at time: String
    ) throws(LedgerFailure) {
        try write { database in
            // What is published stays so, though the pointer may have failed afterwards.
            try database.execute(
                sql: """
                    UPDATE attempt SET state = CASE state WHEN 'running' THEN ? ELSE state END,
                    exit_code = ?, run = coalesce(?, run), message = ?, ended = ?
                    WHERE sequence = ?
                    """,
                arguments: [state.rawValue, exitCode, run, message, time, attempt])
        }
    }

    /// Writes of every attempt that stands as running that its process died.
    ///
    /// - Precondition: The caller holds the lock, so nobody else is running.
    /// - Returns: The attempts as they stood.
    package func buryAttempts() throws(LedgerFailure) -> [LedgerAttempt] {
        try write { database in
            let dead = try LedgerAttempt.fetch(database, "WHERE state = 'running'")
            if !dead.isEmpty {
                try database.execute(
                    sql: "UPDATE attempt SET state = 'died' WHERE state = 'running'")
            }
            return dead
        }
    }

    /// The attempts of a pipeline and period, of all where they are `nil`; the latest last.
    package func attempts(
        pipeline: String? = nil, period: String? = nil
    ) throws(LedgerFailure) -> [LedgerAttempt] {
        try read { database in
            try LedgerAttempt.fetch(
                database,
                "WHERE pipeline = coalesce(?, pipeline) AND period = coalesce(?, period)",
                [pipeline, period])
        }
    }

    /// The latest attempt that was to keep its evidence in `folder`, other than `attempt`.
    package func keeper(
        of folder: String, before attempt: Int64
    ) throws(LedgerFailure) -> LedgerAttempt? {
        try read { database in
            try LedgerAttempt.fetch(
                database, "WHERE evidence = ? AND sequence < ?", [folder, attempt]
            ).last
        }
    }
}

extension LedgerAttempt {
    /// In the order of their numbers.
    static func fetch(
        _ database: Database, _ condition: String, _ arguments: StatementArguments = []
    ) throws -> [LedgerAttempt] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM attempt \(condition) ORDER BY sequence",
            arguments: arguments
        ).map(LedgerAttempt.init)
    }

    private init(_ row: Row) throws {
        guard let state = State(rawValue: row["state"]), let stage = Stage(rawValue: row["stage"])
        else { throw DatabaseError(message: "an attempt is in no state of this program") }
        self.init(
            sequence: row["sequence"], pipeline: row["pipeline"], period: row["period"],
            state: state, stage: stage, run: row["run"], evidence: row["evidence"],
            reused: row["reused"], started: row["started"], ended: row["ended"],
            exitCode: row["exit_code"], message: row["message"])
    }
}
