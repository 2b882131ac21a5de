internal import CivilService
internal import Definition
internal import Spelling

/// What the values of a column can be read as: counts, of values that are there.
struct ColumnProfile {
    private(set) var filled = 0
    private(set) var nips = 0
    /// Numbers of nine digits, as NIP were before 2009.
    private(set) var oldNIPs = 0
    /// Numbers in scientific notation: a spreadsheet has eaten their digits.
    private(set) var lostNumbers = 0
    private(set) var numbers = 0
    private(set) var integers = 0
    private(set) var smallIntegers = 0
    private(set) var months = 0
    private(set) var monthNames = 0
    private(set) var golongan = 0
    private(set) var flags = 0
    private(set) var events = 0
    private(set) var dates: [DateForm: Int] = [:]
    private(set) var marks = NumberMarks()
    private(set) var dayOrder = DayOrder()

    private static let nulls: Set<String> = ["", "-", "\\N", "NULL", "#N/A"]
    private static let flagWords: Set<String> = [
        "0", "1", "ya", "tidak", "y", "t", "n", "true", "false", "benar", "salah",
    ]
    private static let eventWords: Set<String> = [
        "mutasi", "promosi", "berhenti", "pensiun", "meninggal",
    ]

    init(_ values: [SampleValue]) {
        var buffer: [UInt8] = []
        for value in values {
            let text = Self.trimmed(value.text)
            if Self.nulls.contains(text) { continue }
            filled += 1
            read(text, &buffer)
            if let number = NumberMarks.Reading(text) {
                numbers += 1
                if number.isInteger { integers += 1 }
                if number.isInteger, text.utf8.count <= 2 { smallIntegers += 1 }
                if !value.isTyped { marks.count(number) }
            }
            dayOrder.count(text)
        }
    }

    private mutating func read(_ text: String, _ buffer: inout [UInt8]) {
        _ = NIPSpelling.clean(text.utf8.span, into: &buffer)
        if (try? NIP(parsing: buffer.span)) != nil || (try? NIP(syntaxOf: buffer.span)) != nil {
            nips += 1
        }
        if buffer.count == 9, buffer.allSatisfy({ (0x30...0x39).contains($0) }) { oldNIPs += 1 }
        if text.contains("E+") || text.contains("e+") { lostNumbers += 1 }
        for form in DateForm.allCases
        where DateSpelling.parse(text.utf8.span, forms: [form]) != nil {
            dates[form, default: 0] += 1
        }
        if DateSpelling.parseMonth(text.utf8.span, forms: MonthForm.allCases) != nil { months += 1 }
        if DateSpelling.parseMonthName(text.utf8.span) != nil { monthNames += 1 }
        if GolonganSpelling.parse(text.utf8.span) != nil { golongan += 1 }
        let word = text.lowercased()
        if Self.flagWords.contains(word) { flags += 1 }
        if Self.eventWords.contains(word) { events += 1 }
    }

    /// Values in one of the forms that need no declaration.
    var plainDates: Int { DateForm.unambiguous.map { dates[$0, default: 0] }.reduce(0, +) }

    /// The form in which at least half of the values are days; nil where they are none.
    var dateForm: DateForm? {
        if plainDates * 2 >= filled, plainDates > 0 { return .dayFirst }
        for form in [DateForm.yearFirst, .compact, .excel]
        where dates[form, default: 0] * 2 >= filled && dates[form, default: 0] > 0 {
            return form
        }
        return nil
    }

    /// Values that a column of this type takes; all of them where it takes any text.
    func count(of type: ValueType) -> Int {
        switch type {
        case .nip: max(nips + lostNumbers, oldNIPs)
        case .integer: integers
        case .decimal: numbers
        case .date: dateForm == .dayFirst ? plainDates : dateForm.map { dates[$0] ?? 0 } ?? 0
        case .month: months
        case .golongan: golongan
        case .flag: flags
        case .text, .rating: filled
        }
    }

    /// Whether at least half of the values are of the type; a column without values fits all.
    func fits(_ type: ValueType) -> Bool { filled == 0 || count(of: type) * 2 >= filled }

    static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        let tail = text.drop(while: isBlank)
        return String(tail.prefix(tail.count - tail.reversed().prefix(while: isBlank).count))
    }
}
