internal import GRDB

extension Ledger {
    /// Writes a run that stands on the disk, with all its parts, in one transaction with its attempt.
    ///
    /// `attempt`: The attempt that published it; `nil` for a folder that was found.
    ///
    /// - Returns: The run's number.
    /// - Throws: ``LedgerFailure`` when the book cannot be written.
    package func publish(
        _ run: LedgerRun, _ parts: LedgerParts, attempt: Int64?
    ) throws(LedgerFailure) -> Int64 {
        try write { database in
            try Self.insert(run, into: database)
            let sequence = database.lastInsertedRowID
            try Self.insert(parts, of: sequence, into: database)
            if let attempt {
                try database.execute(
                    sql: """
                        UPDATE attempt SET state = 'published', stage = 'point', run = ?
                        WHERE sequence = ?
                        """,
                    arguments: [run.run, attempt])
            }
            return sequence
        }
    }

    private static func insert(_ run: LedgerRun, into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO run (run, identity, pipeline, period, language, rules, definition,
                program_version, program_stamp, state, pointer, is_partial, folder, manifest,
                archive, previous, ranked, unscored, excluded, findings, as_of)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run.run, run.identity, run.pipeline, run.period, run.language, run.rules,
                run.definition, run.programVersion, run.programStamp, run.state.rawValue,
                run.pointer.rawValue, run.isPartial, run.folder, run.manifest, run.archive,
                run.previous, run.ranked, run.unscored, run.excluded, run.findings, run.asOf,
            ])
    }

    private static func insert(
        _ parts: LedgerParts, of run: Int64, into database: Database
    ) throws {
        for (place, file) in parts.definition.enumerated() {
            try database.execute(
                sql: "INSERT INTO definition_file VALUES (?, ?, ?, ?, ?)",
                arguments: [run, place, file.name, file.sha256, file.bytes])
        }
        for (place, input) in parts.inputs.enumerated() {
            let rows = input.rows
            try database.execute(
                sql: "INSERT INTO input VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    run, place, input.path, input.source, input.supplier, input.sha256,
                    input.bytes, input.replacedBy, rows.read, rows.used, rows.rejected,
                    rows.excluded, rows.superseded, rows.setAside,
                    input.replacedBecause?.rawValue,
                ])
        }
        for (place, output) in parts.outputs.enumerated() {
            try database.execute(
                sql: "INSERT INTO output VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [run, place, output.name, output.sha256, output.bytes, output.rows])
        }
        for finding in parts.findings {
            try database.execute(
                sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?)",
                arguments: [run, finding.code, finding.source, finding.file, finding.count])
        }
    }

    /// Writes that `terkini` leads to a run, or that a later one stands in its place.
    package func settlePointer(of run: Int64) throws(LedgerFailure) {
        try write { database in
            try database.execute(
                sql: "UPDATE run SET pointer = 'moved' WHERE sequence = ?", arguments: [run])
        }
    }

    package func set(_ state: LedgerRun.State, of run: Int64) throws(LedgerFailure) {
        try write { database in
            try database.execute(
                sql: "UPDATE run SET state = ? WHERE sequence = ?",
                arguments: [state.rawValue, run])
        }
    }

    /// The runs of a pipeline and period, of all where they are `nil`; the latest last.
    package func runs(
        pipeline: String? = nil, period: String? = nil
    ) throws(LedgerFailure) -> [LedgerRun] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM run WHERE pipeline = coalesce(?, pipeline)
                    AND period = coalesce(?, period) ORDER BY sequence
                    """,
                arguments: [pipeline, period]
            ).map(LedgerRun.init)
        }
    }

    /// What a run was made from and made.
    package func parts(of run: Int64) throws(LedgerFailure) -> LedgerParts {
        try read { database in
            func rows(_ table: String, by order: String) throws -> [Row] {
                try Row.fetchAll(
                    database, sql: "SELECT * FROM \(table) WHERE run = ? ORDER BY \(order)",
                    arguments: [run])
            }
            return LedgerParts(
                definition: try rows("definition_file", by: "place").map {
                    .init(name: $0["name"], sha256: $0["sha256"], bytes: $0["bytes"])
                },
                inputs: try rows("input", by: "place").map(LedgerParts.Input.init),
                outputs: try rows("output", by: "place").map {
                    .init(
                        name: $0["name"], sha256: $0["sha256"], bytes: $0["bytes"],
                        rows: $0["rows"])
                },
                findings: try rows("finding", by: "code, source, file").map {
                    .init(
                        code: $0["code"], source: $0["source"], file: $0["file"],
                        count: $0["count"])
                })
        }
    }

    /// Runs that must never be purged: those that something else in the book names.
    package func protectedRuns() throws(LedgerFailure) -> Set<Int64> {
        try read { database in
            var protected: Set<Int64> = []
            for question in LedgerSchema.protections {
                protected.formUnion(try Int64.fetchAll(database, sql: question))
            }
            return protected
        }
    }

    /// SHA-256 of every input and definition file that a run that stands was made from.
    ///
    /// `leaving`: Runs that are counted as gone.
    package func contentsInUse(
        without leaving: Set<Int64> = []
    ) throws(LedgerFailure) -> Set<String> {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT input.run, sha256 FROM input JOIN run ON input.run = run.sequence
                    WHERE state IN ('published', 'lost')
                    UNION ALL SELECT definition_file.run, sha256 FROM definition_file
                    JOIN run ON definition_file.run = run.sequence
                    WHERE state IN ('published', 'lost')
                    """)
            return rows.reduce(into: []) { contents, row in
                if !leaving.contains(row["run"]) { contents.insert(row["sha256"]) }
            }
        }
    }
}

extension LedgerRun {
    fileprivate init(_ row: Row) throws {
        guard let state = State(rawValue: row["state"]),
            let pointer = Pointer(rawValue: row["pointer"])
        else { throw DatabaseError(message: "a run is in no state of this program") }
        self.init(
            run: row["run"], identity: row["identity"], pipeline: row["pipeline"],
            period: row["period"], language: row["language"], rules: row["rules"],
            definition: row["definition"], programVersion: row["program_version"],
            programStamp: row["program_stamp"], pointer: pointer, folder: row["folder"],
            manifest: row["manifest"], archive: row["archive"], previous: row["previous"],
            ranked: row["ranked"], unscored: row["unscored"], excluded: row["excluded"],
            findings: row["findings"])
        sequence = row["sequence"]
        self.state = state
        isPartial = row["is_partial"]
        asOf = row["as_of"]
    }
}

extension LedgerParts.Input {
    fileprivate init(_ row: Row) {
        self.init(
            path: row["path"], source: row["source"], supplier: row["supplier"],
            sha256: row["sha256"], bytes: row["bytes"], replacedBy: row["replaced_by"],
            rows: LedgerParts.Rows(
                read: row["read"], used: row["used"], rejected: row["rejected"],
                excluded: row["excluded"], superseded: row["superseded"],
                setAside: row["set_aside"]))
        replacedBecause = (row["replaced_because"] as String?).flatMap {
            LedgerParts.Replacement(rawValue: $0)
        }
    }
}
