/// The stretch of whole months that a run appraises: `2025`, `2025-S1`, `2025-Q3` or `2025-07`.
///
/// Its last day decides which regulation applies.
package struct AppraisalPeriod: Hashable, Sendable, CustomStringConvertible {
    package let length: Length
    package let first: CalendarDate
    package let last: CalendarDate

    /// Reads one of the four forms, of the years 1...9999; nil for anything else.
    package init?(parsing text: String) {
        let bytes = text.utf8.span
        if bytes.count == 7, bytes[5] == UInt8(ascii: "S") || bytes[5] == UInt8(ascii: "Q") {
            let length: Length = bytes[5] == UInt8(ascii: "S") ? .semester : .quarter
            guard bytes[4] == UInt8(ascii: "-"),
                let year = DigitRun.value(of: bytes, 0..<4), year >= 1,
                let number = DigitRun.value(of: bytes, 6..<7), number >= 1,
                number * length.months <= 12
            else { return nil }
            let start = year * 12 + (number - 1) * length.months
            self.init(length, from: Month(index: Int32(start)))
        } else if let month = Month(iso: text) {
            self.init(.month, from: month)
        } else {
            guard bytes.count == 4, let year = DigitRun.value(of: bytes, 0..<4), year >= 1 else {
                return nil
            }
            self.init(.year, from: Month(index: Int32(year * 12)))
        }
    }

    private init(_ length: Length, from month: Month) {
        self.length = length
        first = month.first
        last = Month(index: month.index + Int32(length.months) - 1).last
    }

    package var months: [Month] {
        (first.monthIndex.index...last.monthIndex.index).map { Month(index: $0) }
    }

    /// Calendar days, 28...366.
    package var days: Int { Int(last.dayNumber - first.dayNumber) + 1 }

    /// The period of the same length that ends the day before this one begins.
    package var previous: AppraisalPeriod {
        AppraisalPeriod(
            length, from: Month(index: first.monthIndex.index - Int32(length.months)))
    }

    package func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

    package func contains(_ month: Month) -> Bool {
        first.monthIndex <= month && month <= last.monthIndex
    }

    /// The form that ``init(parsing:)`` reads.
    package var description: String {
        let year = DigitRun.text(first.year, width: 4)
        switch length {
        case .year: return year
        case .semester: return "\(year)-S\(number)"
        case .quarter: return "\(year)-Q\(number)"
        case .month: return first.monthIndex.description
        }
    }

    /// `Tahun 2025`, `Semester I 2025`, `Triwulan III 2025` or `Juli 2025`.
    package var titleIndonesian: String {
        switch length {
        case .year: "Tahun \(first.year)"
        case .semester: "Semester \(RomanNumeral.text(number)) \(first.year)"
        case .quarter: "Triwulan \(RomanNumeral.text(number)) \(first.year)"
        case .month: "\(Month.namesIndonesian[number - 1]) \(first.year)"
        }
    }

    /// `Year 2025`, `Semester 1 of 2025`, `Quarter 3 of 2025` or `July 2025`.
    package var titleEnglish: String {
        switch length {
        case .year: "Year \(first.year)"
        case .semester: "Semester \(number) of \(first.year)"
        case .quarter: "Quarter \(number) of \(first.year)"
        case .month: "\(Month.namesEnglish[number - 1]) \(first.year)"
        }
    }

    /// Which one of its length in the year, from 1.
    private var number: Int { (first.month - 1) / length.months + 1 }

    package enum Length: String, Sendable, CaseIterable {
        case year
        case semester
        case quarter
        case month

        /// 12, 6, 3 or 1.
        package var months: Int {
            switch self {
            case .year: 12
            case .semester: 6
            case .quarter: 3
            case .month: 1
            }
        }
    }
}
