internal import CivilService

/// The number by which spreadsheets keep a day: days since 1899-12-31 in the 1900 date system.
///
/// That system has a 29 February 1900, which never was, so serials above 59 count from 1899-12-30. The earliest taken
/// is 10000 (18 May 1927), before which nobody in service was born: smaller numbers are years, days or amounts
/// in the wrong column. The latest is that of 9999-12-31.
enum ExcelSerial {
    static let range = 10_000...2_958_465
    /// Days from serial 0 to 1970-01-01, the imaginary day included.
    private static let epoch = 25_569

    /// The day of `45691` or `45691.375`; the time of day is not kept.
    static func day(of text: Span<UInt8>) -> CalendarDate? {
        var reader = DateReader(0..<text.count)
        guard let serial = reader.digits(5...7, in: text), range.contains(serial) else {
            return nil
        }
        if !reader.isAtEnd {
            guard let mark = reader.byte(in: text),
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","),
                reader.digits(1...15, in: text) != nil, reader.isAtEnd
            else { return nil }
        }
        return CalendarDate(dayNumber: Int32(serial - epoch))
    }

    static func serial(of date: CalendarDate) -> Int { Int(date.dayNumber) + epoch }
}
