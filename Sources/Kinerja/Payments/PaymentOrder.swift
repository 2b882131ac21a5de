package import CivilService
package import Payroll

/// What `pay prepare` is to make a file of.
package struct PaymentOrder: Sendable {
    /// Name of the pay scheme.
    package var scheme: String
    package var title: String
    package var month: Month
    package var recovery: RecoveryRule
    /// What is due, for each month of the scheme up to ``month``.
    package var months: [MonthlyEntitlements]
    /// Of the month's year; `nil` where nothing states any.
    package var ceilings: BudgetCeilings?
    /// What the tax report needs; `nil` where the scheme reports no tax.
    package var coretax: CoretaxTerms?
    /// Values of law that nobody has confirmed, as people should read them.
    package var unconfirmed: [String] = []
    package var allowsUnconfirmed = false
    /// Runs that lack something that was declared as expected.
    package var partialRuns: [String] = []
    package var allowsPartial = false
    /// Earlier months of the scheme that no run stands for: nobody is paid for them.
    package var monthsWithoutRun: [Month] = []
    /// Earlier months that were paid and are not computed now: what they owe is asked of nobody.
    package var monthsLeftAsTheyAre: [Month] = []
    /// Units that the month's tables of amounts name and nobody serves in.
    package var unknownUnits: [String] = []
    /// Other schemes that may pay the same person for the same month from the same account.
    package var beside: Set<String> = []
    package var program: ProgramVersion

    package init(
        scheme: String, title: String, month: Month, recovery: RecoveryRule,
        months: [MonthlyEntitlements], ceilings: BudgetCeilings?, program: ProgramVersion
    ) {
        self.scheme = scheme
        self.title = title
        self.month = month
        self.recovery = recovery
        self.months = months
        self.ceilings = ceilings
        self.program = program
    }
}
