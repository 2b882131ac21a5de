/// How far a payment file has come; only what was released counts as paid.
package enum PaymentState: String, Sendable, CaseIterable {
    case prepared
    case approved
    case released
    /// Every transfer of a released file has an answer of bank or treasury.
    case reconciled
    /// Given up before its release; it pays nothing for ever.
    case withdrawn

    /// Whether the file stands in the way of another one of its scheme.
    package var isOpen: Bool { self == .prepared || self == .approved }
    package var isPaid: Bool { self == .released || self == .reconciled }
}
