internal import CivilService
internal import Diagnostics
internal import Ledger
internal import PayFiles
internal import Payroll

/// What must hold before a payment file is made.
enum PaymentChecks {
    static func check(_ order: PaymentOrder) throws(RunFailure) {
        var problems: [Diagnostic] = []
        func refuse(_ message: String, _ hint: String) {
            problems.append(
                Diagnostic(
                    .paymentRefused, at: SourceLocation(file: order.scheme), message, hint: hint))
        }
        if !order.months.contains(where: { $0.month == order.month }) {
            refuse(
                "no published complete run stands for \(order.month)",
                "run the month's pipeline, or name a run with --run")
        }
        if !order.partialRuns.isEmpty, !order.allowsPartial {
            refuse(
                "inputs are missing in \(order.partialRuns.joined(separator: ", "))",
                "wait for the missing deliveries, or pay without them by --allow-partial")
        }
        if !order.unconfirmed.isEmpty, !order.allowsUnconfirmed {
            refuse(
                "values of law that nobody has confirmed: "
                    + order.unconfirmed.joined(separator: "; "),
                "have them confirmed at their source, or say --allow-unconfirmed")
        }
        guard problems.isEmpty else { throw RunFailure(.input, problems) }
    }

    /// One month of a person, charged to one account.
    private struct Charge: Hashable {
        let nip: NIP
        let month: Month
        let account: String
    }

    /// A scheme that got another name, or a copy of it, must not pay everybody again.
    static func checkOthers(
        _ order: PaymentOrder, _ file: PaymentFile, others: [PaidFile]
    ) throws(RunFailure) {
        func charges(
            _ nip: NIP, _ month: Month, _ lines: [PayLine], _ amounts: [Rupiah]
        ) -> [Charge] {
            zip(lines, amounts).compactMap { line, amount in
                guard line.kind == .gross, amount > .zero, let account = line.account else {
                    return nil
                }
                return Charge(nip: nip, month: month, account: account)
            }
        }
        let now = Set(
            file.payments.flatMap { charges($0.nip, $0.month, file.lines, $0.amounts) })
        var problems: [Diagnostic] = []
        for other in others {
            let persons = Set(
                other.rows.filter { !$0.isReturned }
                    .flatMap { charges($0.nip, $0.month, other.lines, $0.amounts) }
                    .filter(now.contains).map(\.nip)
            ).count
            guard persons > 0 else { continue }
            problems.append(
                Diagnostic(
                    .paymentRefused, at: SourceLocation(file: order.scheme),
                    "\(other.id) pays \(persons) persons for the same months from the same accounts",
                    hint: "where both are due, name '\(other.id.scheme)' in 'beside' of 'payments'")
            )
        }
        guard problems.isEmpty else { throw RunFailure(.input, problems) }
    }

    static func checkBudget(
        _ order: PaymentOrder, _ file: PaymentFile, spent: [String: Rupiah]
    ) throws(RunFailure) {
        guard let ceilings = order.ceilings else { return }
        let breaches = ceilings.breaches(before: spent, now: PaymentTotals(file))
        guard breaches.isEmpty else {
            throw RunFailure(
                .input,
                breaches.map { breach in
                    let ceiling =
                        breach.ceiling.map { "the ceiling is \($0)" } ?? "it has no ceiling"
                    return Diagnostic(
                        .overBudget, at: SourceLocation(file: "\(file.id)"),
                        "account \(breach.account): \(breach.before) paid in \(file.month.year), "
                            + "\(breach.now) now, \(ceiling)",
                        hint: "have the budget changed, then state the new ceiling")
                })
        }
    }

    static func unbalanced(_ id: PaymentID, _ imbalances: [String]) -> RunFailure {
        RunFailure(
            .internal,
            imbalances.map {
                Diagnostic(.unbalanced, at: SourceLocation(file: "\(id)"), $0)
            })
    }

    static func unexpected(_ error: any Error, _ order: PaymentOrder) -> RunFailure {
        RunFailure(
            .internal,
            Diagnostic(.unbalanced, at: SourceLocation(file: order.scheme), "\(error)"))
    }

    static func refusal(_ fault: PayFileFault, _ order: PaymentOrder) -> RunFailure {
        PaymentRefusal.refuse(
            .definition, .paymentRefused, order.scheme, "\(fault)",
            hint: "correct the lines or the section 'coretax' of the scheme")
    }

    static func refusal(_ fault: PaymentFault, _ order: PaymentOrder) -> RunFailure {
        let (message, hint) =
            switch fault {
            case .repeatedPerson(let nip, let month):
                (
                    "\(nip.masked) has two entitlements for \(month)",
                    "the run of \(month) is damaged: publish it again"
                )
            case .lineChangedKind(let id):
                (
                    "line '\(id)' was paid as another kind before",
                    "give the line of the scheme a new id"
                )
            case .unexpectedMonth(let month):
                (
                    "\(month) is later than \(order.month), or has two runs",
                    "name one run for each month, up to the file's"
                )
            }
        return PaymentRefusal.refuse(.input, .paymentRefused, order.scheme, message, hint: hint)
    }
}
