internal import Archiving
internal import CivilService
package import Diagnostics
internal import Ledger
package import Payroll

extension PaymentDesk {
    /// What a return file came to.
    package struct Reconciliation: Sendable {
        /// Rows that the bank paid, those that came back, and those that it has not named yet.
        package let paid: Int
        package let returned: Int
        package let unanswered: Int
        /// Answers that do not fit the file; nothing was entered for them.
        package let findings: [Diagnostic]
    }

    /// Enters the answers of bank or treasury; rows that came back count as not paid from now on.
    ///
    /// The same return file again changes nothing.
    ///
    /// - Parameters:
    ///   - id: A released payment.
    ///   - path: CSV with the headings `nip` or `kunci`, `status`, `nominal`, and perhaps `alasan`.
    /// - Returns: How many rows have which answer by now, and what did not fit.
    /// - Throws: ``RunFailure`` of kind `input`, with nothing entered, where a row is unknown or cannot be read.
    package func reconcile(
        _ id: PaymentID, with path: String
    ) throws(RunFailure) -> Reconciliation {
        let answers = try ReturnFile.read(path)
        return try writing { ledger throws(RunFailure) in
            let entry = try entry(id, ledger)
            guard entry.state?.isPaid == true else { throw wrongState(entry) }
            do {
                guard let file = try ledger.paymentRows(id) else { throw wrongState(entry) }
                let matching = ReturnMatching(
                    file, results: try ledger.paymentResults(id), path: path)
                let match = try matching(answers.rows)
                let state: PaymentState =
                    match.results.contains(nil) ? .released : .reconciled
                if !match.news.isEmpty || state != entry.state {
                    try ledger.reconcile(
                        id, results: match.news, to: state,
                        by: PaymentEntry.Step(
                            .reconciled, person: person, time: time, hash: answers.checksum))
                }
                return Reconciliation(
                    paid: match.results.count { $0 == .paid },
                    returned: match.results.count { $0 == .returned },
                    unanswered: match.results.count { $0 == nil }, findings: match.findings)
            } catch let failure as RunFailure {
                throw failure
            } catch let failure as LedgerFailure {
                throw PaymentRefusal.book(failure)
            } catch {
                throw PaymentRefusal.step(id, "\(error)", hint: "try again")
            }
        }
    }
}
