/// How much a sheet may hold before the file is refused.
package struct SheetLimits: Sendable {
    /// Number of the last row; spreadsheets end there too.
    package var rows: Int
    /// Number of the last column.
    package var columns: Int
    /// Cells that are not empty.
    package var cells: Int
    /// Bytes of text of all cells, and of all shared strings.
    package var textBytes: Int
    /// Bytes of text of one cell; spreadsheets end at 32,767 characters.
    package var cellBytes: Int

    package init(
        rows: Int = 1_048_576, columns: Int = 16_384, cells: Int = 20_000_000,
        textBytes: Int = 1 << 30, cellBytes: Int = 1 << 18
    ) {
        precondition(textBytes < 1 << 31)
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.textBytes = textBytes
        self.cellBytes = cellBytes
    }
}
