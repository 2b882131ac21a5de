package import Batches

/// The smallest exact state of a method whose rows only add up; it never sees a row as an object.
package protocol SumFold: Sendable {
    /// Adds the used rows of a batch.
    mutating func fold(_ batch: CheckedBatch)
}
