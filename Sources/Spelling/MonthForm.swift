/// A form in which a source writes months; the raw values are the words of the definition.
package enum MonthForm: String, Sendable, CaseIterable {
    /// `2025-03`.
    case iso
    /// `202503`.
    case compact = "yyyymm"
    /// `03-2025` or `03/2025`; the month also with one digit.
    case monthFirst = "mm-yyyy"
    /// `Maret 2025` or `Mar 2025`, in any case.
    case words
}
