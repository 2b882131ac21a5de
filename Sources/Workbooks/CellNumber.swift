/// A number as a workbook stores it, taken apart without ever being rounded to binary.
///
/// Spreadsheets keep and show 15 significant digits and write up to 17, of which the last two are an
/// accident of the binary form: 85.3 is stored as `85.299999999999997`.
struct CellNumber: Equatable {
    /// Significant digits that a spreadsheet keeps of what somebody typed.
    static let precision = 15
    /// Decimal places beyond which a number is written with an exponent, which no column takes.
    private static let longest = 30

    let isNegative: Bool
    /// Decimal digits without zeros at either end; none for 0.
    private(set) var digits: [UInt8]
    /// Power of ten of the digit behind the last.
    private(set) var exponent: Int

    /// Reads `-?digits(.digits)?(E[+-]?digits)?`, at most 400 characters; `nil` for anything else.
    init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        guard rest.count <= 400 else { return nil }
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        func takeDigits() -> ArraySlice<UInt8> {
            let taken = rest.prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(taken.count)
            return taken
        }
        var digits = Array(takeDigits())
        var exponent = 0
        guard !digits.isEmpty else { return nil }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let places = takeDigits()
            guard !places.isEmpty else { return nil }
            digits += places
            exponent = -places.count
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            let isDown = rest.first == UInt8(ascii: "-")
            if isDown || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            let power = takeDigits()
            guard (1...3).contains(power.count) else { return nil }
            let value = power.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            exponent += isDown ? -value : value
        }
        guard rest.isEmpty else { return nil }
        self.digits = Array(digits.drop { $0 == 0x30 })
        self.exponent = exponent
        dropZeros()
    }

    /// Digits before the decimal mark, 0 for a number below 1.
    var wholeDigits: Int { max(0, digits.count + exponent) }

    /// Whether it stands for more whole digits than spreadsheets keep, so that the last are made up.
    var hasLostDigits: Bool { wholeDigits > Self.precision }

    /// The days and the share of a day of a date, in seconds; `nil` below 0 or beyond 7 digits.
    var serial: (day: Int, second: Int)? {
        guard !isNegative || digits.isEmpty, wholeDigits <= 7 else { return nil }
        var day = 0
        var share = 0
        for power in (0..<wholeDigits).reversed() { day = day * 10 + digit(power) }
        // Twelve places of a day are less than a millionth of a second.
        for power in (-12..<0).reversed() { share = share * 10 + digit(power) }
        let second = (share * 86_400 + 500_000_000_000) / 1_000_000_000_000
        return second == 86_400 ? (day + 1, 0) : (day, second)
    }

    /// The digit that counts a power of ten.
    private func digit(_ power: Int) -> Int {
        let place = digits.count - 1 - (power - exponent)
        return digits.indices.contains(place) ? Int(digits[place] - 0x30) : 0
    }

    /// A hundred times as much, as a percentage is shown.
    var inPercent: CellNumber {
        var number = self
        if !digits.isEmpty { number.exponent += 2 }
        return number
    }

    /// The number with at most ``precision`` significant digits, half up.
    var withinPrecision: CellNumber {
        guard digits.count > Self.precision else { return self }
        var number = self
        let isUp = digits[Self.precision] >= 0x35
        number.digits = Array(digits.prefix(Self.precision))
        number.exponent += digits.count - Self.precision
        if isUp {
            var place = Self.precision - 1
            while place >= 0, number.digits[place] == 0x39 {
                number.digits[place] = 0x30
                place -= 1
            }
            if place >= 0 {
                number.digits[place] += 1
            } else {
                number.digits.insert(0x31, at: 0)
            }
        }
        number.dropZeros()
        return number
    }

    /// Digits with a point where there are decimals; with an exponent where digits were lost or the
    /// number is next to nothing.
    var text: String {
        let sign = isNegative && !digits.isEmpty ? "-" : ""
        let all = String(decoding: digits, as: UTF8.self)
        if digits.isEmpty { return "0" }
        if hasLostDigits || -exponent > Self.longest { return sign + scientific }
        if exponent >= 0 { return sign + all + String(repeating: "0", count: exponent) }
        let places = -exponent
        if places >= digits.count {
            return sign + "0." + String(repeating: "0", count: places - digits.count) + all
        }
        return sign + all.prefix(digits.count - places) + "." + all.suffix(places)
    }

    private var scientific: String {
        let head = String(decoding: digits.prefix(1), as: UTF8.self)
        let tail = digits.dropFirst().prefix(Self.precision - 1)
        let power = digits.count + exponent - 1
        return head + (tail.isEmpty ? "" : "." + String(decoding: tail, as: UTF8.self))
            + (power < 0 ? "E-" : "E+") + "\(abs(power))"
    }

    private mutating func dropZeros() {
        let zeros = digits.reversed().prefix { $0 == 0x30 }.count
        digits.removeLast(zeros)
        exponent = digits.isEmpty ? 0 : exponent + zeros
    }
}
