import Definition
import Testing

@Suite("Condition")
struct ConditionTests {
    /// The condition as a definition writes it, under `trial:`.
    private func condition(_ text: String) throws -> Condition {
        let definition = try Sample.load(
            Sample.text.replacing("rank:\n", with: "trial: \(text)\nrank:\n"))
        return try #require(definition.trial)
    }

    @Test(
        "A test is a value, a list of values, bounds, presence or exclusion",
        arguments: [
            // Texts compare folded.
            ("{ jabatan: Dokter Gigi }", "dokter-gigi", true),
            ("{ jabatan: Dokter Gigi }", "DOKTER  GIGI", true),
            ("{ jabatan: Dokter Gigi }", "Dokter", false),
            ("{ jabatan: Dokter Gigi }", nil, false),
            ("{ jabatan: [dokter, perawat] }", "Perawat", true),
            ("{ jabatan: [dokter, perawat] }", "bidan", false),
            ("{ jabatan: { not: [dokter, perawat] } }", "bidan", true),
            ("{ jabatan: { not: [dokter, perawat] } }", "Dokter", false),
            ("{ jabatan: { not: dokter } }", "Dokter", false),
            // Who has no value is none of those excluded.
            ("{ jabatan: { not: [dokter] } }", nil, true),
            ("{ jabatan: { present: true } }", "x", true),
            ("{ jabatan: { present: true } }", nil, false),
            ("{ jabatan: { present: false } }", "x", false),
            ("{ jabatan: { present: false } }", nil, true),
            ("{ kelas: { min: 5, max: 9 } }", "5", true),
            ("{ kelas: { min: 5, max: 9 } }", "9", true),
            ("{ kelas: { min: 5, max: 9 } }", "4", false),
            ("{ kelas: { min: 5, max: 9 } }", "9.01", false),
            ("{ kelas: { min: 5 } }", "100", true),
            ("{ kelas: { max: 5 } }", "-3", true),
            ("{ kelas: { min: 5 } }", "lima", false),
            ("{ kelas: { min: 5 } }", nil, false),
            // Flags read as ya and tidak.
            ("{ plt: true }", "ya", true),
            ("{ plt: ya }", "ya", true),
            ("{ plt: true }", "tidak", false),
            ("{ plt: false }", "tidak", true),
            ("{ plt: false }", nil, false),
        ] as [(String, String?, Bool)])
    func tests(text: String, value: String?, holds: Bool) throws {
        #expect(try condition(text).holds { _ in value } == holds)
    }

    @Test(
        "All tests of a map must hold, any map of a list",
        arguments: [
            (["jabatan": "dokter", "unit": "pkm"], true),
            (["jabatan": "dokter", "unit": "rsud"], false),
            (["unit": "pkm"], false),
            (["kelas": "9"], true),
            ([:], false),
        ])
    func combines(values: [String: String], holds: Bool) throws {
        let condition = try condition("[ { jabatan: dokter, unit: pkm }, { kelas: 9 } ]")
        #expect(condition.holds { values[$0] } == holds)
        #expect(condition.columns == ["jabatan", "unit", "kelas"])
    }

    @Test("An empty map holds for everyone")
    func emptyHolds() throws {
        #expect(try condition("{}").holds { _ in nil })
    }
}
