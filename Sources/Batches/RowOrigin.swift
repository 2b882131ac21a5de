/// Where in its batch a row comes from, and what is wrong with it.
package struct RowOrigin: Sendable, Hashable {
    /// Line of the row's first byte, 0-based within the batch; the file's line is a prefix sum over
    /// batches.
    package var line: UInt32

    /// Physical lines spanned, at least 1.
    package var lineCount: UInt32

    /// First byte in the batch.
    package var start: UInt32

    /// Byte behind the last, line end excluded; of a line that is too long only the first bytes are
    /// kept.
    package var end: UInt32

    /// Cells found; 0 where a fault kept them from being counted.
    package var cells: UInt32

    package var fault: RecordFault

    package init(
        line: UInt32, lineCount: UInt32 = 1, start: UInt32, end: UInt32, cells: UInt32 = 0,
        fault: RecordFault = .none
    ) {
        self.line = line
        self.lineCount = lineCount
        self.start = start
        self.end = end
        self.cells = cells
        self.fault = fault
    }
}
