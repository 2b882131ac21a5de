import CivilService
import Testing

@Suite("CalendarDate")
struct CalendarDateTests {
    // Day numbers by Python: date(y, m, d).toordinal() - date(1970, 1, 1).toordinal().
    @Test(
        "A day has the number of the proleptic Gregorian calendar and comes back from it",
        arguments: [
            (1, 1, 1, -719_162, "0001-01-01"),
            (1900, 2, 28, -25_509, "1900-02-28"),
            (1900, 3, 1, -25_508, "1900-03-01"),
            (1970, 1, 1, 0, "1970-01-01"),
            (1969, 12, 31, -1, "1969-12-31"),
            (2000, 2, 29, 11_016, "2000-02-29"),
            (2024, 2, 29, 19_782, "2024-02-29"),
            (2025, 3, 1, 20_148, "2025-03-01"),
            (2025, 12, 31, 20_453, "2025-12-31"),
            (2100, 3, 1, 47_541, "2100-03-01"),
            (9999, 12, 31, 2_932_896, "9999-12-31"),
        ] as [(Int, Int, Int, Int32, String)])
    func counts(year: Int, month: Int, day: Int, number: Int32, iso: String) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(date.dayNumber == number)
        let back = CalendarDate(dayNumber: number)
        #expect(back.year == year && back.month == month && back.day == day)
        #expect(back.description == iso)
        #expect(CalendarDate(iso: iso) == date)
    }

    @Test("Every day of the years 1 to 2400 follows the one before")
    func runsThrough() throws {
        var expected = try #require(CalendarDate(year: 1, month: 1, day: 1)).dayNumber
        var wrong = 0
        for year in 1...2400 {
            for month in 1...12 {
                for day in 1...CalendarDate.length(ofMonth: month, year: year) {
                    let date = CalendarDate(dayNumber: expected)
                    if CalendarDate(year: year, month: month, day: day) != date
                        || date.year != year || date.month != month || date.day != day
                    {
                        wrong += 1
                    }
                    expected += 1
                }
            }
        }
        #expect(wrong == 0)
        // 2401-01-01 by Python.
        #expect(expected == 157_420)
    }

    @Test(
        "A day that the calendar does not have is refused",
        arguments: [
            (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1),
            (2025, 1, 0), (2025, 1, 32), (0, 1, 1), (10_000, 1, 1),
        ])
    func refusesImpossible(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "Only the ISO form is read",
        arguments: [
            "", "2025-2-3", "2025/02/03", "03-02-2025", "2025-02-30", " 2025-02-03",
            "2025-02-03 ", "2025-02-0x", "+025-02-03", "0000-01-01",
        ])
    func refusesOtherText(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test(
        "Adding months stops at the month's end",
        arguments: [
            ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28"), ("2025-03-31", -1, "2025-02-28"),
            ("2025-05-15", 8, "2026-01-15"), ("2025-05-15", -17, "2023-12-15"),
            ("2025-05-15", 0, "2025-05-15"),
        ])
    func addsMonths(_ start: String, months: Int, end: String) throws {
        let date = try #require(CalendarDate(iso: start))
        #expect(date.adding(months: months).description == end)
    }

    @Test("Adding days crosses years, also beyond an open end")
    func addsDays() throws {
        let date = try #require(CalendarDate(iso: "2024-12-31"))
        #expect(date.adding(days: 1).description == "2025-01-01")
        #expect(date.adding(days: -366).description == "2023-12-31")
        let open = try #require(CalendarDate(iso: "9999-12-31"))
        #expect(open < open.adding(days: 1))
        #expect(open.adding(days: 1).description == "10000-01-01")
    }
}
