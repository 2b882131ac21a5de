package import CivilService

/// Why no file can be made of entitlements and payments that contradict themselves.
package enum PaymentFault: Error, Hashable, Sendable {
    /// A run names a person twice for its month.
    case repeatedPerson(NIP, Month)
    /// A line changed from gross to deduction or the like under the same name.
    case lineChangedKind(String)
    /// Two runs stand for one month, or a run for a month after the file's.
    case unexpectedMonth(Month)
}
