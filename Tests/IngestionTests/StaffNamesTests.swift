internal import Ingestion
import Testing

@Suite("Names of a staff list")
struct StaffNamesTests {
    private let names = StaffNames([
        ("Ma'ruf Contoh, S.E.", "1"), ("Ani-Misal", "2"), ("Eka, S.E.", "3"), ("EKA, S.H.", "4"),
        ("Fajar", "5"), ("Fajar, S.T.", "5"), ("Gita", "6"), ("Gita, S.H.", "7"), (" ", "8"),
    ])

    @Test(
        "Case, blanks, apostrophes and degrees do not count",
        arguments: [
            ("maruf contoh", StaffNames.Match.person("1")), ("Ma`ruf  Contoh, M.M.", .person("1")),
            ("ANI MISAL", .person("2")), ("Ani Misal Dua", .nobody), ("", .nobody),
            (", S.E.", .nobody),
        ])
    func spellings(_ name: String, _ match: StaffNames.Match) {
        #expect(names.find(name) == match)
    }

    @Test(
        "Degrees tell apart people of one name; without them nobody knows",
        arguments: [
            ("Eka", StaffNames.Match.several), ("Eka, SE", .person("3")),
            ("Eka, S.H.", .person("4")),
            ("Eka, M.Si.", .several), ("Fajar", .person("5")), ("Gita", .several),
            ("Gita, S.H.", .person("7")),
        ])
    func degrees(_ name: String, _ match: StaffNames.Match) {
        #expect(names.find(name) == match)
    }
}
