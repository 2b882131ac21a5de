import CivilService
import Definition
import Diagnostics
import Regulation
import Testing

@Suite("Schemes in force")
struct SchemeTermTests {
    static let ruleSets = """
        name: dasar-penilaian
        gloss: Rule set
        unit: rule set
        values:
          2014-01-01: { value: pp46-2011, source: { title: PP 46/2011 }, status: confirmed }
          2021-07-01: { value: pp30-2019, source: { title: PP 30/2019 }, status: confirmed }
          2022-01-01: { value: panrb6-2022, source: { title: PermenPANRB 6/2022 }, status: confirmed }
        """

    /// In force from 2014 to June 2021, like what PP 46/2011 needs.
    static let old = """
        name: lama
        gloss: Cap
        unit: points
        values:
          2014-01-01: { value: 100, source: { title: PP 46/2011 }, status: confirmed }
          2021-07-01: { end: true, source: { title: PermenPANRB 8/2021 } }
        """

    static let files = ["aturan/dasar-penilaian.yaml": ruleSets, "aturan/lama.yaml": old]

    private static let components = """
              components:
                - { id: perilaku, method: rating, from: [penilaian], roles: { atasan: 1 }, weight: 100 }
        """

    /// The sample with these schemes, each with the keys that say when it holds.
    static func text(_ schemes: [(id: String, keys: String)]) -> String {
        let items = schemes.map { scheme in
            let keys = scheme.keys.isEmpty ? "" : "      \(scheme.keys)\n"
            return "    - id: \(scheme.id)\n\(keys)\(components)\n"
        }.joined()
        guard let start = Sample.text.firstRange(of: "    - id: umum\n") else { return "" }
        return String(Sample.text[..<start.lowerBound] + items)
            .replacing("period: quarter", with: "period: [year, semester, quarter, month]")
    }

    private func schemes(_ text: String, _ period: String) throws -> [String] {
        try Sample.load(text, period: period, files: Self.files).schemes.map(\.id)
    }

    @Test(
        "A rule set is that of the period's last day",
        arguments: [
            ("2014", "a"), ("2020", "a"), ("2021-S1", "a"), ("2021-06", "a"), ("2021-07", "b"),
            ("2021-S2", "b"), ("2021", "b"), ("2021-Q2", "a"), ("2022-01", "c"), ("2022", "c"),
            ("2025-Q3", "c"),
        ])
    func ruleSet(period: String, scheme: String) throws {
        let text = Self.text([
            ("a", "rule_set: pp46-2011"), ("b", "rule_set: pp30-2019"),
            ("c", "rule_set: panrb6-2022"),
        ])
        #expect(try schemes(text, period) == [scheme])
    }

    @Test(
        "From its first day to its last, both included",
        arguments: [
            // The last days of these are 31 March, 30 June and 30 September 2025.
            ("from: 2025-06-30", "2025-Q1", false), ("from: 2025-06-30", "2025-Q2", true),
            ("from: 2025-07-01", "2025-Q2", false), ("until: 2025-06-30", "2025-Q2", true),
            ("until: 2025-06-29", "2025-Q2", false), ("until: 2025-06-30", "2025-Q3", false),
            ("from: 2025-04-01\n      until: 2025-09-29", "2025-Q2", true),
            ("from: 2025-04-01\n      until: 2025-09-29", "2025-Q3", false),
        ])
    func days(keys: String, period: String, isInForce: Bool) throws {
        let text = Self.text([("a", keys), ("b", "")])
        #expect(try schemes(text, period) == (isInForce ? ["a", "b"] : ["b"]))
    }

    @Test(
        "Only for periods of a length",
        arguments: [
            ("period: year", "2025", true), ("period: year", "2025-Q4", false),
            ("period: [semester, quarter]", "2025-S2", true),
            ("period: [semester, quarter]", "2025-12", false),
        ])
    func lengths(keys: String, period: String, isInForce: Bool) throws {
        let text = Self.text([("a", keys), ("b", "")])
        #expect(try schemes(text, period) == (isInForce ? ["a", "b"] : ["b"]))
    }

    @Test("All that a scheme says of its time must hold")
    func together() throws {
        let text = Self.text([
            ("a", "rule_set: pp46-2011\n      from: 2020-01-01\n      period: year"), ("b", ""),
        ])
        #expect(try schemes(text, "2020") == ["a", "b"])
        #expect(try schemes(text, "2019") == ["b"])
        #expect(try schemes(text, "2020-S1") == ["b"])
        #expect(try schemes(text, "2022") == ["b"])
    }

    @Test(
        "A fault in a scheme that is not in force is reported all the same",
        arguments: [
            ("rule_set: pp46-2011\n      flor: 1", DiagnosticCode.unknownKey),
            ("until: 2020-12-31\n      cap: seratus", .wrongType),
            ("from: 2030-01-01\n      cap: { parameter: lama }", .parameterNotInForce),
            (
                "period: year\n      predikat: [ { predikat: Baik } , { predikat: Kurang } ]",
                .impossibleScale
            ),
            // Nothing is wrong with a cap that was in force when the scheme was.
            ("rule_set: pp46-2011\n      cap: { parameter: lama }", nil),
            ("until: 2021-06-30\n      cap: { parameter: lama }", nil),
            ("until: 2021-07-01\n      cap: { parameter: lama }", .parameterNotInForce),
        ] as [(String, DiagnosticCode?)])
    func faults(keys: String, code: DiagnosticCode?) {
        let text = Self.text([("a", keys), ("b", "")])
        let found = Sample.faults(text, period: "2025-Q3", files: Self.files).map(\.code)
        #expect(found == [code].compactMap { $0 })
    }

    @Test("A fault of a parameter file is reported once, however many schemes and days ask for it")
    func faultOnce() {
        let text = Self.text([
            ("a", "rule_set: pp46-2011\n      cap: { parameter: lama }"),
            ("b", "rule_set: pp46-2011\n      cap: { parameter: lama }"),
            ("c", "until: 2021-01-31\n      cap: { parameter: lama }"), ("d", ""),
        ])
        let files = Self.files.merging(["aturan/lama.yaml": "name: lama\ngloss: Cap\n"]) { $1 }
        // 'unit' and 'values' are missing.
        let found = Sample.faults(text, period: "2025-Q3", files: files).map(\.code)
        #expect(found == [.missingKey, .missingKey])
    }

    @Test("A component of another time has a name, and nobody points in it")
    func absentComponents() throws {
        let text = Self.text([("a", "rule_set: pp46-2011"), ("b", "")])
            .replacing("id: perilaku", with: "id: lama", maxReplacements: 1)
        let now = try Sample.load(text, period: "2025", files: Self.files)
        #expect(now.componentIDs == ["perilaku"])
        #expect(now.absentComponentIDs == ["lama"])
        let then = try Sample.load(text, period: "2020", files: Self.files)
        #expect(then.componentIDs == ["lama", "perilaku"])
        #expect(then.absentComponentIDs.isEmpty)
    }

    @Test("Law that only a scheme reads that is not in force is no law of the run")
    func uses() throws {
        let text = Self.text([
            ("a", "rule_set: pp46-2011\n      cap: { parameter: lama }"), ("b", ""),
        ])
        let then = try Sample.load(text, period: "2020", files: Self.files)
        #expect(then.parameters.map(\.name).sorted() == ["dasar-penilaian", "lama"])
        let now = try Sample.load(text, period: "2025", files: Self.files)
        #expect(now.parameters.map(\.name) == ["dasar-penilaian"])
    }

    @Test("A definition without a scheme in force is refused, with the day and the period")
    func noneInForce() throws {
        let text = Self.text([("a", "rule_set: pp46-2011"), ("b", "until: 2023-12-31")])
        let found = Sample.faults(text, period: "2024", files: Self.files)
        #expect(found.map(\.code) == [.parameterNotInForce])
        #expect(found.first?.code.rawValue == "R401")
        #expect(found.first?.message == "no scheme is in force on 2024-12-31 for '2024'")
        #expect(try schemes(text, "2023") == ["b"])
    }

    @Test("A rule set that the law does not have is a fault, with the nearest that it has")
    func unknownRuleSet() {
        let text = Self.text([("a", "rule_set: panrb6-2023"), ("b", "")])
        let found = Sample.faults(text, period: "2024", files: Self.files)
        #expect(found.map(\.code) == [.unknownName])
        #expect(found.first?.hint == "did you mean 'panrb6-2022'?")
    }
}
