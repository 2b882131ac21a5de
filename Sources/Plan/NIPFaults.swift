/// What can be wrong with a cell that should hold a NIP and has a remedy of its own, as faults of the source.
package struct NIPFaults: Sendable {
    /// An old number that no register row states.
    package let unknownOld: Int32
    /// An old number that two people state.
    package let ambiguousOld: Int32
    /// A number of which a spreadsheet has kept fifteen digits.
    package let lostDigits: Int32

    /// The fault of a text that no NIP could be read from; `nil` for the column's own.
    ///
    /// `old`: The register's old numbers, where it states any.
    package func fault(of text: Span<UInt8>, _ old: OldNIPTable?) -> Int32? {
        if Self.isNumber(text) { return lostDigits }
        guard let old, let number = OldNIPTable.number(of: text) else { return nil }
        switch old.entry(number) {
        case .unknown: return unknownOld
        case .ambiguous: return ambiguousOld
        case .nip: return nil
        }
    }

    /// Whether a spreadsheet wrote it as a number: `1.98203E+17`, `1,98203E+17`, `198203152006041901.0`.
    private static func isNumber(_ text: Span<UInt8>) -> Bool {
        var position = 0
        func digits() -> Int {
            let start = position
            while position < text.count, text[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
            return position - start
        }
        func passes(_ bytes: UInt8...) -> Bool {
            guard position < text.count, bytes.contains(text[position]) else { return false }
            position += 1
            return true
        }
        let whole = digits()
        guard whole > 0 else { return false }
        let zeros = position
        let places = passes(UInt8(ascii: "."), UInt8(ascii: ",")) ? digits() : 0
        if passes(UInt8(ascii: "E"), UInt8(ascii: "e")) {
            _ = passes(UInt8(ascii: "+"))
            return digits() > 0 && position == text.count
        }
        guard whole >= 15, places > 0, position == text.count else { return false }
        for place in zeros + 1..<text.count where text[place] != UInt8(ascii: "0") { return false }
        return true
    }
}
