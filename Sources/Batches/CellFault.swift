/// A cell whose text stands for no value: an error of a spreadsheet, or a number that lost its digits.
package struct CellFault: Sendable, Hashable {
    /// Row of the batch.
    package let row: Int32
    /// Column of the plan.
    package let column: Int32

    package init(row: Int32, column: Int32) {
        self.row = row
        self.column = column
    }
}
