/// One property of a file that was guessed or declared: what, how sure, and why.
package struct Guess<Value: Sendable & Equatable>: Sendable, Equatable {
    package var value: Value
    /// Percent, 0...100; 100 where it was declared or the file itself says so.
    package var confidence: Int
    /// In words, without a byte of any record.
    package var evidence: String

    package init(_ value: Value, confidence: Int, _ evidence: String) {
        self.value = value
        self.confidence = max(0, min(100, confidence))
        self.evidence = evidence
    }

    /// What somebody said and nobody looked for.
    static func declared(_ value: Value) -> Guess {
        Guess(value, confidence: 100, "declared")
    }
}
