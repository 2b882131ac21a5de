package import CivilService

/// What everybody is entitled to for one month, by the run that counts for it.
package struct MonthlyEntitlements: Hashable, Sendable {
    package let run: PaymentFile.RunOfMonth
    /// Lines of the scheme as it stood in the month.
    package let lines: [PayLine]
    /// One for each person of the run; amounts in the order of `lines`.
    package let entitlements: [Entitlement]
    package let payees: [Payee]

    package init(
        run: PaymentFile.RunOfMonth, lines: [PayLine], entitlements: [Entitlement],
        payees: [Payee]
    ) {
        self.run = run
        self.lines = lines
        self.entitlements = entitlements
        self.payees = payees
    }

    package var month: Month { run.month }
}
