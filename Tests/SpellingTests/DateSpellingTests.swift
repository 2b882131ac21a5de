import CivilService
import Spelling
import Testing

@Suite("DateSpelling")
struct DateSpellingTests {
    @Test(
        "A day is read in the form declared",
        arguments: [
            (.iso, "2025-02-03", "2025-02-03"), (.dayFirst, "03-02-2026", "2026-02-03"),
            (.dayFirst, "03/02/2026", "2026-02-03"), (.dayFirst, "31.12.9999", "9999-12-31"),
            (.dayFirst, "3/2/2025", "2025-02-03"), (.words, "3 Februari 2025", "2025-02-03"),
            (.words, "03 FEBRUARI 2025", "2025-02-03"), (.words, "17 agt 2024", "2024-08-17"),
            (.words, " 1  Januari\u{A0}2025 ", "2025-01-01"), (.words, "1-Des-2025", "2025-12-01"),
            (.words, "30 Nopember 1999", "1999-11-30"), (.words, "17-Aug-2024", "2024-08-17"),
            (.words, "3 May 2025", "2025-05-03"), (.words, "25 December 2024", "2024-12-25"),
            (.words, "5 Sept. 2025", "2025-09-05"),
            (.isoTime, "2026-02-03 09:15:00", "2026-02-03"),
            (.isoTime, "2025-02-03T09:15", "2025-02-03"),
            (.isoTime, "2025-02-03T23:59:60.123456Z", "2025-02-03"),
            (.isoTime, "2025-02-03T09:15:00+07:00", "2025-02-03"),
            (.isoTime, "2025-02-03T09:15:00-0800", "2025-02-03"),
        ] as [(DateForm, String, String)])
    func reads(_ form: DateForm, _ text: String, as iso: String) {
        #expect(DateSpelling.parse(text.utf8.span, forms: [form])?.description == iso)
    }

    @Test(
        "A text that breaks its form or names no real day is refused",
        arguments: [
            (.iso, "03-02-2025"), (.iso, " 2025-02-03"), (.iso, "2025-02-30"), (.iso, ""),
            (.dayFirst, "31-02-2025"), (.dayFirst, "2025-02-03"), (.dayFirst, "03-02/2025"),
            (.dayFirst, "03-02-25"), (.dayFirst, "13 02 2025"), (.dayFirst, "003-02-2025"),
            (.dayFirst, "02-13-2025"), (.dayFirst, "03-02-2025 "), (.dayFirst, ""),
            (.words, "3 Fevrier 2025"), (.words, "29 Februari 2025"), (.words, "3 Februari 25"),
            (.words, "Februari 2025"), (.words, "3 Februari 2025 pagi"), (.words, "3Februari2025"),
            (.words, ""), (.words, "3"), (.isoTime, "2025-02-03"), (.isoTime, "2025-02-03 "),
            (.isoTime, "2025-02-03 24:00"), (.isoTime, "2025-02-03 09:60"),
            (.isoTime, "2025-02-03 09:15:61"), (.isoTime, "2025-02-03 xx"),
            (.isoTime, "2025-02-03 09:15:00 WIB"), (.isoTime, "2025-02-30 09:15:00"),
            (.isoTime, "2025-02-03T09:15+99:00"), (.isoTime, "2025-02-03T09:15."),
        ] as [(DateForm, String)])
    func refuses(_ form: DateForm, _ text: String) {
        #expect(DateSpelling.parse(text.utf8.span, forms: [form]) == nil)
    }

    @Test("Only declared forms are tried, and the first that fits decides")
    func triesForms() {
        let text = "03-02-2025"
        #expect(DateSpelling.parse(text.utf8.span, forms: []) == nil)
        #expect(DateSpelling.parse(text.utf8.span, forms: [.iso, .words, .isoTime]) == nil)
        let date = DateSpelling.parse(text.utf8.span, forms: [.iso, .dayFirst])
        #expect(date?.description == "2025-02-03")
    }

    @Test(
        "A month is read in the form declared",
        arguments: [
            (.iso, "2025-03", "2025-03"), (.compact, "202503", "2025-03"),
            (.monthFirst, "03-2025", "2025-03"), (.monthFirst, "3/2025", "2025-03"),
            (.words, "Maret 2025", "2025-03"), (.words, "mar 2025", "2025-03"),
            (.words, "Mei-2025", "2025-05"), (.words, " JULI  2025\t", "2025-07"),
        ] as [(MonthForm, String, String)])
    func readsMonth(_ form: MonthForm, _ text: String, as iso: String) {
        #expect(DateSpelling.parseMonth(text.utf8.span, forms: [form])?.description == iso)
    }

    @Test(
        "A text that is no month of its form is refused",
        arguments: [
            (.iso, "2025-13"), (.iso, "202503"), (.compact, "202513"), (.compact, "2025-3"),
            (.compact, "032025"), (.monthFirst, "2025-03"), (.monthFirst, "13-2025"),
            (.monthFirst, "03.2025"), (.monthFirst, "03-25"), (.words, "Maret"),
            (.words, "3 Maret 2025"), (.words, "Mars 2025"), (.words, ""),
        ] as [(MonthForm, String)])
    func refusesMonth(_ form: MonthForm, _ text: String) {
        #expect(DateSpelling.parseMonth(text.utf8.span, forms: [form]) == nil)
    }

    @Test("The twelve names alone are the months 1 to 12")
    func readsNames() {
        let names = [
            "januari", "Pebruari", "MARET", "April", "Mei", "Juni", "Juli", "Agustus",
            "September", "Oktober", "Nop", "Desember",
        ]
        #expect(names.map { DateSpelling.parseMonthName($0.utf8.span) } == Array(1...12))
        #expect(DateSpelling.parseMonthName("Sekarang".utf8.span) == nil)
    }
}
