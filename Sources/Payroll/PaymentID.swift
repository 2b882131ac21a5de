package import CivilService

/// Which payment file: `tpp-ambon/2025-03/1`.
package struct PaymentID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Name of the pay scheme.
    package let scheme: String
    /// The month that the file pays regularly.
    package let month: Month
    /// 1 for the month's first file; a number is never given twice, not even after a withdrawal.
    package let number: Int

    package init(scheme: String, month: Month, number: Int) {
        self.scheme = scheme
        self.month = month
        self.number = number
    }

    /// Reads `scheme/month/number`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, let month = Month(iso: String(parts[1])),
            let number = Int(parts[2]), number >= 1, "\(number)" == parts[2]
        else { return nil }
        self.init(scheme: String(parts[0]), month: month, number: number)
    }

    package static func < (a: PaymentID, b: PaymentID) -> Bool {
        (a.scheme, a.month, a.number) < (b.scheme, b.month, b.number)
    }

    package var description: String { "\(scheme)/\(month)/\(number)" }
}
