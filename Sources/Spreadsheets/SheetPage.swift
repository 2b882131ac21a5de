package import CivilService

/// What a sheet is besides its rows: name, widths, what stays in sight, how it is printed.
package struct SheetPage: Sendable {
    /// Name of the tab, at most 31 characters, none of `[]:*?/\`.
    package let name: String
    /// Title of the document.
    package let title: String
    /// The day that the document names as that of its making; no clock is asked.
    package let day: CalendarDate
    /// In characters, from the first column.
    package let widths: [Int]
    /// Rows from the top that stay in sight and are repeated on each printed page.
    package let headingRows: Int
    /// Columns from the left that stay in sight.
    package let frozenColumns: Int
    /// Text at the foot of each printed page, left; `&P` and `&N` are page and pages.
    package let footLeft: String
    package let footRight: String

    package init(
        name: String, title: String, day: CalendarDate, widths: [Int], headingRows: Int,
        frozenColumns: Int, footLeft: String, footRight: String
    ) {
        self.name = name
        self.title = title
        self.day = day
        self.widths = widths
        self.headingRows = headingRows
        self.frozenColumns = frozenColumns
        self.footLeft = footLeft
        self.footRight = footRight
    }
}
