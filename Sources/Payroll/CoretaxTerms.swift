/// What a scheme declares for the monthly tax report (`MmPayrollBulk`) that the Coretax portal takes over.
package struct CoretaxTerms: Hashable, Sendable {
    /// Tax number of the withholding office, 16 digits.
    package let tin: String
    /// Number of the office's place of business (NITKU), 22 digits.
    package let place: String
    /// Code of the kind of income: `21-100-01`.
    package let object: String
    /// Id of the line that holds the tax.
    package let line: String

    package init(tin: String, place: String, object: String, line: String) {
        self.tin = tin
        self.place = place
        self.object = object
        self.line = line
    }
}
