/// What a line without a byte means in a source.
package enum BlankLines: String, Sendable, CaseIterable {
    /// It is counted and passed over.
    case skip
    /// It is a row, and faulted.
    case reject
}
