internal import CivilService
internal import GRDB
package import Payroll

extension Ledger {
    /// Payment files in the order of their making: of one scheme, or all.
    package func payments(
        of scheme: String? = nil
    ) throws(LedgerFailure) -> [PaymentEntry] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM payment_file WHERE ?1 IS NULL OR scheme = ?1 ORDER BY id",
                arguments: [scheme])
            return try rows.map { try Self.entry($0, database) }
        }
    }

    package func payment(_ id: PaymentID) throws(LedgerFailure) -> PaymentEntry? {
        try read { database in
            try Self.row(of: id, database).map { try Self.entry($0, database) }
        }
    }

    /// The released files of a scheme with their rows, in the order of their making.
    package func paidFiles(of scheme: String) throws(LedgerFailure) -> [PaidFile] {
        try read { database in
            let files = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM payment_file
                    WHERE scheme = ? AND state IN ('released', 'reconciled') ORDER BY id
                    """,
                arguments: [scheme])
            return try files.map { try Self.paidFile($0, database) }
        }
    }

    /// A file's rows as payments, whatever its state; `nil` where there is no such file.
    package func paymentRows(_ id: PaymentID) throws(LedgerFailure) -> PaidFile? {
        try read { database in
            try Self.row(of: id, database).map { try Self.paidFile($0, database) }
        }
    }

    /// A number that changes whenever what was paid of a scheme does: at a release, and when rows come back.
    package func paymentBasis(_ scheme: String) throws(LedgerFailure) -> Int64 {
        try read { try Self.basis(scheme, $0) }
    }

    /// What is known of each row of a file, in the order of its rows; `nil` where nothing is.
    package func paymentResults(_ id: PaymentID) throws(LedgerFailure) -> [PaymentResult?] {
        try read { database in
            guard let file = try Self.row(of: id, database) else { return [] }
            return try String?.fetchAll(
                database,
                sql: """
                    SELECT (SELECT result FROM payment_result AS result
                            WHERE result.file = entry.file AND result.row = entry.position
                            ORDER BY step DESC LIMIT 1)
                    FROM payment_row AS entry WHERE file = ? ORDER BY position
                    """,
                arguments: [file["id"] as Int64]
            ).map { $0.flatMap(PaymentResult.init(rawValue:)) }
        }
    }
}

/// Rows of the tables as values; what the tables' own checks rule out is a damaged book.
extension Ledger {
    static func row(of id: PaymentID, _ database: Database) throws -> Row? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM payment_file WHERE scheme = ? AND month = ? AND number = ?",
            arguments: [id.scheme, id.month.description, id.number])
    }

    static func basis(_ scheme: String, _ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database,
            sql: """
                SELECT MAX(step.id) FROM payment_step AS step
                JOIN payment_file AS file ON file.id = step.file
                WHERE file.scheme = ? AND (step.step = 'released' OR EXISTS (
                    SELECT 1 FROM payment_result AS result
                    WHERE result.step = step.id AND result.result = 'returned'))
                """,
            arguments: [scheme]) ?? 0
    }

    private static func month(_ row: Row) throws -> Month {
        guard let month = Month(iso: row["month"] as String) else {
            throw DatabaseError(message: "payment tables: a month is none")
        }
        return month
    }

    static func entry(_ row: Row, _ database: Database) throws -> PaymentEntry {
        let steps = try Row.fetchAll(
            database, sql: "SELECT * FROM payment_step WHERE file = ? ORDER BY id",
            arguments: [row["id"] as Int64])
        return PaymentEntry(
            id: PaymentID(scheme: row["scheme"], month: try month(row), number: row["number"]),
            state: PaymentState(rawValue: row["state"]), folder: row["folder"],
            manifest: row["manifest"], basis: row["basis"],
            steps: try steps.map { step in
                guard let action = PaymentEntry.Step.Action(rawValue: step["step"]) else {
                    throw DatabaseError(message: "payment tables: a step is none")
                }
                return PaymentEntry.Step(
                    action, person: step["person"], time: step["time"], hash: step["hash"],
                    note: step["note"])
            })
    }

    private static func paidFile(_ file: Row, _ database: Database) throws -> PaidFile {
        let key: Int64 = file["id"]
        let lines = try Row.fetchAll(
            database, sql: "SELECT * FROM payment_line WHERE file = ? ORDER BY position",
            arguments: [key]
        ).map { row in
            guard let kind = PayLine.Kind(rawValue: row["kind"]) else {
                throw DatabaseError(message: "payment tables: a line's kind is none")
            }
            return PayLine(
                id: row["id"], title: row["title"], account: row["account"], kind: kind)
        }
        var amounts: [Int: [Rupiah]] = [:]
        let cells = try Row.fetchCursor(
            database, sql: "SELECT row, line, rupiah FROM payment_amount WHERE file = ?",
            arguments: [key])
        while let cell = try cells.next() {
            let empty = [Rupiah](repeating: .zero, count: lines.count)
            amounts[cell[0] as Int, default: empty][cell[1] as Int] = Rupiah(cell[2] as Int64)
        }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT position, nip, month, run, EXISTS (
                    SELECT 1 FROM payment_result AS result WHERE result.file = entry.file
                    AND result.row = entry.position AND result.result = 'returned') AS returned
                FROM payment_row AS entry WHERE file = ? ORDER BY position
                """,
            arguments: [key]
        ).map { row in
            guard let digits = UInt64(row["nip"] as String) else {
                throw DatabaseError(message: "payment tables: a NIP is none")
            }
            let empty = [Rupiah](repeating: .zero, count: lines.count)
            return PaidFile.Row(
                nip: NIP(unchecked: digits), month: try month(row),
                amounts: amounts[row["position"] as Int] ?? empty, run: row["run"],
                isReturned: row["returned"])
        }
        return PaidFile(
            id: PaymentID(scheme: file["scheme"], month: try month(file), number: file["number"]),
            lines: lines, rows: rows)
    }
}
