package import CivilService
package import Diagnostics

/// What one person is entitled to for one month, by one published run.
package struct Entitlement: Hashable, Sendable {
    /// Why a month cannot be computed yet, and whose turn it is.
    package struct Gap: Hashable, Sendable {
        /// What is missing: the evidence, unit and days.
        package let wording: Wording
        /// Unit or supplier that must act.
        package let responsible: String

        /// As the files of a payment say it.
        package var reason: String { wording(.indonesian) }

        package init(reason: Wording, responsible: String) {
            wording = reason
            self.responsible = responsible
        }
    }

    package enum State: Hashable, Sendable {
        /// Amounts in the order of the scheme's lines, each rounded once. No entitlement is zeros with its reason.
        case computed([Rupiah], reason: Wording?)
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
