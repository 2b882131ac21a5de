package import Diagnostics

/// One line of a guessed definition: a key, its value, how sure, and why.
package struct Setting: Sendable {
    /// Of the definition; nil for what the definition has no key for, which is only said.
    package let key: String?
    /// As YAML writes it.
    package let value: String
    /// Percent, 0...100.
    package let confidence: Int
    package let evidence: Wording

    init(_ key: String?, _ value: String, _ confidence: Int, _ evidence: Wording) {
        self.key = key
        self.value = value
        self.confidence = max(0, min(100, confidence))
        self.evidence = evidence
    }

    /// Evidence for an encoding that says nothing about it.
    static let onlyASCII = Wording("hanya ASCII", "ASCII only")
}
