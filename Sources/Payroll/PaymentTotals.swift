internal import CivilService

/// Sums of a file, as its control figures and comparisons state them.
package struct PaymentTotals: Hashable, Sendable {
    package private(set) var rows = 0
    /// People who are on a row.
    package private(set) var persons = 0
    package private(set) var gross = Rupiah.zero
    package private(set) var deductions = Rupiah.zero
    /// What leaves the treasury for the people.
    package var net: Rupiah { gross - deductions }
    /// What is charged to each account, gross and employer's lines together; ascending by account.
    package private(set) var accounts: [Account] = []
    /// Sum of the rows' NIPs modulo 10^18, which finds a row that was swapped for another.
    package private(set) var hash: UInt64 = 0

    package struct Account: Hashable, Sendable {
        package let account: String
        package let amount: Rupiah
    }

    /// Adds up rows, which come ascending by NIP, as files have them.
    package init(_ payments: some Sequence<Payment>, lines: [PayLine]) {
        var byAccount: [String: Rupiah] = [:]
        var last: NIP?
        for payment in payments {
            rows += 1
            if payment.nip != last { persons += 1 }
            last = payment.nip
            hash = (hash + payment.nip.digits) % 1_000_000_000_000_000_000
            for (line, amount) in zip(lines, payment.amounts) {
                switch line.kind {
                case .gross: gross += amount
                case .deduction: deductions += amount
                case .employer: break
                }
                if line.kind != .deduction {
                    byAccount[line.account ?? "", default: .zero] += amount
                }
            }
        }
        accounts = byAccount.map { Account(account: $0.key, amount: $0.value) }
            .sorted { $0.account < $1.account }
    }

    package init(_ file: PaymentFile) { self.init(file.payments, lines: file.lines) }
}
