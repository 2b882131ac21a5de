internal import Arithmetic

/// The ranked people of a published run, as far as two runs are compared by them.
struct ComparedPeople: Sendable {
    /// Decimals to which finals are kept here, whatever was printed: sums stay exact.
    static let decimals = 9

    struct Person: Sendable, Equatable {
        /// Published final times ten to the power ``ComparedPeople/decimals``; `nil` for a scheme without number.
        var final: Int64?
        var predikat = ""
        var unit = ""
        var scheme = ""
        var factor = ""
        /// As printed, in the order of ``ComparedPeople/components``.
        var components: [String] = []
    }

    var components: [String] = []
    /// Places that the run prints of a final.
    var printedDecimals = 0
    /// By NIP.
    var people: [UInt64: Person] = [:]

    /// Reads a printed final.
    ///
    /// - Returns: `nil` where it is no figure that a run prints.
    static func scaled(_ text: String) -> Int64? {
        guard let value = Rational(decimal: text) else { return nil }
        return Int64(exactly: value.rounded(decimals: decimals, .halfUp))
    }

    /// A scaled figure or sum of figures with as many places as asked for.
    static func text(_ scaled: Int128, places: Int) -> String {
        let divisor = Int128(FixedPoint.power(decimals - min(places, decimals)))
        let shown = scaled / divisor
        guard let small = Int64(exactly: shown) else { return "\(shown)" }
        return FixedPoint.text(small, decimals: min(places, decimals))
    }
}
