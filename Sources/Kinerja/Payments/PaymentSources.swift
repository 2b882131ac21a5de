package import CivilService
package import Diagnostics
internal import Files
internal import Ledger
internal import PaySchemes
internal import Payroll
internal import Regulation

/// Where a payment's figures come from: the scheme file, the runs that count, the budget.
package struct PaymentSources: Sendable {
    /// Path of the pay scheme file.
    package let scheme: String
    package let output: String
    package let month: Month
    /// Runs that count in place of the newest of their months: folders, or digits of their names.
    package var runs: [String] = []
    /// A CSV file with the headings `tahun`, `rekening` and `pagu`, in place of the scheme's ceilings.
    package var budget: String?

    package init(scheme: String, output: String, month: Month) {
        self.scheme = scheme
        self.output = output
        self.month = month
    }

    /// Computes what is due for each month of the scheme up to ``month`` that has a run.
    ///
    /// Of each month the run that `terkini` names counts: the newest complete one under the law of its time.
    ///
    /// - Throws: ``RunFailure`` of kind `definition` or `input`.
    package func order(program: ProgramVersion) throws(RunFailure) -> PaymentOrder {
        guard let bytes = SmallFile.bytes(of: scheme) else {
            throw PaymentRefusal.refuse(
                .definition, .unreadableDefinition, scheme, "the pay scheme cannot be read",
                hint: "name the YAML file of the scheme")
        }
        let terms = try PaymentTerms.read(String(decoding: bytes, as: UTF8.self), file: scheme)
        let named = try namedRuns(terms)
        let booked = try BookedRuns(output, pipeline: terms.pipeline)
        var order = PaymentOrder(
            scheme: terms.scheme, title: terms.scheme, month: month, recovery: terms.recovery,
            months: [], ceilings: try ceilings(terms), program: program)
        order.coretax = terms.coretax
        order.beside = terms.beside
        var unconfirmed: Set<String> = []
        var next = terms.from
        while next <= month {
            let pointer =
                "\(output)/\(terms.pipeline)/\(next)/\(RunDirectory.pointerName)"
            let run = named[next]
            let folder = run ?? (FileTree.exists(pointer) ? pointer : nil)
            if let folder {
                let due = try EntitlementRun.compute(
                    scheme: scheme, runFolder: folder, month: next)
                order.title = due.title
                order.months.append(
                    MonthlyEntitlements(
                        run: due.run, lines: due.lines, entitlements: due.entitlements,
                        payees: due.payees))
                try booked.check(due.run, at: folder, isNamed: run != nil)
                unconfirmed.formUnion(due.unconfirmedOfRun)
                for use in due.unconfirmed {
                    unconfirmed.insert("\(use.name) (\(use.effective), \(use.citation))")
                }
                if next == month { order.unknownUnits = due.unknownUnits }
                if due.isPartial { order.partialRuns.append(due.run.run) }
            } else if next < month {
                order.monthsWithoutRun.append(next)
            }
            next = Month(index: next.index + 1)
        }
        order.unconfirmed = unconfirmed.sorted()
        return order
    }

    private func namedRuns(_ terms: PaymentTerms) throws(RunFailure) -> [Month: String] {
        var named: [Month: String] = [:]
        for name in runs {
            let reference = try RunReference(name, tree: output)
            let run = reference.run
            guard run.pipeline == terms.pipeline, let month = Month(iso: run.period),
                terms.from <= month, month <= self.month
            else {
                throw refuse(
                    name,
                    "the run is of \(run.pipeline) \(run.period), the scheme is paid from "
                        + "\(terms.pipeline), months \(terms.from) to \(self.month)")
            }
            guard named.updateValue(try reference.folder(), forKey: month) == nil else {
                throw refuse(name, "two runs are named for \(month)")
            }
        }
        return named
    }

    private func ceilings(_ terms: PaymentTerms) throws(RunFailure) -> BudgetCeilings? {
        guard let budget else { return terms.budget[month.year] }
        let table = try PublishedTable(budget)
        var ceilings: [String: Rupiah] = [:]
        for row in table.rows.indices where table.cell(row, "tahun") == "\(month.year)" {
            let account = table.cell(row, "rekening")
            guard !account.isEmpty, let amount = Int64(table.cell(row, "pagu")), amount >= 0,
                ceilings.updateValue(Rupiah(amount), forKey: account) == nil
            else {
                throw PaymentRefusal.refuse(
                    .input, .paymentRefused, "\(budget):\(row + 2)",
                    "the line has no account with a ceiling in whole rupiah, or one named before",
                    hint: "write tahun,rekening,pagu: each account once a year")
            }
        }
        return BudgetCeilings(ceilings)
    }

    private func refuse(_ place: String, _ message: String) -> RunFailure {
        PaymentRefusal.refuse(
            .input, .paymentRefused, place, message,
            hint: "name the folder of a published run of the scheme's pipeline")
    }
}
