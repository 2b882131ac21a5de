internal import CivilService
internal import GRDB
package import Payroll

extension Ledger {
    /// Enters a file with all its rows while its folder has no name yet; ``confirmPayment(_:)`` ends what this begins.
    ///
    /// - Parameters:
    ///   - file: The file, with at least a row.
    ///   - folder: Where it will stand, relative to the tree.
    ///   - manifest: SHA-256 of its manifest.
    ///   - basis: ``paymentBasis(_:)`` when it was computed.
    ///   - step: Who prepared it.
    /// - Throws: ``LedgerFailure`` also where the scheme has another open file.
    package func stagePayment(
        _ file: PaymentFile, folder: String, manifest: String, basis: Int64,
        by step: PaymentEntry.Step
    ) throws(LedgerFailure) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO payment_file
                        (scheme, month, number, state, folder, manifest, basis)
                    VALUES (?, ?, ?, 'staged', ?, ?, ?)
                    """,
                arguments: [
                    file.scheme, file.month.description, file.number, folder, manifest, basis,
                ])
            let key = database.lastInsertedRowID
            for (position, line) in file.lines.enumerated() {
                try database.execute(
                    sql: "INSERT INTO payment_line VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        key, position, line.id, line.title, line.account, line.kind.rawValue,
                    ])
            }
            for run in file.runs {
                try database.execute(
                    sql: "INSERT INTO payment_run VALUES (?, ?, ?, ?)",
                    arguments: [key, run.month.description, run.run, run.manifest])
            }
            try Self.insert(file.payments, of: key, database)
            try Self.insert(step, of: key, database)
        }
    }

    private static func insert(
        _ payments: [Payment], of key: Int64, _ database: Database
    ) throws {
        let row = try database.cachedStatement(
            sql: "INSERT INTO payment_row VALUES (?, ?, ?, ?, ?, ?, ?)")
        let amount = try database.cachedStatement(
            sql: "INSERT INTO payment_amount VALUES (?, ?, ?, ?)")
        for (position, payment) in payments.enumerated() {
            try row.execute(arguments: [
                key, position, payment.nip.description, payment.month.description,
                payment.kind.rawValue, payment.run, payment.reason,
            ])
            for (line, rupiah) in payment.amounts.enumerated() where rupiah != .zero {
                try amount.execute(arguments: [key, position, line, rupiah.amount])
            }
        }
    }

    @discardableResult
    private static func insert(
        _ step: PaymentEntry.Step, of key: Int64, _ database: Database
    ) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO payment_step (file, step, person, time, hash, note)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key, step.action.rawValue, step.person, step.time, step.hash, step.note,
            ])
        return database.lastInsertedRowID
    }

    /// The folder of a staged file has its name: the file is prepared.
    package func confirmPayment(_ id: PaymentID) throws(LedgerFailure) {
        try write { database in
            _ = try Self.set("prepared", from: ["staged"], of: id, database)
        }
    }

    /// Forgets a staged file whose folder never got its name.
    package func dropStagedPayment(_ id: PaymentID) throws(LedgerFailure) {
        try write { database in
            let key = try Self.set("staged", from: ["staged"], of: id, database)
            try database.execute(sql: "DELETE FROM payment_file WHERE id = ?", arguments: [key])
        }
    }

    /// Takes a file from one state to another with the step that did it, in one transaction.
    ///
    /// - Parameters:
    ///   - step: Who does what.
    ///   - id: The file.
    ///   - states: Those that allow the step.
    ///   - state: What the file is afterwards.
    ///   - basis: Where given, what must still have been paid.
    /// - Returns: Whether the step was taken; false where `basis` is another by now.
    /// - Throws: ``LedgerFailure`` also where the file is in none of `states`.
    package func take(
        _ step: PaymentEntry.Step, on id: PaymentID, from states: [PaymentState],
        to state: PaymentState, basis: Int64? = nil
    ) throws(LedgerFailure) -> Bool {
        try write { database in
            if let basis, try Self.basis(id.scheme, database) != basis { return false }
            let key = try Self.set(
                state.rawValue, from: states.map(\.rawValue), of: id, database)
            try Self.insert(step, of: key, database)
            return true
        }
    }

    /// Enters what bank or treasury answered, by the place of the row in the file.
    package func reconcile(
        _ id: PaymentID, results: [(row: Int, result: PaymentResult, reason: String)],
        to state: PaymentState, by step: PaymentEntry.Step
    ) throws(LedgerFailure) {
        try write { database in
            let key = try Self.set(
                state.rawValue, from: ["released", "reconciled"], of: id, database)
            let stepKey = try Self.insert(step, of: key, database)
            let insert = try database.cachedStatement(
                sql: "INSERT INTO payment_result VALUES (?, ?, ?, ?, ?)")
            for result in results {
                try insert.execute(arguments: [
                    key, result.row, stepKey, result.result.rawValue, result.reason,
                ])
            }
        }
    }

    /// - Returns: The file's key.
    private static func set(
        _ state: String, from states: [String], of id: PaymentID, _ database: Database
    ) throws -> Int64 {
        guard let row = try row(of: id, database), states.contains(row["state"] as String) else {
            throw DatabaseError(message: "payment \(id) is not \(states.joined(separator: " or "))")
        }
        let key: Int64 = row["id"]
        try database.execute(
            sql: "UPDATE payment_file SET state = ? WHERE id = ?", arguments: [state, key])
        return key
    }
}
