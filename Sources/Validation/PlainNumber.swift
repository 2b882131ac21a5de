internal import CivilService
internal import Spelling

/// Numbers as nearly all exports write them: digits, perhaps a decimal mark and digits, eight bytes at most.
///
/// It reads in one word what ``NumberSyntax`` reads byte by byte, and the same value; what is written
/// otherwise (signs, blanks, thousands, longer) it leaves to that.
struct PlainNumber {
    private let marks: UInt64
    private let mostDigits: Int
    private let mostPlaces: Int
    /// By number of places written: what brings the digits to the scale of the result.
    private let scales: (Int64, Int64, Int64, Int64, Int64, Int64, Int64)

    init(_ syntax: NumberSyntax) {
        marks = 0x0101_0101_0101_0101 &* UInt64(syntax.decimalMark)
        mostDigits = syntax.maximumDigits
        mostPlaces = syntax.maximumPlaces
        func scale(_ places: Int) -> Int64 {
            var scale: Int64 = 1
            for _ in 0..<max(0, syntax.maximumPlaces - places) { scale *= 10 }
            return scale
        }
        scales = (scale(0), scale(1), scale(2), scale(3), scale(4), scale(5), scale(6))
    }

    /// - Returns: The value times ten to the power of the syntax's places; nil for what is not plain.
    @inline(__always)
    func value(_ cells: Cells, _ place: Int, _ count: Int) -> Int64? {
        guard count >= 1, count <= 8 else { return nil }
        var word = cells.word(place)
        let other = word ^ marks
        var found = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
        found &= ~0 &>> UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        var digits = count
        var places = 0
        if found != 0 {
            // The digits before the mark move up beside those behind it.
            let bits = UInt64(truncatingIfNeeded: found.trailingZeroBitCount &- 7)
            let before = word & ((1 &<< bits) &- 1)
            word = before | ((word &>> 8) & ~((1 &<< bits) &- 1))
            digits = Int(truncatingIfNeeded: bits &>> 3)
            places = count &- 1 &- digits
            guard digits >= 1, places >= 1 else { return nil }
        }
        guard digits <= mostDigits, places <= mostPlaces else { return nil }
        let missing = UInt64(truncatingIfNeeded: (8 &- digits &- places) &* 8)
        word = (word &<< missing) | (0x3030_3030_3030_3030 & ((1 &<< missing) &- 1))
        guard let value = EightDigits.value(word) else { return nil }
        return Int64(truncatingIfNeeded: value) &* scale(places)
    }

    @inline(__always)
    private func scale(_ places: Int) -> Int64 {
        switch places {
        case 0: scales.0
        case 1: scales.1
        case 2: scales.2
        case 3: scales.3
        case 4: scales.4
        case 5: scales.5
        default: scales.6
        }
    }
}
