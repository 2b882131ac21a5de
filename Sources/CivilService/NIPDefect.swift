/// The first reason why a text is not a ``NIP``, reading from the left.
package enum NIPDefect: Error, Hashable, Sendable {
    /// Bytes found instead of 18.
    case length(Int)
    /// Bytes before the first that is not a digit, 0...17.
    case notADigit(offset: Int)
    /// Digits 1...8 are not a date.
    case birthDate
    /// Digits 9...14 are not the year and month or code of an appointment.
    case appointment
    /// The digit found where 1 or 2 belongs.
    case sexDigit(Int)
}

extension NIPDefect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .length(let count):
            "\(count) characters instead of 18 digits"
        case .notADigit(let offset):
            "character \(offset + 1) is not a digit"
        case .birthDate:
            "digits 1 to 8 are not a date of birth (yyyymmdd)"
        case .appointment:
            "digits 9 to 14 are not an appointment (year, then month 01 to 12 or PPPK code)"
        case .sexDigit(let digit):
            "digit 15 is \(digit) instead of 1 (male) or 2 (female)"
        }
    }
}
