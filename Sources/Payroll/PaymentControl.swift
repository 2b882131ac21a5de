internal import CivilService

/// The account of a file: every person-month of its runs, and every rupiah, once.
///
/// It is computed from entitlements, payments and the file's rows alone, by another way than the calculation went.
package struct PaymentControl: Sendable {
    private struct Key: Hashable {
        let nip: NIP
        let month: Month
    }

    package init() {}

    /// What does not balance, without any person; empty where all is well.
    package func imbalances(
        _ file: PaymentFile, months: [MonthlyEntitlements], paid: [PaidFile]
    ) -> [String] {
        var problems: [String] = []
        problems += orderProblems(file)
        let (due, held) = claims(months)
        let before = paidNet(paid, months: Set(months.map(\.month)))
        var now: [Key: Int64] = [:]
        for payment in file.payments {
            now[Key(nip: payment.nip, month: payment.month)] = file.net(of: payment).amount
        }
        var open: [Key: Int64] = [:]
        for debt in file.debts {
            open[Key(nip: debt.nip, month: debt.month), default: 0] += debt.open.amount
        }
        let heldInFile = Set(file.held.map { Key(nip: $0.nip, month: $0.month) })
        var differing = 0
        for (key, amount) in due
        where before[key, default: 0] + now[key, default: 0] - open[key, default: 0] != amount {
            differing += 1
        }
        if differing > 0 { problems.append("\(differing) paid + now − open ≠ entitlement") }
        let unknown = now.keys.count { due[$0] == nil } + open.keys.count { due[$0] == nil }
        if unknown > 0 { problems.append("\(unknown) rows without an entitlement") }
        let lost = held.subtracting(heldInFile).count
        if lost > 0 { problems.append("\(lost) held months are not listed") }
        let touched = heldInFile.count { now[$0] != nil || open[$0] != nil }
        if touched > 0 { problems.append("\(touched) held months are paid or charged") }
        let zeros = due.count { $0.key.month == file.month && $0.value == 0 }
        if zeros < file.zeros.count { problems.append("zeros listed that are none") }
        return problems
    }

    private func claims(
        _ months: [MonthlyEntitlements]
    ) -> (due: [Key: Int64], held: Set<Key>) {
        var due: [Key: Int64] = [:]
        var held: Set<Key> = []
        for month in months {
            for entitlement in month.entitlements {
                let key = Key(nip: entitlement.nip, month: month.month)
                switch entitlement.state {
                case .held: held.insert(key)
                case .computed(let amounts, _): due[key] = net(amounts, month.lines)
                }
            }
        }
        return (due, held)
    }

    private func paidNet(_ paid: [PaidFile], months: Set<Month>) -> [Key: Int64] {
        var sums: [Key: Int64] = [:]
        for file in paid {
            for row in file.rows where !row.isReturned && months.contains(row.month) {
                sums[Key(nip: row.nip, month: row.month), default: 0] += net(
                    row.amounts, file.lines)
            }
        }
        return sums
    }

    private func net(_ amounts: [Rupiah], _ lines: [PayLine]) -> Int64 {
        var sum: Int64 = 0
        for (place, line) in lines.enumerated() {
            if line.kind == .gross { sum += amounts[place].amount }
            if line.kind == .deduction { sum -= amounts[place].amount }
        }
        return sum
    }

    private func orderProblems(_ file: PaymentFile) -> [String] {
        var problems: [String] = []
        let keys = file.payments.map { ($0.nip, $0.month) }
        if !zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) {
            problems.append("a person's month stands twice, or rows are out of order")
        }
        var nets: [NIP: Int64] = [:]
        for payment in file.payments {
            nets[payment.nip, default: 0] += file.net(of: payment).amount
        }
        let negative = nets.values.count { $0 < 0 }
        if negative > 0 { problems.append("\(negative) persons with a net below 0") }
        return problems
    }
}
