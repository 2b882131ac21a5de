package import Batches

/// The smallest exact state of a method whose rows only add up; it never sees a row as an object.
package protocol SumFold: Sendable {
    /// Bytes of state for each person.
    var bytesPerPerson: Int { get }

    /// Adds the rows of a batch that are used, in their order.
    mutating func fold(_ batch: CheckedBatch, used: [Int32])
}
