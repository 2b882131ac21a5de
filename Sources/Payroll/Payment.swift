package import CivilService

/// One row of a payment file: what is paid to a person now for one month.
///
/// Amounts are differences: entitlement less what earlier files paid for that month.
package struct Payment: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// The month of the file, paid for the first time.
        case regular = "biasa"
        /// More for an earlier month than was paid.
        case arrears = "rapel"
        /// Less for an earlier month than was paid; amounts are negative.
        case setOff = "potongan"
    }

    package let nip: NIP
    package let month: Month
    package let kind: Kind
    /// In the order of the file's lines; what a deduction takes is above 0.
    package let amounts: [Rupiah]
    /// The run whose figures differ from those paid before; of a regular row the run that it is paid from.
    package let run: String
    /// Why it differs, for people; empty for a regular row.
    package let reason: String

    package init(
        nip: NIP, month: Month, kind: Kind, amounts: [Rupiah], run: String, reason: String
    ) {
        self.nip = nip
        self.month = month
        self.kind = kind
        self.amounts = amounts
        self.run = run
        self.reason = reason
    }
}

/// What stands beside a NIP on a pay list.
package struct Payee: Hashable, Sendable {
    package let nip: NIP
    package let name: String
    package let unit: String
    package let position: String
    package let golongan: String
    package let kelas: String
    /// PNS, PPPK or PPPK paruh waktu, as the register says it.
    package let employment: String
    /// Number of the taxpayer (NPWP, or NIK in its place); empty where the register has none.
    package let taxNumber: String
    /// Status of tax exemption (PTKP) such as `K/1`; empty where the register has none.
    package let taxStatus: String

    package init(
        nip: NIP, name: String, unit: String, position: String, golongan: String, kelas: String,
        employment: String, taxNumber: String, taxStatus: String
    ) {
        self.nip = nip
        self.name = name
        self.unit = unit
        self.position = position
        self.golongan = golongan
        self.kelas = kelas
        self.employment = employment
        self.taxNumber = taxNumber
        self.taxStatus = taxStatus
    }
}

/// Everything that one payment of a scheme says: the rows to pay, who is held, what stays owed.
package struct PaymentFile: Hashable, Sendable {
    /// A month of a person for which nothing is paid and nothing taken back.
    package struct Held: Hashable, Sendable {
        package let nip: NIP
        package let month: Month
        package let gaps: [Entitlement.Gap]

        package init(nip: NIP, month: Month, gaps: [Entitlement.Gap]) {
            self.nip = nip
            self.month = month
            self.gaps = gaps
        }
    }

    /// Money that a person was paid too much and that this file does not take back yet.
    package struct Debt: Hashable, Sendable {
        package let nip: NIP
        package let month: Month
        /// Above 0.
        package let open: Rupiah

        package init(nip: NIP, month: Month, open: Rupiah) {
            self.nip = nip
            self.month = month
            self.open = open
        }
    }

    /// A person who is entitled to nothing for the file's month: computed, no gap.
    package struct Zero: Hashable, Sendable {
        package let nip: NIP
        package let month: Month
        /// Why, as the run says it.
        package let reason: String

        package init(nip: NIP, month: Month, reason: String) {
            self.nip = nip
            self.month = month
            self.reason = reason
        }
    }

    /// Name of the pay scheme.
    package let scheme: String
    package let title: String
    /// The month that the file pays regularly.
    package let month: Month
    /// 1 for the month's first file, 2 for the next.
    package let number: Int
    package let lines: [PayLine]
    /// Ascending by NIP, then month, then kind; a person may have several months, never one month twice.
    package let payments: [Payment]
    /// By NIP, ascending.
    package let payees: [Payee]
    package let held: [Held]
    package let debts: [Debt]
    package let zeros: [Zero]
    /// Runs that the amounts were computed from: month and run id, ascending by month.
    package let runs: [RunOfMonth]

    package struct RunOfMonth: Hashable, Sendable {
        package let month: Month
        package let run: String
        /// SHA-256 of the run's manifest.
        package let manifest: String

        package init(month: Month, run: String, manifest: String) {
            self.month = month
            self.run = run
            self.manifest = manifest
        }
    }

    package init(
        scheme: String, title: String, month: Month, number: Int, lines: [PayLine],
        payments: [Payment], payees: [Payee], held: [Held], debts: [Debt], zeros: [Zero] = [],
        runs: [RunOfMonth]
    ) {
        self.scheme = scheme
        self.title = title
        self.month = month
        self.number = number
        self.lines = lines
        self.payments = payments
        self.payees = payees
        self.held = held
        self.debts = debts
        self.zeros = zeros
        self.runs = runs
    }

    package var id: PaymentID { PaymentID(scheme: scheme, month: month, number: number) }

    /// Sum of the gross lines of a row.
    package func gross(of payment: Payment) -> Rupiah { sum(.gross, payment) }
    /// Sum of the deduction lines of a row.
    package func deductions(of payment: Payment) -> Rupiah { sum(.deduction, payment) }
    /// What reaches the person: gross less deductions.
    package func net(of payment: Payment) -> Rupiah {
        gross(of: payment) - deductions(of: payment)
    }

    private func sum(_ kind: PayLine.Kind, _ payment: Payment) -> Rupiah {
        zip(lines, payment.amounts).reduce(Rupiah.zero) { total, pair in
            pair.0.kind == kind ? total + pair.1 : total
        }
    }
}
