internal import Archiving
internal import CivilService
package import Diagnostics
internal import Ledger
internal import PayFiles
package import Payroll

extension PaymentDesk {
    /// What `pay prepare` came to.
    package struct Preparation: Sendable {
        package enum Outcome: Sendable {
            case prepared
            /// The same file was prepared before and stands.
            case standing
            /// Nobody is owed or owes anything that can be settled now: no file was made.
            case nothing
        }

        package let outcome: Outcome
        package let file: PaymentFile
        package let comparison: PaymentComparison
        /// Of the folder, below the tree; `nil` where no file was made.
        package let folder: String?
        /// SHA-256 of the manifest; empty where no file was made.
        package let manifest: String

        /// The comparison for a terminal: NIPs masked.
        package func text(_ language: Language) -> String {
            PaymentText(language).comparison(comparison, isMasked: true)
        }
    }

    /// Movements of single persons that are listed.
    private static let listedMovements = 20

    /// Makes the file that pays what is due and was not paid yet.
    ///
    /// - Throws: ``RunFailure`` of kind `input` where the runs or the budget do not allow it, `definition` where
    ///   another file of the scheme is open, `verification` where book and folders contradict each other.
    package func prepare(_ order: PaymentOrder) throws(RunFailure) -> Preparation {
        try PaymentChecks.check(order)
        return try writing { ledger throws(RunFailure) in
            do {
                return try prepare(order, ledger)
            } catch let failure as LedgerFailure {
                throw PaymentRefusal.book(failure)
            } catch let failure as RunFailure {
                throw failure
            } catch let fault as PaymentFault {
                throw PaymentChecks.refusal(fault, order)
            } catch let fault as PayFileFault {
                throw PaymentChecks.refusal(fault, order)
            } catch {
                throw PaymentChecks.unexpected(error, order)
            }
        }
    }

    private func prepare(_ order: PaymentOrder, _ ledger: Ledger) throws -> Preparation {
        let entries = try ledger.payments(of: order.scheme)
        let open = entries.first { $0.state?.isOpen == true }
        let ofMonth = entries.filter { $0.id.month == order.month }.map(\.id.number)
        let number =
            open.flatMap { $0.id.month == order.month ? $0.id.number : nil }
            ?? (ofMonth.max() ?? 0) + 1
        let paid = try ledger.paidFiles(of: order.scheme)
        let file = try Self.file(order, number: number, paid: paid)
        let imbalances = PaymentControl().imbalances(file, months: order.months, paid: paid)
        guard imbalances.isEmpty else { throw PaymentChecks.unbalanced(file.id, imbalances) }
        let before = Month(index: order.month.index - 1)
        let comparison = PaymentComparison(
            file, before: paid.filter { $0.id.month == before }, count: Self.listedMovements)
        var documents = try PaymentDocuments(
            file, comparison, coretax: order.coretax,
            allowances: PayAllowances(
                unconfirmed: order.unconfirmed, partialRuns: order.partialRuns), language
        ).all
        let manifest = PaymentManifest(file: file, order: order).json(documents)
        documents.append(PayDocument(name: PaymentFolder.manifestName, bytes: manifest))
        let hash = "\(Checksum.of(manifest.span))"
        documents.append(PaymentFolder.sidecar(hash: hash))
        let folder = PaymentFolder(output: output, id: file.id)
        func answer(_ outcome: Preparation.Outcome) -> Preparation {
            let isMade = outcome != .nothing
            return Preparation(
                outcome: outcome, file: file, comparison: comparison,
                folder: isMade ? folder.relative : nil, manifest: isMade ? hash : "")
        }
        if let open {
            guard open.id == file.id, open.manifest == hash else { throw standsInTheWay(open) }
            try folder.verify(manifest: hash)
            return answer(.standing)
        }
        guard !file.payments.isEmpty else { return answer(.nothing) }
        try PaymentChecks.checkBudget(
            order, file, spent: try spent(in: order.month.year, ledger))
        try publish(file, documents, hash, in: folder, ledger)
        return answer(.prepared)
    }

    private static func file(
        _ order: PaymentOrder, number: Int, paid: [PaidFile]
    ) throws(PaymentFault) -> PaymentFile {
        let calculation = PaymentCalculation(month: order.month, rule: order.recovery)
        let result = try calculation(months: order.months, paid: paid)
        var known: [NIP: Payee] = [:]
        for month in order.months.sorted(by: { $0.month < $1.month }) {
            for payee in month.payees { known[payee.nip] = payee }
        }
        let named = Set(
            result.payments.map(\.nip) + result.held.map(\.nip) + result.debts.map(\.nip)
                + result.zeros.map(\.nip))
        return PaymentFile(
            scheme: order.scheme, title: order.title, month: order.month, number: number,
            lines: result.lines, payments: result.payments,
            payees: named.sorted().compactMap { known[$0] }, held: result.held,
            debts: result.debts, zeros: result.zeros,
            runs: order.months.map(\.run).sorted { $0.month < $1.month })
    }

    private func publish(
        _ file: PaymentFile, _ documents: [PayDocument], _ hash: String,
        in folder: PaymentFolder, _ ledger: Ledger
    ) throws {
        let basis = try ledger.paymentBasis(file.scheme)
        let step = PaymentEntry.Step(.prepared, person: person, time: time, hash: hash)
        try folder.publish(documents) { () throws(RunFailure) in
            do throws(LedgerFailure) {
                try ledger.stagePayment(
                    file, folder: folder.relative, manifest: hash, basis: basis, by: step)
            } catch {
                throw PaymentRefusal.book(error)
            }
        }
        try ledger.confirmPayment(file.id)
    }

    /// What files of the year charge to each account: all released ones, and the open ones of other schemes.
    private func spent(in year: Int, _ ledger: Ledger) throws(LedgerFailure) -> [String: Rupiah] {
        var spent: [String: Rupiah] = [:]
        for entry in try ledger.payments() where entry.id.month.year == year {
            guard let state = entry.state, state.isPaid || state.isOpen,
                let file = try ledger.paymentRows(entry.id)
            else { continue }
            for row in file.rows where !row.isReturned {
                for (line, amount) in zip(file.lines, row.amounts) where line.kind != .deduction {
                    spent[line.account ?? "", default: .zero] += amount
                }
            }
        }
        return spent
    }

    private func standsInTheWay(_ open: PaymentEntry) -> RunFailure {
        PaymentRefusal.step(
            open.id,
            "this payment is open (\(open.state?.rawValue ?? "")), and what is asked for now would differ",
            hint: "release it or withdraw it first: a scheme has one open payment at a time")
    }
}
