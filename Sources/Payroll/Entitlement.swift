package import CivilService

/// What one person is entitled to for one month, by one published run.
package struct Entitlement: Hashable, Sendable {
    /// Why a month cannot be computed yet, and whose turn it is.
    package struct Gap: Hashable, Sendable {
        /// What is missing: the evidence, unit and days.
        package let reason: String
        /// Unit or supplier that must act.
        package let responsible: String

        package init(reason: String, responsible: String) {
            self.reason = reason
            self.responsible = responsible
        }
    }

    package enum State: Hashable, Sendable {
        /// Amounts in the order of the scheme's lines, each rounded once. No entitlement is zeros with its reason.
        case computed([Rupiah], reason: String?)
        /// Nothing is paid for the month and nothing taken back until the gaps are closed.
        case held([Gap])
    }

    package let nip: NIP
    package let month: Month
    package let state: State

    package init(nip: NIP, month: Month, state: State) {
        self.nip = nip
        self.month = month
        self.state = state
    }
}
