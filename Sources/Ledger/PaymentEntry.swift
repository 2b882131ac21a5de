package import Payroll

/// A payment file as the book has it, without its rows.
package struct PaymentEntry: Hashable, Sendable {
    /// What somebody did to a file.
    package struct Step: Hashable, Sendable {
        package enum Action: String, Sendable {
            case prepared
            case approved
            /// An approval that fell, since the files are not those that were approved.
            case voided
            case released
            case reconciled
            case withdrawn
        }

        package let action: Action
        /// Login of the person.
        package let person: String
        /// UTC, ISO 8601; for people only, nothing is ordered by it.
        package let time: String
        /// SHA-256 of the manifest that the step was about, or of the return file.
        package let hash: String
        package let note: String

        package init(
            _ action: Action, person: String, time: String, hash: String, note: String = ""
        ) {
            self.action = action
            self.person = person
            self.time = time
            self.hash = hash
            self.note = note
        }
    }

    package let id: PaymentID
    /// `nil` while its folder may not have its name yet.
    package let state: PaymentState?
    /// Relative to the output tree.
    package let folder: String
    /// SHA-256 of the folder's manifest, which names all other files.
    package let manifest: String
    /// What had been paid when it was computed: see ``Ledger/paymentBasis(_:)``.
    package let basis: Int64
    /// In the order taken.
    package let steps: [Step]

    /// Who prepared it.
    package var preparer: String { steps.first { $0.action == .prepared }?.person ?? "" }
    /// The approval in force.
    package var approval: Step? {
        guard let last = steps.lastIndex(where: { $0.action == .approved }) else { return nil }
        return steps[last...].contains { $0.action == .voided } ? nil : steps[last]
    }
}

/// What bank or treasury answered about a row.
package enum PaymentResult: String, Sendable {
    case paid
    case returned
}
