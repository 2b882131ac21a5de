/// A form in which a source writes days; the raw values are the words of the definition.
package enum DateForm: String, Sendable, CaseIterable {
    /// `2025-02-03`.
    case iso
    /// `03-02-2025`, `03/02/2025` or `03.02.2025`; day and month also with one digit.
    case dayFirst = "dd-mm-yyyy"
    /// `3 Februari 2025`, with the usual short names too, in any case.
    case words
    /// `2025-02-03 09:15:00` or with `T`; the time is checked and not kept.
    case isoTime = "iso-time"
}
