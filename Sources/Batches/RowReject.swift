/// A row left out because of its first fault.
package struct RowReject: Sendable, Hashable {
    /// Row of the batch.
    package let row: Int32
    /// Index in the plan's faults.
    package let fault: Int32
    /// Follows from another reject: the person's own register row.
    package let isConsequent: Bool

    package init(row: Int32, fault: Int32, isConsequent: Bool = false) {
        self.row = row
        self.fault = fault
        self.isConsequent = isConsequent
    }
}
