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
    /// `2025/02/03` or `2025.2.3`.
    case yearFirst = "yyyy/mm/dd"
    /// `20250203`.
    case compact = "yyyymmdd"
    /// `45691` or `45691.375`: the number by which a spreadsheet keeps a day; see ``ExcelSerial``.
    case excel

    /// The forms of a column for which a definition declares none: each text means one day or none in all of them.
    ///
    /// A bare number is not among them: it may be a day's serial, a year, or a value of the column beside.
    package static let unambiguous: [DateForm] = [.iso, .dayFirst, .words, .isoTime]
}
