/// Why no files can be made of a payment: its lines contradict the form of the files.
package enum PayFileFault: Error, Hashable, Sendable {
    /// A line has the name of another column of the rows, or two lines share one.
    case ambiguousLine(String)
    /// The tax report is to state a line that the payment does not have as a deduction.
    case noTaxLine(String)
    /// A file does not fit its format or memory.
    case tooLarge(String)
}

extension PayFileFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .ambiguousLine(let line): "the line '\(line)' has the name of another column"
        case .noTaxLine(let line): "the tax line '\(line)' is no deduction of the scheme"
        case .tooLarge(let detail): "a file of the payment cannot be made: \(detail)"
        }
    }
}
