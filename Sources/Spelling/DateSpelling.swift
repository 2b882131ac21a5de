package import CivilService

/// Days and months in the forms that a source declares.
///
/// Only declared forms are tried: `03-02-2025` is never guessed to be the second of March. Forms of
/// digits are exact; the words allow blanks around them.
package enum DateSpelling {
    /// The day that `text` spells in the first of `forms` that fits; nil when none does.
    package static func parse(_ text: Span<UInt8>, forms: [DateForm]) -> CalendarDate? {
        for form in forms {
            let date =
                switch form {
                case .iso: CalendarDate(iso: text)
                case .dayFirst: dayFirst(text)
                case .words: words(text)
                case .isoTime: isoTime(text)
                case .yearFirst: yearFirst(text)
                case .compact: compactDay(text)
                case .excel: ExcelSerial.day(of: text)
                }
            if let date { return date }
        }
        return nil
    }

    /// A day as a source of this form writes it.
    package static func text(of date: CalendarDate, in form: DateForm) -> String {
        let parts = date.description.split(separator: "-")
        switch form {
        case .iso: return date.description
        case .dayFirst: return parts.reversed().joined(separator: "-")
        case .words:
            return "\(date.day) \(Month.namesIndonesian[Int(date.month) - 1]) \(parts[0])"
        case .isoTime: return "\(date.description) 00:00"
        case .yearFirst: return parts.joined(separator: "/")
        case .compact: return parts.joined()
        case .excel: return "\(ExcelSerial.serial(of: date))"
        }
    }

    /// The month that `text` spells in the first of `forms` that fits; nil when none does.
    package static func parseMonth(_ text: Span<UInt8>, forms: [MonthForm]) -> Month? {
        for form in forms {
            let month =
                switch form {
                case .iso: Month(iso: text)
                case .compact: compact(text)
                case .monthFirst: monthFirst(text)
                case .words: monthWords(text)
                }
            if let month { return month }
        }
        return nil
    }

    /// The month 1...12 that a name or short name alone spells, for sources with the year
    /// elsewhere.
    package static func parseMonthName(_ text: Span<UInt8>) -> Int? {
        monthNames.code(of: text).map(Int.init)
    }

    private static func dayFirst(_ text: Span<UInt8>) -> CalendarDate? {
        var reader = DateReader(0..<text.count)
        guard let day = reader.digits(1...2, in: text),
            let first = reader.byte(in: text), separators.contains(first),
            let month = reader.digits(1...2, in: text),
            let second = reader.byte(in: text), second == first,
            let year = reader.digits(4...4, in: text), reader.isAtEnd
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func yearFirst(_ text: Span<UInt8>) -> CalendarDate? {
        var reader = DateReader(0..<text.count)
        guard let year = reader.digits(4...4, in: text),
            let first = reader.byte(in: text), separators.contains(first),
            let month = reader.digits(1...2, in: text),
            let second = reader.byte(in: text), second == first,
            let day = reader.digits(1...2, in: text), reader.isAtEnd
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func compactDay(_ text: Span<UInt8>) -> CalendarDate? {
        guard text.count == 8, let year = DigitRun.value(of: text, 0..<4),
            let month = DigitRun.value(of: text, 4..<6), let day = DigitRun.value(of: text, 6..<8)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func words(_ text: Span<UInt8>) -> CalendarDate? {
        var reader = DateReader(Blank.trimming(text, 0..<text.count))
        guard let day = reader.digits(1...2, in: text), reader.gap(in: text),
            let month = reader.monthName(in: text, monthNames), reader.gap(in: text),
            let year = reader.digits(4...4, in: text), reader.isAtEnd
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func isoTime(_ text: Span<UInt8>) -> CalendarDate? {
        guard text.count > 11, text[10] == UInt8(ascii: " ") || text[10] == UInt8(ascii: "T") else {
            return nil
        }
        var reader = DateReader(11..<text.count)
        guard reader.isTimeOfDay(in: text), reader.isAtEnd else { return nil }
        return CalendarDate(iso: text.extracting(0..<10))
    }

    private static func compact(_ text: Span<UInt8>) -> Month? {
        guard text.count == 6, let year = DigitRun.value(of: text, 0..<4),
            let month = DigitRun.value(of: text, 4..<6)
        else { return nil }
        return Month(year: year, month: month)
    }

    private static func monthFirst(_ text: Span<UInt8>) -> Month? {
        var reader = DateReader(0..<text.count)
        guard let month = reader.digits(1...2, in: text),
            let separator = reader.byte(in: text),
            separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"),
            let year = reader.digits(4...4, in: text), reader.isAtEnd
        else { return nil }
        return Month(year: year, month: month)
    }

    private static func monthWords(_ text: Span<UInt8>) -> Month? {
        var reader = DateReader(Blank.trimming(text, 0..<text.count))
        guard let month = reader.monthName(in: text, monthNames), reader.gap(in: text),
            let year = reader.digits(4...4, in: text), reader.isAtEnd
        else { return nil }
        return Month(year: year, month: month)
    }

    private static let separators: [UInt8] = [
        UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."),
    ]

    /// Full names, the spellings with P of before 1972 that forms still carry, short names, and the English
    /// ones of a spreadsheet that speaks English: none of them is another month in the other language.
    private static let monthNames: SpellingTable = {
        let others = [
            ["Jan", "January"], ["Feb", "Peb", "Pebruari", "February"], ["Mar", "March"], ["Apr"],
            ["May"], ["Jun", "June"], ["Jul", "July"],
            ["Agu", "Agt", "Ags", "Agust", "Aug", "August"],
            ["Sep", "Sept"], ["Okt", "Oct", "October"], ["Nov", "Nop", "Nopember"],
            ["Des", "Dec", "December"],
        ]
        var entries: [(spelling: String, code: Int32)] = []
        for (index, name) in Month.namesIndonesian.enumerated() {
            for spelling in [name] + others[index] {
                entries.append((spelling, Int32(index + 1)))
            }
        }
        return SpellingTable(entries, folded: true)
    }()
}
