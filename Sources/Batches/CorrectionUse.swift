/// A correction that met the fact it is about.
package struct CorrectionUse: Sendable, Hashable {
    /// Place among the corrections of the source.
    package let correction: Int
    /// Row of the batch.
    package let row: Int32
    /// False when the export states another old value than the correction; the fact then stays as it is.
    package let isApplied: Bool

    package init(correction: Int, row: Int32, isApplied: Bool) {
        self.correction = correction
        self.row = row
        self.isApplied = isApplied
    }
}
