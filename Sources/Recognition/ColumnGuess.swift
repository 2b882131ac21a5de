package import Diagnostics

/// Which column of an export is which column of a kind.
package struct ColumnGuess: Sendable {
    package enum Origin: Sendable, Hashable {
        case heading(String)
        case number(Int)
        case capture(String)
        case constant(String)
    }

    package let name: String
    package let origin: Origin
    package let confidence: Int
    package let evidence: Wording
}
