internal import CivilService

/// Days as spreadsheets count them, from 1900 or from 1904.
struct SerialDate {
    /// Whether day 0 is 1904-01-01.
    let is1904: Bool

    /// 9999-12-31, where spreadsheets end.
    private static let last1900 = 2_958_465
    private static let distance = 1_462

    /// `1899-12-30`, from which the days after the false leap day count.
    private static let epoch = CalendarDate(year: 1899, month: 12, day: 30)

    /// The text of a number that a date format shows, in ISO form; `nil` where it is no date.
    ///
    /// Day 60 of the system of 1900 is 1900-02-29, a day that never was: it is written like that, so
    /// that no column takes it for one.
    func text(_ number: CellNumber, _ form: NumberForm) -> String? {
        guard let (day, second) = number.serial else { return nil }
        let time =
            "\(Self.twoDigits(second / 3_600)):\(Self.twoDigits(second / 60 % 60)):"
            + Self.twoDigits(second % 60)
        if form == .time {
            let hours = Self.twoDigits(day * 24 + second / 3_600)
            return day == 0 ? time : hours + time.dropFirst(2)
        }
        guard let date = date(day) else { return nil }
        if form == .month { return String(date.prefix(7)) }
        return form == .dateTime || second > 0 ? "\(date) \(time)" : date
    }

    private func date(_ day: Int) -> String? {
        let serial = is1904 ? day + Self.distance : day
        guard serial <= Self.last1900, let epoch = Self.epoch else { return nil }
        if serial == 60 { return "1900-02-29" }
        // Day 0 of 1900 is shown by spreadsheets as the day before the first.
        if serial == 0 { return "1900-01-00" }
        return epoch.adding(days: serial < 60 ? serial + 1 : serial).description
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
