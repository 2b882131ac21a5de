/// A line of a pay list, as the scheme declares it: a component of the allowance, or a deduction from it.
package struct PayLine: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// Part of what is due to the person.
        case gross
        /// Taken from it: tax, contributions, zakat.
        case deduction
        /// Paid for the person by the employer, shown and charged, no part of gross or net.
        case employer
    }

    /// Name in the scheme: `beban-kerja`, `pph21`.
    package let id: String
    /// Heading for people: `Beban kerja`.
    package let title: String
    /// Account that it is charged to: `5.1.01.02.01.0001`; `nil` for deductions.
    package let account: String?
    package let kind: Kind

    package init(id: String, title: String, account: String?, kind: Kind) {
        self.id = id
        self.title = title
        self.account = account
        self.kind = kind
    }
}
