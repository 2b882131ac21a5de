import CivilService
import Testing

@Suite("AppraisalPeriod")
struct AppraisalPeriodTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let length: AppraisalPeriod.Length
        let first: String
        let last: String
        let days: Int
        let previous: String
        let titles: [String]
        var testDescription: String { text }
    }

    @Test(
        "Each of the four forms is a stretch of whole months",
        arguments: [
            Case(
                text: "2025", length: .year, first: "2025-01-01", last: "2025-12-31", days: 365,
                previous: "2024", titles: ["Tahun 2025", "Year 2025"]),
            Case(
                text: "2025-S1", length: .semester, first: "2025-01-01", last: "2025-06-30",
                days: 181, previous: "2024-S2", titles: ["Semester I 2025", "Semester 1 of 2025"]),
            Case(
                text: "2024-S2", length: .semester, first: "2024-07-01", last: "2024-12-31",
                days: 184, previous: "2024-S1", titles: ["Semester II 2024", "Semester 2 of 2024"]),
            Case(
                text: "2025-Q3", length: .quarter, first: "2025-07-01", last: "2025-09-30",
                days: 92, previous: "2025-Q2", titles: ["Triwulan III 2025", "Quarter 3 of 2025"]),
            Case(
                text: "2024-Q1", length: .quarter, first: "2024-01-01", last: "2024-03-31",
                days: 91, previous: "2023-Q4", titles: ["Triwulan I 2024", "Quarter 1 of 2024"]),
            Case(
                text: "2025-07", length: .month, first: "2025-07-01", last: "2025-07-31",
                days: 31, previous: "2025-06", titles: ["Juli 2025", "July 2025"]),
        ])
    func parses(_ expected: Case) throws {
        let period = try #require(AppraisalPeriod(parsing: expected.text))
        #expect(period.description == expected.text)
        #expect(period.length == expected.length)
        #expect(period.first.description == expected.first)
        #expect(period.last.description == expected.last)
        #expect(period.days == expected.days)
        #expect(period.months.count == period.length.months)
        #expect(period.months.first?.first == period.first)
        #expect(period.months.last?.last == period.last)
        #expect(period.previous.description == expected.previous)
        #expect(period.previous.last.adding(days: 1) == period.first)
        #expect([period.titleIndonesian, period.titleEnglish] == expected.titles)
    }

    @Test("A period contains its first and last day and no other neighbour")
    func contains() throws {
        let period = try #require(AppraisalPeriod(parsing: "2025-Q3"))
        #expect(period.contains(period.first) && period.contains(period.last))
        #expect(!period.contains(period.first.adding(days: -1)))
        #expect(!period.contains(period.last.adding(days: 1)))
        let months = ["2025-06", "2025-07", "2025-09", "2025-10"].compactMap { Month(iso: $0) }
        #expect(months.map { period.contains($0) } == [false, true, true, false])
    }

    @Test(
        "Any other text is refused",
        arguments: [
            "", "25", "2025-S3", "2025-S0", "2025-Q5", "2025-Q0", "2025-q1", "2025Q1", "2025-13",
            "2025-", "0000", "0000-Q1", "2025 Q1", "2025-Q11", "20251",
        ])
    func refuses(_ text: String) {
        #expect(AppraisalPeriod(parsing: text) == nil)
    }
}
