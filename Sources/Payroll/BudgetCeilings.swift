/// What may be charged to each account in a year.
package struct BudgetCeilings: Hashable, Sendable {
    /// By account.
    package let ceilings: [String: Rupiah]

    package init(_ ceilings: [String: Rupiah]) { self.ceilings = ceilings }

    /// An account that a file would charge beyond what it may.
    package struct Breach: Hashable, Sendable {
        package let account: String
        /// Charged by released files of the year.
        package let before: Rupiah
        package let now: Rupiah
        /// `nil` where no ceiling is stated, which allows nothing.
        package let ceiling: Rupiah?
    }

    /// Holds a file against the ceilings.
    ///
    /// - Parameters:
    ///   - before: What files released in the budget's year charged, by account.
    ///   - file: The totals of the file that is to come.
    /// - Returns: Accounts that would be charged too much, ascending.
    package func breaches(before: [String: Rupiah], now file: PaymentTotals) -> [Breach] {
        file.accounts.compactMap { entry in
            let spent = before[entry.account] ?? .zero
            let breach = Breach(
                account: entry.account, before: spent, now: entry.amount,
                ceiling: ceilings[entry.account])
            // What lowers the charge is welcome, whatever the ceiling says.
            guard entry.amount > .zero else { return nil }
            guard let ceiling = breach.ceiling else { return breach }
            return spent + entry.amount > ceiling ? breach : nil
        }
    }
}
