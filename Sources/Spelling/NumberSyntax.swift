/// How a source writes its numbers, and the reading of one into a scaled integer.
///
/// The decimal mark is stated and never guessed: `1.250` is 1250 in one export and 1.25 in another.
package struct NumberSyntax: Sendable, Hashable {
    /// ASCII `.` or `,`; the other of the two is the thousands mark of a lenient syntax.
    package var decimalMark: UInt8
    /// Whether blanks around, `+`, `Rp`, `,-`, `%` and thousands in groups of three are taken too.
    ///
    /// A percent sign changes nothing in the value: `92,5%` is 92.5.
    package var lenient: Bool
    /// Digits allowed before the mark, 1...15; zeros in front count.
    package var maximumDigits: Int
    /// Digits allowed after the mark, 0...6; also the scale of the result.
    package var maximumPlaces: Int
    /// Whether more places than allowed are rounded to those, half up in magnitude, in place of a defect.
    package var rounds = false

    /// - Precondition: the mark is `.` or `,` and the limits are in their ranges.
    package init(decimalMark: UInt8, lenient: Bool, maximumDigits: Int, maximumPlaces: Int) {
        precondition(decimalMark == UInt8(ascii: ".") || decimalMark == UInt8(ascii: ","))
        precondition((1...15).contains(maximumDigits) && (0...6).contains(maximumPlaces))
        self.decimalMark = decimalMark
        self.lenient = lenient
        self.maximumDigits = maximumDigits
        self.maximumPlaces = maximumPlaces
    }

    /// Reads one number.
    ///
    /// - Returns: The value times ten to the power ``maximumPlaces``.
    /// - Throws: ``Defect``; a text that is no number at all is `notANumber` whatever its length.
    ///   With limits that 64 bits cannot hold together, more than 18 digits in all are
    ///   `tooManyDigits`.
    @inlinable
    package func parse(_ text: Span<UInt8>) throws(Defect) -> Int64 {
        if lenient { return try parseLenient(text) }
        let start = !text.isEmpty && text[0] == UInt8(ascii: "-") ? 1 : 0
        return try parsePlain(text, start..<text.count, isNegative: start == 1)
    }

    /// Reads `digits(mark digits)?` in `range`.
    @inlinable
    func parsePlain(
        _ text: Span<UInt8>, _ range: Range<Int>, isNegative: Bool
    ) throws(Defect) -> Int64 {
        var position = range.lowerBound
        // Wraps only beyond the limits, which are checked before the value is used.
        var value: Int64 = 0
        while position < range.upperBound {
            let digit = text[position] &- UInt8(ascii: "0")
            guard digit <= 9 else { break }
            value = value &* 10 &+ Int64(digit)
            position &+= 1
        }
        let digits = position - range.lowerBound
        var places = 0
        if position < range.upperBound {
            guard text[position] == decimalMark else { throw .notANumber }
            position &+= 1
            let mark = position
            while position < range.upperBound {
                let digit = text[position] &- UInt8(ascii: "0")
                guard digit <= 9 else { throw .notANumber }
                value = value &* 10 &+ Int64(digit)
                position &+= 1
            }
            places = position - mark
            guard places > 0 else { throw .notANumber }
        }
        guard digits > 0 else { throw .notANumber }
        guard digits <= maximumDigits else { throw .tooManyDigits }
        guard places <= maximumPlaces else {
            return try rounded(text, range, places: places, isNegative: isNegative)
        }
        return try scaled(value, digits: digits, places: places, isNegative: isNegative)
    }

    /// Reads a number in `range` with more places than allowed, where the syntax rounds.
    @usableFromInline
    func rounded(
        _ text: Span<UInt8>, _ range: Range<Int>, places: Int, isNegative: Bool
    ) throws(Defect) -> Int64 {
        guard rounds else { throw .tooManyPlaces }
        let firstDropped = range.upperBound - (places - maximumPlaces)
        // Without places the mark goes too.
        let end = maximumPlaces == 0 ? firstDropped - 1 : firstDropped
        let kept = try parsePlain(text, range.lowerBound..<end, isNegative: false)
        let value = kept + (text[firstDropped] >= UInt8(ascii: "5") ? 1 : 0)
        return isNegative ? -value : value
    }

    /// Brings a value with `places` decimals to the scale of the result.
    @inlinable
    func scaled(
        _ value: Int64, digits: Int, places: Int, isNegative: Bool
    ) throws(Defect) -> Int64 {
        // Up to 18 digits always fit; only with wider limits the scaling must be checked.
        if digits + maximumPlaces > 18 {
            guard digits + places <= 18 else { throw .tooManyDigits }
            var result = value
            for _ in places..<maximumPlaces {
                let (product, overflow) = result.multipliedReportingOverflow(by: 10)
                if overflow { throw .tooManyDigits }
                result = product
            }
            return isNegative ? -result : result
        }
        var result = value
        for _ in places..<maximumPlaces { result = result &* 10 }
        return isNegative ? -result : result
    }

    /// Takes off what a lenient syntax allows around the digits, then reads them.
    @usableFromInline
    func parseLenient(_ text: Span<UInt8>) throws(Defect) -> Int64 {
        var range = Blank.trimming(text, 0..<text.count)
        var sign: UInt8?
        takeSign(text, &range, &sign)
        if takeCurrency(text, &range) { takeSign(text, &range, &sign) }
        if let last = range.last, text[last] == UInt8(ascii: "%") {
            range = Blank.trimming(text, range.lowerBound..<last)
        } else if range.count > 2, text[range.upperBound - 1] == UInt8(ascii: "-"),
            text[range.upperBound - 2] == decimalMark
        {
            range = range.lowerBound..<range.upperBound - 2
        }
        let isNegative = sign == UInt8(ascii: "-")
        let thousandsMark = UInt8(ascii: ".") + UInt8(ascii: ",") - decimalMark
        if range.contains(where: { text[$0] == thousandsMark }) {
            return try parseGrouped(text, range, thousandsMark, isNegative: isNegative)
        }
        return try parsePlain(text, range, isNegative: isNegative)
    }

    /// Reads thousands in groups of three, then what follows the decimal mark.
    private func parseGrouped(
        _ text: Span<UInt8>, _ range: Range<Int>, _ thousandsMark: UInt8, isNegative: Bool
    ) throws(Defect) -> Int64 {
        let whole = range.prefix { text[$0] != decimalMark }
        var (value, digits, group, groups): (Int64, Int, Int, Int) = (0, 0, 0, 0)
        for position in whole {
            let byte = text[position]
            if byte == thousandsMark {
                guard groups == 0 ? (1...3).contains(group) : group == 3 else {
                    throw .notANumber
                }
                (group, groups) = (0, groups + 1)
                continue
            }
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { throw .notANumber }
            value = value &* 10 &+ Int64(digit)
            (digits, group) = (digits + 1, group + 1)
        }
        // A mark after the decimal mark is no group, and `0.500` was meant as a decimal.
        guard groups > 0, group == 3, text[range.lowerBound] != UInt8(ascii: "0") else {
            throw .notANumber
        }
        var places = 0
        if whole.upperBound < range.upperBound {
            for position in whole.upperBound + 1..<range.upperBound {
                let digit = text[position] &- UInt8(ascii: "0")
                guard digit <= 9 else { throw .notANumber }
                value = value &* 10 &+ Int64(digit)
                places += 1
            }
            guard places > 0 else { throw .notANumber }
        }
        guard digits <= maximumDigits else { throw .tooManyDigits }
        guard places <= maximumPlaces else { throw .tooManyPlaces }
        return try scaled(value, digits: digits, places: places, isNegative: isNegative)
    }

    /// Takes one sign and the blanks after it; a second sign stays and makes the text no number.
    private func takeSign(_ text: Span<UInt8>, _ range: inout Range<Int>, _ sign: inout UInt8?) {
        guard sign == nil, let first = range.first,
            text[first] == UInt8(ascii: "-") || text[first] == UInt8(ascii: "+")
        else { return }
        sign = text[first]
        range = Blank.trimming(text, first + 1..<range.upperBound)
    }

    /// Takes `Rp` or `Rp.` in either case and the blanks after it.
    private func takeCurrency(_ text: Span<UInt8>, _ range: inout Range<Int>) -> Bool {
        let start = range.lowerBound
        guard range.count > 2, text[start] | 0x20 == UInt8(ascii: "r"),
            text[start + 1] | 0x20 == UInt8(ascii: "p")
        else { return false }
        let hasPoint = text[start + 2] == UInt8(ascii: ".")
        range = Blank.trimming(text, start + (hasPoint ? 3 : 2)..<range.upperBound)
        return true
    }

    /// Why a text is not a number of this syntax.
    package enum Defect: Error, Hashable, Sendable {
        case notANumber
        case tooManyDigits
        case tooManyPlaces
    }
}

extension NumberSyntax.Defect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notANumber: "not a number"
        case .tooManyDigits: "too many digits before the decimal mark"
        case .tooManyPlaces: "too many digits after the decimal mark"
        }
    }
}
