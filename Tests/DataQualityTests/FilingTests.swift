import CivilService
import DataQuality
import Testing

@Suite("SKP of the years before")
struct FilingTests {
    private static let other = "200001012022031999"

    /// What COM_1 says on 2025-06-30 of the usual person.
    private func answer(
        _ rule: String, _ entries: [(year: Int, isOther: Bool, isFiled: Bool)]
    ) throws -> Probe.Answer {
        let person = try Person.pns()
        var references = QualityReferences()
        for entry in entries {
            references.filings.add(
                entry.isOther ? try Person.nip(Self.other) : person.nip, year: entry.year,
                isFiled: entry.isFiled)
        }
        let rules = try Book.rules(["kualitas-data-skp": ("value: salah-satu", "value: \(rule)")])
        let check = QualityCheck(rules, references, on: Person.day("2025-06-30"), of: [person])
        return Probe.answer(check.verdict(of: .com1, for: person))
    }

    @Test("A list of those who did not file clears everybody else")
    func missing() throws {
        let both: [(Int, Bool, Bool)] = [(2023, false, false), (2024, false, false)]
        let one: [(Int, Bool, Bool)] = [(2023, false, false), (2024, true, false)]
        let none: [(Int, Bool, Bool)] = [(2023, true, false), (2024, true, false)]
        #expect(try answer("salah-satu", both) == .problem)
        #expect(try answer("salah-satu", one) == .sound)
        #expect(try answer("semua", one) == .problem)
        #expect(try answer("semua", none) == .sound)
    }

    @Test("A list of those who filed clears nobody else")
    func filed() throws {
        let one: [(Int, Bool, Bool)] = [(2023, false, true), (2024, true, true)]
        let none: [(Int, Bool, Bool)] = [(2023, true, true), (2024, true, true)]
        #expect(try answer("salah-satu", one) == .sound)
        #expect(try answer("semua", one) == .problem)
        #expect(try answer("salah-satu", none) == .problem)
    }

    @Test("Other years do not count, and a year without a list judges nobody")
    func years() throws {
        let late: [(Int, Bool, Bool)] = [(2022, false, false), (2025, false, false)]
        #expect(try answer("salah-satu", late) == .unjudged)
        let half: [(Int, Bool, Bool)] = [(2023, true, false)]
        #expect(try answer("salah-satu", half) == .unjudged)
    }
}
