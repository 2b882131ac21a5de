import Batches
import Diagnostics
import MiniRun
import Testing

@Suite("Spellings in conditions and comparisons")
struct ConditionSpellingTests {
    private func rejects(
        _ source: String, _ rule: String, _ row: String, rest: String = ""
    ) throws -> [String] {
        try Sample.run(source, rules: rule, rest: rest, row + "\n").rejects["data"] ?? []
    }

    @Test("A null spelling is no value for a condition either", arguments: ["-", "NULL", " "])
    func nullsInConditions(null: String) throws {
        let rule = "{ column: target, required: true, when: { realisasi: { present: true } } }"
        #expect(try rejects(Sample.attainment, rule, "@1;KP;2025-01;;\(null)") == [])
    }

    @Test("Bounds of a condition read numbers as the source writes them")
    func commaInConditions() throws {
        let rule = "{ column: target, max: 5, when: { realisasi: { min: 10 } } }"
        let source = Sample.attainment + ", format: { csv: { decimal: \",\" } }"
        #expect(try rejects(source, rule, "@1;KP;2025-01;6;10,5") == ["1 range target"])
    }

    @Test("A condition on a flag reads its spellings", arguments: ["1", "ya", "Y", "Plt"])
    func flagsInConditions(flag: String) throws {
        let source = "kind: register, columns: { nip: a, plt: b, sampai: c }"
        let rule = "{ column: sampai, required: true, when: { plt: true } }"
        #expect(try rejects(source, rule, "@3;\(flag);") == ["1 missing sampai"])
    }

    @Test("A comparison of texts is refused by the definition")
    func refusesTextComparison() throws {
        let source = "kind: rating, columns: { nip: a, peran: b, nilai: c, responden: d, aspek: e }"
        let rule = "{ compare: [aspek, \"=\", responden] }"
        #expect(throws: RunFailure.self) { try rejects(source, rule, "@1;rekan;1;x;x") }
    }

    @Test("A value with more places than the column is no other value")
    func finePlaces() throws {
        let source = "kind: register, columns: { nip: a, kelas: b }"
        #expect(
            try rejects(source, "{ column: kelas, one_of: [1.5] }", "@3;2") == ["1 code-list kelas"]
        )
    }

    @Test("A null in the right column of a comparison is no number")
    func nullRight() throws {
        let source = Sample.attainment + ", nulls: ['', '0']"
        #expect(
            try rejects(source, "{ compare: [target, \"<=\", realisasi] }", "@1;KP;2025-01;5;0")
                == [])
    }

    @Test("A sex of PR is a woman's")
    func sexSpelledPR() throws {
        let source = "kind: register, columns: { nip: a, kelamin: b }"
        #expect(
            try rejects(
                source, "{ column: kelamin, matches_nip: kelamin }", "199107202025242014;Pr") == [])
    }
}
