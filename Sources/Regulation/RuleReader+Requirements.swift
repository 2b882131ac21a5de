internal import Diagnostics

/// What a formula needs of its parameters beyond their shape.
extension RuleReader {
    /// Reports the rows and columns that a formula needs and `matrix` does not have.
    ///
    /// A single cell that is missing has been reported by ``matrix(_:)``.
    package func require(_ rows: [String], by columns: [String], in matrix: RuleMatrix) {
        guard let firstRow = matrix.rows.first, let firstColumn = matrix.columns.first else {
            return
        }
        for row in rows where matrix[row, firstColumn] == nil {
            missing("the matrix '\(matrix.use.name)' has no row '\(row)'", matrix)
        }
        for column in columns where matrix[firstRow, column] == nil {
            missing("the matrix '\(matrix.use.name)' has no column '\(column)'", matrix)
        }
    }

    /// Reports that the parameter `name`, which was read, lacks something that a formula needs.
    package func reportMissingRow(_ name: String, _ message: String) {
        book.report(
            Diagnostic(.parameterRowMissing, at: place, "the parameter '\(name)' \(message)"))
    }

    /// Reports that the parameter `name`, which was read, says what cannot be.
    package func reportMalformed(_ name: String, _ message: String) {
        book.report(
            Diagnostic(.parameterMalformed, at: place, "the parameter '\(name)' \(message)"))
    }

    private func missing(_ message: String, _ matrix: RuleMatrix) {
        book.report(Diagnostic(.parameterRowMissing, at: matrix.place, message))
    }
}
