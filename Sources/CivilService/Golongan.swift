/// A pay grade (*golongan*): with ruang for PNS, `III/d`, and without for PPPK, `IX`.
package struct Golongan: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// PNS 1...17 from I/a to IV/e; PPPK 101...117 from I to XVII.
    package let code: Int

    /// Makes the golongan with this code; nil for a code that no golongan has.
    package init?(code: Int) {
        guard (1...17).contains(code) || (101...117).contains(code) else { return nil }
        self.code = code
    }

    /// Makes a golongan of PNS; nil for a ruang that the golongan does not have.
    ///
    /// - Parameters:
    ///   - level: 1...4 for I to IV.
    ///   - ruang: 1...4 for a to d, and 5 for e, which IV alone has.
    package init?(level: Int, ruang: Int) {
        guard (1...4).contains(level), (1...(level == 4 ? 5 : 4)).contains(ruang) else {
            return nil
        }
        code = (level - 1) * 4 + ruang
    }

    /// Makes a golongan of PPPK; nil outside 1...17.
    package init?(pppk level: Int) {
        guard (1...17).contains(level) else { return nil }
        code = 100 + level
    }

    package static let allPNS = (1...17).compactMap { Golongan(code: $0) }
    package static let allPPPK = (101...117).compactMap { Golongan(code: $0) }

    package var isPPPK: Bool { code > 100 }

    /// By code: the PNS from below to above, then the PPPK, whose scale is another one.
    package static func < (a: Golongan, b: Golongan) -> Bool { a.code < b.code }

    package var description: String {
        if isPPPK { return RomanNumeral.text(code - 100) }
        // IV/e is the seventeenth; the four ruang of the others would make it V/a.
        let level = min((code - 1) / 4, 3)
        return "\(RomanNumeral.text(level + 1))/\(["a", "b", "c", "d", "e"][code - 1 - level * 4])"
    }
}
