import CivilService
import Spelling
import Testing

/// What exports do to days and numbers, each in a form that is read and beside it one that is refused.
@Suite("Dirt of exports")
struct DirtTests {
    private static func day(_ text: String, _ forms: [DateForm]) -> String? {
        DateSpelling.parse(text.utf8.span, forms: forms)?.description
    }

    @Test(
        "Forms that must be declared are read where they are, and nowhere else",
        arguments: [
            // Counted by Python: date(1899, 12, 30) + timedelta(n).
            (.excel, "45691", "2025-02-03"), (.excel, "45658", "2025-01-01"),
            (.excel, "45691.375", "2025-02-03"), (.excel, "45691,999", "2025-02-03"),
            (.excel, "10000", "1927-05-18"), (.excel, "2958465", "9999-12-31"),
            (.yearFirst, "2025/02/03", "2025-02-03"), (.yearFirst, "2025/2/3", "2025-02-03"),
            (.yearFirst, "2025.02.03", "2025-02-03"), (.compact, "20250203", "2025-02-03"),
            (.compact, "20240229", "2024-02-29"),
        ] as [(DateForm, String, String)])
    func declaredDays(_ form: DateForm, _ text: String, _ expected: String) {
        #expect(Self.day(text, [form]) == expected)
        #expect(Self.day(text, DateForm.unambiguous) == nil)
    }

    @Test(
        "A serial, a day with the year first and eight digits have borders",
        arguments: [
            (.excel, "9999"), (.excel, "09999"), (.excel, "2958466"), (.excel, "2025"),
            (.excel, "60"),
            (.excel, "0"), (.excel, "-45691"), (.excel, "45691."), (.excel, "45691.3x"),
            (.excel, "45.691"), (.excel, "4,5691E+4"), (.excel, "20250203"), (.excel, " 45691"),
            (.excel, ""), (.yearFirst, "2025/02/30"), (.yearFirst, "2025/13/01"),
            (.yearFirst, "2025/02-03"), (.yearFirst, "25/02/03"), (.yearFirst, "03/02/2025"),
            (.compact, "20250229"), (.compact, "20251301"), (.compact, "2025023"),
            (.compact, "202502030"), (.compact, "03022025"), (.compact, "45691"),
        ] as [(DateForm, String)])
    func refusedDays(_ form: DateForm, _ text: String) {
        #expect(Self.day(text, [form]) == nil)
    }

    @Test(
        "Every declared form of a day is read back as it is written", arguments: DateForm.allCases)
    func writesDays(form: DateForm) throws {
        for text in ["1965-01-01", "2024-02-29", "2025-12-31"] {
            let date = try #require(CalendarDate(iso: text))
            #expect(Self.day(DateSpelling.text(of: date, in: form), [form]) == text)
        }
    }

    @Test(
        "Days as exports write them, without a declaration",
        arguments: [
            ("03-02-2025", "2025-02-03"), ("03/02/2025", "2025-02-03"),
            ("3 Februari 2025", "2025-02-03"), ("3 Peb 2025", "2025-02-03"),
            ("31.12.9999", "9999-12-31"), ("2025-02-03 09:15:00", "2025-02-03"),
            ("31-02-2025", nil), ("32/01/2025", nil), ("3 Feber 2025", nil),
            ("31.12.99999", nil), ("2025-02-03 25:15:00", nil), ("02-2025", nil), ("#REF!", nil),
        ] as [(String, String?)])
    func days(_ text: String, _ expected: String?) {
        #expect(Self.day(text, DateForm.unambiguous) == expected)
    }

    /// In hundredths; `nil` where it is no number.
    private static func number(_ text: String, _ mark: Character) -> Int64? {
        let syntax = NumberSyntax(
            decimalMark: mark.asciiValue ?? 0, lenient: true, maximumDigits: 12, maximumPlaces: 3)
        return try? syntax.parse(text.utf8.span)
    }

    @Test(
        "The decimal mark that is declared decides, and what fits neither is refused",
        arguments: [
            // Thousandths with a comma, then with a point.
            ("1.250", 1_250_000, 1_250), ("1,250", 1_250, 1_250_000),
            ("1.250.000,50", 1_250_000_500, nil), ("1,250,000.50", nil, 1_250_000_500),
            ("92,5", 92_500, nil), ("92.5", nil, 92_500), ("92,5%", 92_500, nil),
            ("92.5%", nil, 92_500), ("Rp 1.250.000,-", 1_250_000_000, nil),
            ("Rp 1,250,000.-", nil, 1_250_000_000), ("1250", 1_250_000, 1_250_000),
            ("12.50.000", nil, nil), ("1.2500", nil, nil), ("0.500", nil, 500),
            ("92,5 %%", nil, nil), ("Rp", nil, nil), ("-", nil, nil), ("#N/A", nil, nil),
            ("#REF!", nil, nil), ("\\N", nil, nil), ("1,25E+3", nil, nil), ("١٢", nil, nil),
        ] as [(String, Int64?, Int64?)])
    func numbers(_ text: String, _ comma: Int64?, _ point: Int64?) {
        #expect(Self.number(text, ",") == comma, "comma")
        #expect(Self.number(text, ".") == point, "point")
    }
}
