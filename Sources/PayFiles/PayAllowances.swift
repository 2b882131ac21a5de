/// What a payment rests on by an explicit word of whoever prepared it, as people should read it.
package struct PayAllowances: Sendable {
    /// Values of law that nobody has confirmed.
    package let unconfirmed: [String]
    /// Runs that lack something that was declared as expected.
    package let partialRuns: [String]
    /// What whoever signs should know besides: months and units that the figures do not reach.
    package let remarks: [String]

    package init(
        unconfirmed: [String] = [], partialRuns: [String] = [], remarks: [String] = []
    ) {
        self.unconfirmed = unconfirmed
        self.partialRuns = partialRuns
        self.remarks = remarks
    }
}
