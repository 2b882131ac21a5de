package import Arithmetic

extension Rational {
    /// Six decimals for people; the exact text where it is shorter.
    package var traceText: String {
        let exact = exactText
        return exact.count <= 12 && !exact.contains("/")
            ? exact : "≈" + decimalText(decimals: 6, .halfUp)
    }
}
