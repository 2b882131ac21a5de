internal import CivilService
internal import Diagnostics

/// One person in one file: differences of all months, and how much of them can be taken back now.
struct PersonPayment {
    let nip: NIP
    let month: Month
    let rule: RecoveryRule
    let lines: [PayLine]
    /// The run that counts, by month.
    let runs: [Month: String]

    /// What a month is owed or owes.
    private struct Difference {
        let month: Month
        let amounts: [Rupiah]
        let net: Rupiah
        let reason: String
        let isFirst: Bool
        /// The file's own month, of which nothing has reached the person: paid now, or again after it came back.
        let isCurrent: Bool
    }

    func settle(
        _ claims: [Month: PaymentCalculation.Claim],
        into result: inout PaymentCalculation.Result
    ) {
        var differences: [Difference] = []
        for (month, claim) in claims.sorted(by: { $0.key < $1.key }) {
            switch claim.due {
            case .held(let gaps): result.held.append(.init(nip: nip, month: month, gaps: gaps))
            case .absent: hold(month, claim, in: &result)
            case .amounts(let due, let reason):
                if month == self.month, due.allSatisfy({ $0 == .zero }) {
                    result.zeros.append(.init(nip: nip, month: month, reason: reason ?? ""))
                }
                if let difference = difference(month, due, reason, claim) {
                    differences.append(difference)
                }
            }
        }
        let due = differences.filter { $0.net >= .zero }
        var payments = due.map { payment($0, $0.amounts) }
        var allowance = rule.limit(
            current: total(due) { $0.isCurrent }, arrears: total(due) { !$0.isCurrent })
        let overpaid = differences.filter { $0.net < .zero }
        for difference in rule.order == .oldestFirst ? overpaid : overpaid.reversed() {
            let owed = -difference.net
            let taken = min(owed, allowance)
            allowance = allowance - taken
            if taken > .zero { payments.append(payment(difference, taking: taken)) }
            if taken < owed {
                result.debts.append(.init(nip: nip, month: difference.month, open: owed - taken))
            }
        }
        result.payments += payments.sorted { $0.month < $1.month }
        result.debts.sortTail(of: nip)
    }

    /// A month once paid, whose run has lost the person: missing is not zero, so nobody is asked for money.
    private func hold(
        _ month: Month, _ claim: PaymentCalculation.Claim,
        in result: inout PaymentCalculation.Result
    ) {
        guard claim.paid.contains(where: { $0 != .zero }) else { return }
        let run = runs[month] ?? ""
        let gap = Entitlement.Gap(
            reason: Wording(
                "sudah dibayar \(net(claim.paid)), tetapi tidak ada pada run \(run)",
                "\(net(claim.paid)) paid before, but nobody of the run \(run)"),
            responsible: "pengelola data pegawai")
        result.held.append(.init(nip: nip, month: month, gaps: [gap]))
    }

    private func difference(
        _ month: Month, _ due: [Rupiah], _ reason: String?, _ claim: PaymentCalculation.Claim
    ) -> Difference? {
        let amounts = zip(due, claim.paid).map { $0 - $1 }
        guard amounts.contains(where: { $0 != .zero }) else { return nil }
        let isCurrent = month == self.month && claim.runs.isEmpty
        let isFirst = isCurrent && claim.returned.isEmpty
        var words: [String] = []
        if !isFirst { words.append(account(of: due, claim)) }
        if let reason { words.append(reason) }
        return Difference(
            month: month, amounts: amounts, net: net(amounts),
            reason: words.joined(separator: "; "), isFirst: isFirst, isCurrent: isCurrent)
    }

    /// Why a month is paid again, in the language of the pay list.
    private func account(of due: [Rupiah], _ claim: PaymentCalculation.Claim) -> String {
        var text = "hak \(net(due))"
        if claim.runs.isEmpty {
            text += ", belum pernah dibayar"
        } else {
            var runs: [String] = []
            for run in claim.runs where !runs.contains(run) { runs.append(run) }
            text += ", sudah dibayar \(net(claim.paid)) menurut run \(runs.joined(separator: ", "))"
        }
        let returned = claim.returned.map(\.description).joined(separator: ", ")
        return returned.isEmpty ? text : text + ", dikembalikan dari \(returned)"
    }

    private func payment(
        _ difference: Difference, _ amounts: [Rupiah], note: String = ""
    ) -> Payment {
        let kind: Payment.Kind =
            difference.net < .zero ? .setOff : difference.isFirst ? .regular : .arrears
        return Payment(
            nip: nip, month: difference.month, kind: kind, amounts: amounts,
            run: runs[difference.month] ?? "", reason: difference.reason + note)
    }

    private func payment(_ difference: Difference, taking taken: Rupiah) -> Payment {
        let owed = -difference.net
        guard taken < owed else { return payment(difference, difference.amounts) }
        return payment(
            difference, part(of: difference.amounts, taking: taken),
            note: "; dipotong \(taken) dari \(owed)")
    }

    /// The part of a difference that takes back `taken`, above 0 and less than all of it.
    ///
    /// What the difference gives back (tax on what was paid too much, a line that rose) is given at once and whole, as
    /// is what the employer pays; then lines are taken back in the order declared until the sum is reached. So every
    /// line moves towards its entitlement and never past it, and accounts add up without any rounding.
    private func part(of amounts: [Rupiah], taking taken: Rupiah) -> [Rupiah] {
        var part = amounts
        var wanted = taken
        for (line, amount) in zip(lines, amounts) {
            wanted += max(.zero, line.kind.sign * amount)
        }
        for (place, line) in lines.enumerated() where line.kind.sign != 0 {
            let owed = -(line.kind.sign * amounts[place])
            guard owed > .zero else { continue }
            let now = min(owed, wanted)
            part[place] = -(line.kind.sign * now)
            wanted = wanted - now
        }
        return part
    }

    private func net(_ amounts: [Rupiah]) -> Rupiah { PayLineTable.net(amounts, of: lines) }

    private func total(
        _ differences: [Difference], where isCounted: (Difference) -> Bool
    ) -> Rupiah {
        differences.reduce(.zero) { isCounted($1) ? $0 + $1.net : $0 }
    }
}

extension [PaymentFile.Debt] {
    /// Puts the debts of the last person in the order of months.
    fileprivate mutating func sortTail(of nip: NIP) {
        let start = lastIndex { $0.nip != nip }.map { $0 + 1 } ?? startIndex
        self[start...].sort { $0.month < $1.month }
    }
}
