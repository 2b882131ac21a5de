internal import Arithmetic
internal import Evidence

extension [UInt8] {
    mutating func append(_ text: String) { append(contentsOf: text.utf8) }

    mutating func append(integer: some BinaryInteger) {
        FixedPoint.append(Int64(integer), decimals: 0, to: &self)
    }

    /// Appends a published figure, nothing where it is absent.
    mutating func append(figure: Int64?, decimals: Int) {
        guard let figure, figure != Results.absent else { return }
        FixedPoint.append(figure, decimals: decimals, to: &self)
    }

    /// Appends a flag in the words that definitions use.
    mutating func append(flag: Bool) { append(flag ? "ya" : "tidak") }
}

extension String {
    /// The order of bytes, which no locale and no Unicode version changes.
    func precedesByBytes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
