/// Why no files can be made of a payment: its lines contradict the form of the files.
package enum PayFileFault: Error, Hashable, Sendable {
    /// A line has the name of another column of the rows, or two lines share one.
    case ambiguousLine(String)
    /// The tax report is to state a line that the payment does not have as a deduction.
    case noTaxLine(String)
}
