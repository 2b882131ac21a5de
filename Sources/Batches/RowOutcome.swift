/// What became of a row; every row read has exactly one (design, promise 1).
package enum RowOutcome: UInt8, Sendable, CaseIterable {
    case used
    case rejected
    /// Its person is left out by rule.
    case excluded
    /// Its file was replaced by a higher version.
    case superseded
    /// Set aside: an acting post.
    case acting
    /// Set aside: a fact of another period.
    case otherPeriod
    /// Set aside: a repeated identical file.
    case repeated
    /// Set aside: a reference version not in force at the period's end.
    case notInForce
    /// Set aside: an empty cell of a pivot, where somebody was not rated.
    case unanswered
}
