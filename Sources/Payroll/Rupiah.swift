/// Whole rupiah, exact; negative where money is taken back.
package struct Rupiah: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let amount: Int64

    package init(_ amount: Int64) { self.amount = amount }

    package static let zero = Rupiah(0)

    /// - Precondition: The sum fits 64 bits: nine quintillion rupiah are more than all money.
    package static func + (a: Rupiah, b: Rupiah) -> Rupiah { Rupiah(a.amount + b.amount) }
    package static func - (a: Rupiah, b: Rupiah) -> Rupiah { Rupiah(a.amount - b.amount) }
    package static func += (a: inout Rupiah, b: Rupiah) { a = a + b }
    package static prefix func - (a: Rupiah) -> Rupiah { Rupiah(-a.amount) }
    package static func < (a: Rupiah, b: Rupiah) -> Bool { a.amount < b.amount }

    /// Digits alone, for machines: `4551136`.
    package var description: String { "\(amount)" }
}
