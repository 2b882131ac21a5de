/// Canonical records: one spelling per fact, every row with its final outcome but for duplicates.
package struct EvidenceBatch: Sendable {
    package var checked: CheckedBatch

    package init(checked: CheckedBatch) {
        self.checked = checked
    }
}
