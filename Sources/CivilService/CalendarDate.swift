/// A day of the calendar without time or zone, kept as a count of days.
///
/// Appraisals are decided by the day on which something holds; a type that knows hours would bring
/// in time zones, and results would differ between machines.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before.
    package let dayNumber: Int32

    /// Makes the day with this number; one past the year 9999 is allowed, so that the day after an
    /// open end `9999-12-31` can be formed.
    package init(dayNumber: Int32) { self.dayNumber = dayNumber }

    /// Makes a date of the years 1...9999; nil for a day that the calendar does not have.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CalendarDate.length(ofMonth: month, year: year)
        else { return nil }
        dayNumber = CalendarDate.dayNumber(year: year, month: month, day: day)
    }

    /// Reads `2025-02-03` and nothing else.
    package init?(iso text: String) { self.init(iso: text.utf8.span) }

    /// Reads `2025-02-03` and nothing else.
    package init?(iso text: Span<UInt8>) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = DigitRun.value(of: text, 0..<4),
            let month = DigitRun.value(of: text, 5..<7),
            let day = DigitRun.value(of: text, 8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        a.dayNumber < b.dayNumber
    }

    package var year: Int { civil.year }
    /// 1...12.
    package var month: Int { civil.month }
    /// 1...31.
    package var day: Int { civil.day }

    package var monthIndex: Month {
        let civil = civil
        return Month(index: Int32(civil.year * 12 + civil.month - 1))
    }

    package func adding(days: Int) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + Int32(days))
    }

    /// The same day so many months on, or the month's last day where it has no such day.
    package func adding(months: Int) -> CalendarDate {
        let civil = civil
        let target = Month(index: Int32(civil.year * 12 + civil.month - 1 + months))
        let day = min(civil.day, target.days)
        return target.first.adding(days: day - 1)
    }

    /// The date as ISO 8601 writes it, `2025-02-03`.
    package var description: String {
        let civil = civil
        return "\(DigitRun.text(civil.year, width: 4))-\(DigitRun.text(civil.month, width: 2))"
            + "-\(DigitRun.text(civil.day, width: 2))"
    }

    /// Days of a month, 28...31; the month is 1...12.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Counts the days in eras of 400 years with the leap day at the end of a year from March on.
    ///
    /// That order of months makes the day of the year one linear formula.
    /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day, by the same article's `civil_from_days`.
    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
