package import Diagnostics
internal import Files
package import Ledger
package import Payroll

/// Where payment files of an output tree are made and taken through their states.
///
/// Every step holds the tree's lock, first finishes what a killed process began, and changes the book in one
/// transaction. Reading needs no lock.
package struct PaymentDesk: Sendable {
    /// The output tree.
    package let output: String
    /// Login of the person at work.
    package let person: String
    /// Now, UTC, ISO 8601; for people only.
    package let time: String
    package let language: Language

    package init(output: String, person: String, time: String, language: Language) {
        self.output = output
        self.person = person
        self.time = time
        self.language = language
    }

    // MARK: Reading

    /// Files in the order of their making, of one scheme or all, each with its totals.
    package func list(
        scheme: String? = nil
    ) throws(RunFailure) -> [(entry: PaymentEntry, totals: PaymentTotals)] {
        try reading { ledger throws(LedgerFailure) in
            var files: [(entry: PaymentEntry, totals: PaymentTotals)] = []
            for entry in try ledger.payments(of: scheme) {
                files.append((entry, try totals(of: entry, ledger)))
            }
            return files
        } ?? []
    }

    /// ``list(scheme:)`` for people, a line each.
    package func listing(scheme: String? = nil) throws(RunFailure) -> String {
        let words = PaymentText(language)
        return try list(scheme: scheme).map { words.entry($0.entry, $0.totals) + "\n" }.joined()
    }

    /// A file with its totals and how many of its rows have which answer.
    package func show(_ id: PaymentID) throws(RunFailure) -> PaymentReport {
        let report: PaymentReport?? = try reading { ledger throws(LedgerFailure) in
            guard let entry = try ledger.payment(id) else { return nil }
            return PaymentReport(
                entry: entry, totals: try totals(of: entry, ledger),
                results: try ledger.paymentResults(id), language: language)
        }
        guard let found = report ?? nil else { throw unknown(id) }
        return found
    }

    func totals(
        of entry: PaymentEntry, _ ledger: Ledger
    ) throws(LedgerFailure) -> PaymentTotals {
        guard let file = try ledger.paymentRows(entry.id) else {
            return PaymentTotals([], lines: [])
        }
        let payments = file.rows.map { row in
            Payment(
                nip: row.nip, month: row.month, kind: .regular, amounts: row.amounts, run: row.run,
                reason: "")
        }
        return PaymentTotals(payments, lines: file.lines)
    }

    private func reading<Result>(
        _ body: (Ledger) throws(LedgerFailure) -> Result
    ) throws(RunFailure) -> Result? {
        let found: Result?
        do throws(LedgerFailure) {
            found = try Ledger.read(in: output).map { ledger throws(LedgerFailure) in
                try body(ledger)
            }
        } catch {
            throw PaymentRefusal.book(error)
        }
        if let found { return found }
        // No book is no answer where something was paid.
        let strays = try PaidTree(output: output).strays([])
        guard strays.isEmpty else { throw RunFailure(.verification, strays) }
        return nil
    }

    // MARK: Steps

    /// Approves a prepared file as another person than its preparer, for exactly the bytes of its folder.
    package func approve(_ id: PaymentID) throws(RunFailure) {
        try writing { ledger throws(RunFailure) in
            let entry = try entry(id, ledger)
            try require(entry, .prepared)
            guard entry.preparer != person else {
                throw PaymentRefusal.step(
                    id, "'\(person)' prepared this file and may not approve it",
                    hint: "another person must approve it, under an own login")
            }
            try PaymentFolder(output: output, id: id).verify(manifest: entry.manifest)
            try take(.approved, on: entry, from: [.prepared], to: .approved, ledger, basis: true)
        }
    }

    /// Releases an approved file, once: from now on it is paid.
    ///
    /// - Throws: ``RunFailure`` of kind `verification` naming each changed file; the approval is void then.
    package func release(_ id: PaymentID) throws(RunFailure) {
        try writing { ledger throws(RunFailure) in
            let entry = try entry(id, ledger)
            try require(entry, .approved)
            do throws(RunFailure) {
                guard let approval = entry.approval, approval.hash == entry.manifest else {
                    throw PaymentRefusal.step(
                        id, "no approval of these bytes stands", hint: "withdraw the file")
                }
                try PaymentFolder(output: output, id: id).verify(manifest: entry.manifest)
            } catch {
                try take(.voided, on: entry, from: [.approved], to: .prepared, ledger)
                throw error
            }
            try take(.released, on: entry, from: [.approved], to: .released, ledger, basis: true)
        }
    }

    /// Gives up a file before its release; its number is not used again.
    package func withdraw(_ id: PaymentID, reason: String) throws(RunFailure) {
        try writing { ledger throws(RunFailure) in
            let entry = try entry(id, ledger)
            guard entry.state?.isOpen == true else { throw wrongState(entry) }
            try take(
                .withdrawn, on: entry, from: [.prepared, .approved], to: .withdrawn, ledger,
                note: reason)
        }
    }

    /// Finishes what a killed run left half done, so that `terkini` leads to the newest run.
    package func recoverRuns() throws(RunFailure) {
        let lock = try TreeLock.take(output)
        defer { withExtendedLifetime(lock) {} }
        let time = time
        try TreeRecovery(book: try RunBook(output) { time }, progress: nil).recover()
    }

    // MARK: Shared by all steps

    /// Opens the book under the tree's lock, with nothing left half done in it.
    func writing<Result>(
        _ body: (Ledger) throws(RunFailure) -> Result
    ) throws(RunFailure) -> Result {
        let lock = try TreeLock.take(output)
        defer { withExtendedLifetime(lock) {} }
        let ledger: Ledger
        do throws(LedgerFailure) {
            ledger = try Ledger.open(in: output)
        } catch {
            throw PaymentRefusal.book(error)
        }
        try settle(ledger)
        try refuseStrays(ledger)
        let result = try body(ledger)
        try noteReleases(ledger)
        return result
    }

    /// A book that does not know what stands in the tree is not the one that paid it.
    private func refuseStrays(_ ledger: Ledger) throws(RunFailure) {
        try noteReleases(ledger)
        let strays = try PaidTree(output: output).strays(try entries(ledger))
        guard strays.isEmpty else { throw RunFailure(.verification, strays) }
    }

    private func noteReleases(_ ledger: Ledger) throws(RunFailure) {
        let entries = try entries(ledger)
        do throws(FileFailure) {
            try PaidTree(output: output).noteReleases(entries)
        } catch {
            throw PaymentRefusal.refuse(
                .output, .outputFailed, error.path, error.description,
                hint:
                    "the step stands in the book; free the disk, and the next step writes this note"
            )
        }
    }

    private func entries(_ ledger: Ledger) throws(RunFailure) -> [PaymentEntry] {
        do throws(LedgerFailure) {
            return try ledger.payments()
        } catch {
            throw PaymentRefusal.book(error)
        }
    }

    /// Finishes the preparation that a killed process began: with its folder it stands, without it never was.
    private func settle(_ ledger: Ledger) throws(RunFailure) {
        do {
            for entry in try ledger.payments() where entry.state == nil {
                let folder = PaymentFolder(output: output, id: entry.id)
                if folder.manifestChecksum == entry.manifest {
                    try folder.synchronizeNames()
                    try ledger.confirmPayment(entry.id)
                } else {
                    try ledger.dropStagedPayment(entry.id)
                }
            }
        } catch let failure as FileFailure {
            throw RunDirectory.failure(failure)
        } catch let failure as LedgerFailure {
            throw PaymentRefusal.book(failure)
        } catch {
            throw RunFailure(
                .internal,
                Diagnostic(.outputFailed, at: SourceLocation(file: output), "\(error)"))
        }
    }

    func entry(_ id: PaymentID, _ ledger: Ledger) throws(RunFailure) -> PaymentEntry {
        do throws(LedgerFailure) {
            if let entry = try ledger.payment(id) { return entry }
        } catch {
            throw PaymentRefusal.book(error)
        }
        throw unknown(id)
    }

    private func unknown(_ id: PaymentID) -> RunFailure {
        PaymentRefusal.step(
            id, "the book of '\(output)' has no such payment",
            hint: "kinerja pay list names those that there are")
    }

    private func require(_ entry: PaymentEntry, _ state: PaymentState) throws(RunFailure) {
        guard entry.state == state else { throw wrongState(entry) }
    }

    func wrongState(_ entry: PaymentEntry) -> RunFailure {
        let last =
            entry.steps.last.map { " (\($0.action.rawValue) by \($0.person) at \($0.time))" } ?? ""
        let state = entry.state?.rawValue ?? "unfinished"
        return PaymentRefusal.step(
            entry.id, "the payment is \(state)\(last), which does not allow this step",
            hint: "prepared → approved → released → reconciled; withdrawn before the release only")
    }

    /// Enters the step; `basis`: whether what was paid before must still be what the file was computed from.
    private func take(
        _ action: PaymentEntry.Step.Action, on entry: PaymentEntry, from states: [PaymentState],
        to state: PaymentState, _ ledger: Ledger, note: String = "", basis: Bool = false
    ) throws(RunFailure) {
        let step = PaymentEntry.Step(
            action, person: person, time: time, hash: entry.manifest, note: note)
        let isTaken: Bool
        do throws(LedgerFailure) {
            isTaken = try ledger.take(
                step, on: entry.id, from: states, to: state, basis: basis ? entry.basis : nil)
        } catch {
            throw PaymentRefusal.book(error)
        }
        guard isTaken else {
            throw PaymentRefusal.step(
                entry.id, "payments came back after this file was computed: its sums are stale",
                hint: "withdraw it and prepare it again")
        }
    }
}
