/// A rejected row as the outputs name it.
package struct RejectedRow: Sendable, Hashable {
    /// The run's number of the file.
    package let file: Int32
    /// 1-based physical line.
    package let line: UInt32
    /// 1-based character of the faulty cell; 0 for the whole row.
    package let column: UInt32
    /// Index of the fault in the plan of the file's source.
    package let fault: Int32
    /// What was found: the cell, the whole line, or the first cell of a duplicate.
    package let found: String
    package let isConsequent: Bool

    package init(
        file: Int32, line: UInt32, column: UInt32, fault: Int32, found: String,
        isConsequent: Bool
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
        self.found = found
        self.isConsequent = isConsequent
    }
}
