/// A civil servant's number (*Nomor Induk Pegawai*): 18 digits, kept as one integer.
///
/// Layout: birth date `yyyyMMdd`, then `yyyyMM` of appointment (PNS) or `yyyy` and a code from 21
/// up (PPPK), sex `1|2`, serial `nnn`. There is no check digit.
package struct NIP: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Below 10^18, zeros in front included.
    package let digits: UInt64

    /// Takes digits that were checked before, such as those of a stored column.
    ///
    /// - Precondition: `digits` is below 10^18.
    @inlinable
    package init(unchecked digits: UInt64) { self.digits = digits }

    /// Reads a number by its anatomy: what it says of a person must be possible.
    ///
    /// - Throws: ``NIPDefect`` unless the birth day is real, the appointment has a month 01...12
    ///   (PNS) or code 21...99 (PPPK) in a year at least 15 after birth, and the sex digit is 1 or
    ///   2.
    package init(parsing text: Span<UInt8>) throws(NIPDefect) {
        let (birth, appointment, tail) = try NIP.parts(of: text)
        if let defect = NIP.anatomyDefect(birth: birth, appointment: appointment) { throw defect }
        digits = (birth * 100_000_000 + appointment) * 100 + tail
    }

    /// Whether what the digits say of a person is possible.
    package static func hasAnatomy(_ digits: UInt64) -> Bool {
        anatomyDefect(
            birth: digits / 10_000_000_000, appointment: digits / 100 % 100_000_000) == nil
    }

    private static func anatomyDefect(birth: UInt64, appointment: UInt64) -> NIPDefect? {
        let year = birth / 10_000
        let month = Int(birth / 100 % 100)
        let day = Int(birth % 100)
        guard year >= 1, (1...12).contains(month), day >= 1,
            day <= CalendarDate.length(ofMonth: month, year: Int(year))
        else { return .birthDate }
        let code = appointment / 100 % 100
        guard (1...12).contains(code) || code >= 21, appointment / 10_000 >= year + 15 else {
            return .appointment
        }
        let sex = appointment / 10 % 10
        return sex == 1 || sex == 2 ? nil : .sexDigit(Int(sex))
    }

    /// Reads a number by its syntax alone, as the reference job does.
    ///
    /// - Throws: ``NIPDefect`` unless birth month 01...12, birth day 01...31, appointment month
    ///   01...12 and sex digit 1 or 2; the other digits are free.
    package init(syntaxOf text: Span<UInt8>) throws(NIPDefect) {
        let (birth, appointment, tail) = try NIP.parts(of: text)
        if let defect = NIP.syntaxDefect(birth: birth, appointment: appointment) { throw defect }
        digits = (birth * 100_000_000 + appointment) * 100 + tail
    }

    private static func syntaxDefect(birth: UInt64, appointment: UInt64) -> NIPDefect? {
        if NIPSyntax.holds(birth: birth, appointment: appointment) { return nil }
        guard (birth / 100 % 100) &- 1 < 12, (birth % 100) &- 1 < 31 else { return .birthDate }
        guard (appointment / 100 % 100) &- 1 < 12 else { return .appointment }
        return .sexDigit(Int(appointment / 10 % 10))
    }

    @inlinable
    package static func < (a: NIP, b: NIP) -> Bool { a.digits < b.digits }

    /// Nil where digits 1...8 are not a day of the calendar, which the syntax alone allows.
    package var birthDate: CalendarDate? {
        CalendarDate(
            year: part(above: 14, width: 4), month: part(above: 12, width: 2),
            day: part(above: 10, width: 2))
    }

    /// Whether the appointment has a code from 21 up in place of the month.
    package var isPPPK: Bool { part(above: 4, width: 2) >= 21 }

    package var isFemale: Bool { part(above: 3, width: 1) == 2 }

    package var appointmentYear: Int { part(above: 6, width: 4) }

    /// 1...12, or nil for PPPK, whose number does not tell.
    package var appointmentMonth: Int? {
        let month = part(above: 4, width: 2)
        return (1...12).contains(month) ? month : nil
    }

    /// Appends the 18 digits, which results do once per row.
    package func append(to bytes: inout [UInt8]) {
        let start = bytes.count
        for _ in 0..<18 { bytes.append(UInt8(ascii: "0")) }
        var rest = digits
        for position in (start..<start + 18).reversed() {
            bytes[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// All 18 digits.
    package var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first 8 digits and ten stars: the form for terminals and logs.
    package var masked: String { description.prefix(8) + "**********" }

    /// So many digits, with so many others to their right.
    private func part(above lower: Int, width: Int) -> Int {
        var rest = digits
        for _ in 0..<lower { rest /= 10 }
        var divisor: UInt64 = 1
        for _ in 0..<width { divisor *= 10 }
        return Int(rest % divisor)
    }

    /// The number in groups of 8, 8 and 2 digits.
    @inlinable @inline(__always)
    static func parts(
        of text: Span<UInt8>
    ) throws(NIPDefect) -> (birth: UInt64, appointment: UInt64, tail: UInt64) {
        guard text.count == 18 else { throw .length(text.count) }
        let tens = text[16] &- UInt8(ascii: "0")
        let ones = text[17] &- UInt8(ascii: "0")
        guard let birth = EightDigits.value(of: text, at: 0),
            let appointment = EightDigits.value(of: text, at: 8), tens <= 9, ones <= 9
        else { throw firstNonDigit(in: text) }
        return (birth, appointment, UInt64(tens) &* 10 &+ UInt64(ones))
    }

    /// Looks for the culprit only once it is known that there is one.
    @usableFromInline
    static func firstNonDigit(in text: Span<UInt8>) -> NIPDefect {
        var offset = 0
        while offset < text.count - 1, text[offset] &- UInt8(ascii: "0") <= 9 { offset += 1 }
        return .notADigit(offset: offset)
    }
}
