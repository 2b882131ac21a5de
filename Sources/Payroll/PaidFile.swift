package import CivilService

/// A released file as the book has it: what it paid, and what came back.
package struct PaidFile: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let nip: NIP
        package let month: Month
        /// In the order of the file's own lines.
        package let amounts: [Rupiah]
        /// The run that it was computed from.
        package let run: String
        /// The money did not reach the person: the row counts as not paid.
        package let isReturned: Bool

        package init(nip: NIP, month: Month, amounts: [Rupiah], run: String, isReturned: Bool) {
            self.nip = nip
            self.month = month
            self.amounts = amounts
            self.run = run
            self.isReturned = isReturned
        }
    }

    package let id: PaymentID
    package let lines: [PayLine]
    package let rows: [Row]

    package init(id: PaymentID, lines: [PayLine], rows: [Row]) {
        self.id = id
        self.lines = lines
        self.rows = rows
    }
}
