/// A month of a year, the grain of attendance and of most evidence.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Year × 12 + month - 1, so that neighbouring months are neighbouring numbers.
    package let index: Int32

    package init(index: Int32) { self.index = index }

    /// Makes a month of the years 1...9999; nil for other years and for months outside 1...12.
    package init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        index = Int32(year * 12 + month - 1)
    }

    /// Reads `2025-03` and nothing else.
    package init?(iso text: String) { self.init(iso: text.utf8.span) }

    /// Reads `2025-03` and nothing else.
    package init?(iso text: Span<UInt8>) {
        guard text.count == 7, text[4] == UInt8(ascii: "-"),
            let year = DigitRun.value(of: text, 0..<4),
            let month = DigitRun.value(of: text, 5..<7)
        else { return nil }
        self.init(year: year, month: month)
    }

    package static func < (a: Month, b: Month) -> Bool { a.index < b.index }

    package var year: Int { Int(index >= 0 ? index / 12 : (index - 11) / 12) }
    /// 1...12.
    package var month: Int { Int(index) - year * 12 + 1 }
    /// 28...31.
    package var days: Int { CalendarDate.length(ofMonth: month, year: year) }

    package var first: CalendarDate {
        CalendarDate(dayNumber: CalendarDate.dayNumber(year: year, month: month, day: 1))
    }

    package var last: CalendarDate { first.adding(days: days - 1) }

    /// The month as ISO 8601 writes it, `2025-03`.
    package var description: String {
        "\(DigitRun.text(year, width: 4))-\(DigitRun.text(month, width: 2))"
    }

    /// The names of January to December as Indonesian law and forms write them.
    package static let namesIndonesian = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ]

    package static let namesEnglish = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}
