/// Columns of a batch in which each row is one cell of a record, below a heading that says the rest.
package struct PivotColumns: Sendable, Hashable {
    /// The column of the cell.
    package let answer: Int
    /// Columns that the heading gives; their place is that of the cell.
    package let ofHeading: [Int]

    package init(answer: Int, ofHeading: [Int]) {
        self.answer = answer
        self.ofHeading = ofHeading
    }

    /// The column whose cell in the file stands for a column, or for the whole row.
    package func placed(_ column: Int?) -> Int {
        guard let column, !ofHeading.contains(column) else { return answer }
        return column
    }
}
