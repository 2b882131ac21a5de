import CivilService
import Testing

@Suite("Month")
struct MonthTests {
    @Test("A month knows its days and its neighbours")
    func knowsItsDays() throws {
        let month = try #require(Month(iso: "2024-02"))
        #expect(month.index == 2024 * 12 + 1)
        #expect(month.year == 2024 && month.month == 2 && month.days == 29)
        #expect(month.first.description == "2024-02-01")
        #expect(month.last.description == "2024-02-29")
        #expect(Month(index: month.index + 11).description == "2025-01")
        #expect(month < Month(index: month.index + 1))
        #expect(try #require(CalendarDate(iso: "2024-02-17")).monthIndex == month)
    }

    @Test(
        "What is not a month is refused",
        arguments: ["2025-00", "2025-13", "2025-1", "202501", "2025/01", "0000-01", "2025-01-", ""])
    func refuses(_ text: String) {
        #expect(Month(iso: text) == nil)
    }

    @Test("Years outside 1 to 9999 are refused")
    func refusesYears() {
        #expect(Month(year: 0, month: 1) == nil)
        #expect(Month(year: 10_000, month: 1) == nil)
        #expect(Month(year: 9999, month: 12)?.last.description == "9999-12-31")
    }
}
