import Testing

@testable import Workbooks

@Suite("CellNumber")
struct CellNumberTests {
    @Test(
        "A number keeps its decimals exactly, and 15 digits of them",
        arguments: [
            ("0", "0"), ("-0", "0"), ("0.0", "0"), ("12", "12"), ("12.50", "12.5"),
            ("-1.25", "-1.25"), ("1E-2", "0.01"), ("1.5E+3", "1500"), ("1.5e3", "1500"),
            ("85.299999999999997", "85.3"), ("0.1", "0.1"),
            ("0.30000000000000004", "0.3"), ("33.333333333333336", "33.3333333333333"),
            ("99.99999999999999", "100"), ("9.9999999999999995", "10"),
            ("123456789012345", "123456789012345"), ("12345678901234.5", "12345678901234.5"),
            ("12345678901234.56", "12345678901234.6"),
            ("1E-30", "0." + String(repeating: "0", count: 29) + "1"),
            ("1E-31", "1E-31"),
        ])
    func writes(stored: String, text: String) throws {
        let number = try #require(CellNumber(stored))
        #expect(!number.hasLostDigits)
        #expect(number.withinPrecision.text == text)
    }

    @Test(
        "More than 15 whole digits are lost, however they are written",
        arguments: [
            ("1234567890123456", "1.23456789012345E+15"),
            ("198001012005011001", "1.98001012005011E+17"),
            ("1.98001012005011E+17", "1.98001012005011E+17"), ("1E+17", "1E+17"),
            ("1E15", "1E+15"), ("-1E17", "-1E+17"), ("1234567890123456.5", "1.23456789012345E+15"),
        ])
    func loses(stored: String, text: String) throws {
        let number = try #require(CellNumber(stored))
        #expect(number.hasLostDigits)
        #expect(number.text == text)
    }

    @Test("The largest whole number that is kept has 15 digits")
    func keeps() throws {
        let largest = try #require(CellNumber("999999999999999"))
        #expect(!largest.hasLostDigits)
        let next = try #require(CellNumber("1000000000000000"))
        #expect(next.hasLostDigits)
    }

    @Test(
        "What is no number is none",
        arguments: [
            "", "-", ".", ".5", "5.", "1,5", "1e", "1E+", "1E1000", " 1", "1 ", "NaN", "INF", "0x1",
            "+1",
        ])
    func refuses(stored: String) {
        #expect(CellNumber(stored) == nil)
    }

    @Test("A percentage is a hundred times its number")
    func percent() throws {
        for (stored, text) in [("0.925", "92.5"), ("1", "100"), ("0", "0"), ("0.001", "0.1")] {
            #expect(try #require(CellNumber(stored)).inPercent.text == text)
        }
    }

    // Python: datetime(1899,12,30)+timedelta(days=serial), datetime(1904,1,1)+timedelta(days=serial).
    @Test(
        "Days are counted as spreadsheets count them, the false leap day included",
        arguments: [
            ("1", "1900-01-01", "1904-01-02"), ("59", "1900-02-28", "1904-02-29"),
            ("60", "1900-02-29", "1904-03-01"), ("61", "1900-03-01", "1904-03-02"),
            ("0", "1900-01-00", "1904-01-01"), ("45731", "2025-03-15", "2029-03-16"),
            ("45731.0", "2025-03-15", "2029-03-16"),
            ("45731.999999999", "2025-03-16", "2029-03-17"),
            ("45731.5", "2025-03-15 12:00:00", "2029-03-16 12:00:00"),
            ("45731.354166666664", "2025-03-15 08:30:00", "2029-03-16 08:30:00"),
        ])
    func dates(stored: String, first: String, second: String) throws {
        let number = try #require(CellNumber(stored))
        #expect(SerialDate(is1904: false).text(number, .date) == first)
        #expect(SerialDate(is1904: true).text(number, .date) == second)
    }

    @Test("The calendar ends where spreadsheets end")
    func ends() throws {
        let dates = SerialDate(is1904: false)
        #expect(dates.text(try #require(CellNumber("2958465")), .date) == "9999-12-31")
        #expect(dates.text(try #require(CellNumber("2958466")), .date) == nil)
        #expect(dates.text(try #require(CellNumber("-1")), .date) == nil)
        let later = SerialDate(is1904: true)
        #expect(later.text(try #require(CellNumber("2957003")), .date) == "9999-12-31")
        #expect(later.text(try #require(CellNumber("2957004")), .date) == nil)
    }

    @Test("Months, times of day and lengths of time are told apart")
    func forms() throws {
        let dates = SerialDate(is1904: false)
        let noon = try #require(CellNumber("45731.5"))
        #expect(dates.text(noon, .month) == "2025-03")
        #expect(dates.text(noon, .dateTime) == "2025-03-15 12:00:00")
        #expect(dates.text(try #require(CellNumber("0.5")), .time) == "12:00:00")
        #expect(dates.text(try #require(CellNumber("1.5")), .time) == "36:00:00")
    }
}

@Suite("NumberForm")
struct NumberFormTests {
    @Test(
        "A format means a date where its letters outside of quotes and brackets do",
        arguments: [
            ("General", NumberForm.plain), ("0.00", .plain),
            ("#,##0.00_);[Red]\\(#,##0.00\\)", .plain),
            ("0.00E+00", .plain), ("0%", .percent), ("0.0\" %\"", .plain), ("\"dd\"0", .plain),
            ("\\d0", .plain), ("_d0", .plain), ("[$-421]dd mmmm yyyy", .date),
            ("yyyy-mm-dd", .date),
            ("dd/mm/yyyy;@", .date), ("mmm-yy", .month), ("yyyy\\-mm", .month), ("yyyy", .date),
            ("mmmm", .month), ("dd/mm/yyyy hh:mm", .dateTime), ("hh:mm", .time),
            ("[h]:mm:ss", .time),
            ("[mm]:ss", .time), ("mm:ss", .time), ("[Red]0", .plain), ("0;dd", .plain),
            ("@", .plain),
            ("\"Rp\"#,##0", .plain), ("Rp #,##0", .plain),
        ])
    func reads(code: String, form: NumberForm) {
        #expect(NumberForm(code: code) == form, "\(code)")
    }

    @Test(
        "The formats that need no definition",
        arguments: [
            (0, NumberForm.plain), (2, .plain), (9, .percent), (10, .percent), (11, .plain),
            (13, .plain), (14, .date), (16, .date), (17, .month), (18, .time), (21, .time),
            (22, .dateTime), (23, .plain), (45, .time), (47, .time), (48, .plain), (49, .plain),
        ])
    func builtIn(number: Int, form: NumberForm) {
        #expect(NumberForm(builtIn: number) == form)
    }
}
