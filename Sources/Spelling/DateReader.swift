import CivilService

/// A place in a date's text that moves on with each part read.
struct DateReader {
    private var position: Int
    private let end: Int

    init(_ range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position == end }

    /// The next byte, whatever it is.
    mutating func byte(in text: Span<UInt8>) -> UInt8? {
        guard position < end else { return nil }
        position += 1
        return text[position - 1]
    }

    /// The number that a run of digits spells; nil when the run has another length than allowed.
    mutating func digits(_ lengths: ClosedRange<Int>, in text: Span<UInt8>) -> Int? {
        let start = position
        while position < end, text[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
        guard lengths.contains(position - start) else { return nil }
        return DigitRun.value(of: text, start..<position)
    }

    /// Passes blanks, hyphens, slashes, dots and commas; false when there is none.
    mutating func gap(in text: Span<UInt8>) -> Bool {
        let start = position
        while position < end {
            switch text[position] {
            case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","):
                position += 1
            default:
                let length = Blank.length(in: text, at: position, end: end)
                if length == 0 { return position > start }
                position += length
            }
        }
        return position > start
    }

    /// The month that a run of letters names.
    mutating func monthName(in text: Span<UInt8>, _ names: SpellingTable) -> Int? {
        let start = position
        while position < end, (text[position] | 0x20) &- UInt8(ascii: "a") < 26 { position += 1 }
        return names.code(of: text.extracting(start..<position)).map(Int.init)
    }

    /// Passes `09:15`, `09:15:00` or `09:15:00.123`, then nothing, `Z` or an offset such as
    /// `+07:00`.
    mutating func isTimeOfDay(in text: Span<UInt8>) -> Bool {
        guard let hour = digits(2...2, in: text), hour < 24,
            passes(UInt8(ascii: ":"), in: text),
            let minute = digits(2...2, in: text), minute < 60
        else { return false }
        if passes(UInt8(ascii: ":"), in: text) {
            // 60 is a leap second.
            guard let second = digits(2...2, in: text), second <= 60 else { return false }
            if passes(UInt8(ascii: "."), in: text), digits(1...9, in: text) == nil { return false }
        }
        if passes(UInt8(ascii: "Z"), in: text) { return true }
        guard passes(UInt8(ascii: "+"), in: text) || passes(UInt8(ascii: "-"), in: text) else {
            return true
        }
        guard let hours = digits(2...4, in: text) else { return false }
        guard passes(UInt8(ascii: ":"), in: text) else { return hours <= 14_00 }
        guard let minutes = digits(2...2, in: text) else { return false }
        return hours <= 14 && minutes < 60
    }

    /// Passes this byte if it comes next.
    private mutating func passes(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
        guard position < end, text[position] == byte else { return false }
        position += 1
        return true
    }
}
