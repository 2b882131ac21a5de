package import CivilService
internal import Diagnostics

/// What a file pays: entitlement by the newest runs less what released files have paid.
///
/// Nothing is derived from an earlier file but the amounts that it paid, so any order and split of deliveries
/// and corrections ends at the same sums.
package struct PaymentCalculation: Sendable {
    package let month: Month
    package let rule: RecoveryRule

    package init(month: Month, rule: RecoveryRule) {
        self.month = month
        self.rule = rule
    }

    /// The rows of a file and all who stand on no row.
    package struct Result: Hashable, Sendable {
        /// Lines of the file: those of its month, then others that earlier months had.
        package var lines: [PayLine]
        /// By NIP, then month.
        package var payments: [Payment] = []
        package var held: [PaymentFile.Held] = []
        package var debts: [PaymentFile.Debt] = []
        package var zeros: [PaymentFile.Zero] = []
    }

    /// Settles every month of every person.
    ///
    /// - Parameters:
    ///   - months: What is due, for months up to the file's, each once.
    ///   - paid: All released files of the scheme. Months of which nothing is known now are left as they are.
    /// - Returns: Rows to pay, who is held, who is due nothing, what stays owed.
    /// - Throws: ``PaymentFault`` where these contradict themselves.
    package func callAsFunction(
        months: [MonthlyEntitlements], paid: [PaidFile]
    ) throws(PaymentFault) -> Result {
        let months = months.sorted { $0.month > $1.month }
        var known: Set<Month> = []
        for due in months where due.month > month || !known.insert(due.month).inserted {
            throw .unexpectedMonth(due.month)
        }
        var table = PayLineTable(months.first?.lines ?? [])
        for due in months { try table.add(due.lines) }
        for file in paid.reversed() { try table.add(file.lines) }

        var claims: [NIP: [Month: Claim]] = [:]
        for due in months { try enter(due, table, into: &claims) }
        for file in paid { enter(file, table, known: known, into: &claims) }
        let runs = Dictionary(uniqueKeysWithValues: months.map { ($0.month, $0.run.run) })
        var result = Result(lines: table.lines)
        for (nip, ofPerson) in claims.sorted(by: { $0.key < $1.key }) {
            let person = PersonPayment(
                nip: nip, month: month, rule: rule, lines: table.lines, runs: runs)
            person.settle(ofPerson, into: &result)
        }
        return result
    }

    private func enter(
        _ due: MonthlyEntitlements, _ table: PayLineTable, into claims: inout [NIP: [Month: Claim]]
    ) throws(PaymentFault) {
        let places = table.places(of: due.lines)
        for entitlement in due.entitlements {
            guard claims[entitlement.nip]?[due.month] == nil else {
                throw .repeatedPerson(entitlement.nip, due.month)
            }
            var claim = Claim(width: table.lines.count)
            switch entitlement.state {
            case .held(let gaps): claim.due = .held(gaps)
            case .computed(let amounts, let reason):
                precondition(amounts.count == places.count, "an amount for each line")
                var aligned = [Rupiah](repeating: .zero, count: table.lines.count)
                for (place, amount) in zip(places, amounts) { aligned[place] += amount }
                claim.due = .amounts(aligned, reason: reason?(.indonesian))
            }
            claims[entitlement.nip, default: [:]][due.month] = claim
        }
    }

    private func enter(
        _ file: PaidFile, _ table: PayLineTable, known: Set<Month>,
        into claims: inout [NIP: [Month: Claim]]
    ) {
        let places = table.places(of: file.lines)
        for row in file.rows where known.contains(row.month) {
            let empty = Claim(width: table.lines.count)
            var claim = claims[row.nip, default: [:]][row.month] ?? empty
            if row.isReturned {
                claim.returned.append(file.id)
            } else {
                claim.runs.append(row.run)
                for (place, amount) in zip(places, row.amounts) { claim.paid[place] += amount }
            }
            claims[row.nip, default: [:]][row.month] = claim
        }
    }

    /// A person's month: what is due for it, and what was paid.
    struct Claim {
        enum Due {
            case amounts([Rupiah], reason: String?)
            case held([Entitlement.Gap])
            /// The month's run does not know the person.
            case absent
        }

        var due = Due.absent
        var paid: [Rupiah]
        /// Runs that the payments were computed from, in the order paid.
        var runs: [String] = []
        /// Files whose payment came back.
        var returned: [PaymentID] = []

        init(width: Int) { paid = Array(repeating: .zero, count: width) }
    }
}
