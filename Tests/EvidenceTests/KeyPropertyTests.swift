import Batches
import MiniRun
import TestSupport
import Testing

/// Duplicates found by keys of every shape against a set of normalised keys.
@Suite("SourceFold: keys of every shape")
struct KeyPropertyTests {
    /// What a column of the key holds; each value has several spellings.
    enum Field {
        case person(of: Int)
        case unit
        case indicator
        case month([Int])
        case day(months: ClosedRange<Int>)
        case listed([String], mayBeAbsent: Bool)
        case free(mayBeAbsent: Bool)

        /// - Returns: The text of a cell, and what it means.
        func cell(_ random: inout SplitMix64) -> (text: String, meaning: String) {
            switch self {
            case .person(let count):
                let number = Int.random(in: 1...count, using: &random)
                return ("@\(number)", "\(number)")
            case .unit: return Self.spelled(["PKM A", "PKM B", "Dinas"], &random)
            case .indicator: return Self.spelled(["KP", "WT", "K 3", "K4"], &random)
            case .month(let months):
                let month = months.randomElement(using: &random) ?? 1
                let padded = month < 10 ? "0\(month)" : "\(month)"
                let forms = ["2025-\(padded)", "\(month)/2025", "2025\(padded)"]
                return (forms.randomElement(using: &random) ?? "", "\(month)")
            case .day(let months):
                let (month, day) = (
                    Int.random(in: months, using: &random),
                    "1\(Int.random(in: 0...9, using: &random))"
                )
                let padded = month < 10 ? "0\(month)" : "\(month)"
                let forms = ["2025-\(padded)-\(day)", "\(day)/\(month)/2025"]
                return (forms.randomElement(using: &random) ?? "", "\(month)-\(day)")
            case .listed(let values, let mayBeAbsent):
                if mayBeAbsent, Int.random(in: 0..<4, using: &random) == 0 {
                    return (["", "-", "NULL"].randomElement(using: &random) ?? "", "absent")
                }
                return Self.spelled(values, &random)
            case .free(let mayBeAbsent):
                if mayBeAbsent, Int.random(in: 0..<4, using: &random) == 0 { return ("", "absent") }
                // Nothing lists these: their letters count as they stand.
                let text = ["r1", "R1", "r2", "r 2"].randomElement(using: &random) ?? ""
                return (text, "=\(text)")
            }
        }

        private static func spelled(
            _ values: [String], _ random: inout SplitMix64
        ) -> (String, String) {
            let value = values.randomElement(using: &random) ?? ""
            let forms = [
                value, value.lowercased(), value.uppercased(), " \(value) ",
                value.replacing(" ", with: "-"),
            ]
            return (forms.randomElement(using: &random) ?? value, value)
        }
    }

    /// A source, its columns in order; those that are in no key come last.
    struct Shape: Sendable, CustomTestStringConvertible {
        var source: String
        var key: [String]
        var columns: [(name: String, field: Field)]
        var rest: [(name: String, text: String)] = []
        var rules = ""
        var period = "2025"
        var people = 3

        var testDescription: String { "\(source) \(key) of \(people) in \(period)" }
    }

    private static let roles = Field.listed(["Atasan", "rekan", "Staf Ahli"], mayBeAbsent: false)
    private static let aspects = Field.listed(["P1", "P2", "p 3"], mayBeAbsent: true)
    private static let roleRules =
        "{ column: peran, one_of: [Atasan, rekan, Staf Ahli] }, "
        + "{ column: aspek, one_of: [P1, P2, p 3] }"
    private static let quarters = [3, 6, 9, 12]

    static let shapes: [Shape] = [
        Shape(
            source: "attainment", key: ["nip", "indikator", "bulan"],
            columns: [
                ("nip", .person(of: 3)), ("indikator", .indicator), ("bulan", .month(quarters)),
            ], rest: [("realisasi", "1")], rules: "{ column: bulan, months: [12, 3, 6, 9] }"),
        Shape(
            source: "attainment", key: ["bulan", "indikator", "nip"],
            columns: [
                ("nip", .person(of: 40)), ("indikator", .indicator), ("bulan", .month([1, 2, 3])),
            ], rest: [("realisasi", "1")], period: "2025-Q1", people: 40),
        Shape(
            source: "attainment", key: ["nip", "indikator", "ukuran"],
            columns: [
                ("indikator", .indicator), ("ukuran", .free(mayBeAbsent: true)),
                ("nip", .person(of: 3)),
            ], rest: [("realisasi", "1")]),
        Shape(
            source: "attainment", key: ["unit", "indikator", "bulan"],
            columns: [
                ("unit", .unit), ("indikator", .indicator), ("bulan", .month(Array(1...12))),
            ], rest: [("realisasi", "1")]),
        Shape(
            source: "rating", key: ["nip", "penilai", "peran", "aspek"],
            columns: [
                ("nip", .person(of: 4)), ("penilai", .person(of: 4)), ("peran", roles),
                ("aspek", aspects),
            ], rest: [("nilai", "1")], rules: roleRules + ", { column: penilai, refers: pegawai }",
            people: 4),
        Shape(
            source: "rating", key: ["nip", "penilai", "peran", "aspek"],
            columns: [
                ("penilai", .person(of: 9)), ("nip", .person(of: 9)), ("peran", roles),
                ("aspek", aspects),
            ], rest: [("nilai", "1")], rules: roleRules + ", { column: penilai, refers: pegawai }",
            people: 90),
        Shape(
            source: "rating", key: ["penilai", "nip"],
            columns: [("nip", .person(of: 9)), ("penilai", .person(of: 20))],
            rest: [("nilai", "1"), ("peran", "rekan")], people: 9),
        Shape(
            source: "rating", key: ["penilai", "peran", "aspek", "nip"],
            columns: [
                ("nip", .person(of: 4)), ("penilai", .person(of: 8)), ("peran", roles),
                ("aspek", aspects),
            ], rest: [("nilai", "1")], rules: roleRules, people: 4),
        Shape(
            source: "rating", key: ["nip", "responden", "peran", "aspek"],
            columns: [
                ("nip", .person(of: 3)), ("responden", .free(mayBeAbsent: false)),
                ("peran", roles), ("aspek", aspects),
            ], rest: [("nilai", "1")], rules: roleRules),
        Shape(
            source: "rating", key: ["nip", "tanggal", "peran"],
            columns: [
                ("nip", .person(of: 3)), ("tanggal", .day(months: 1...12)), ("peran", roles),
            ], rest: [("nilai", "1")],
            // Two lists: what both have.
            rules: "{ column: peran, one_of: [Atasan, rekan, Staf Ahli] }, "
                + "{ column: peran, one_of: [x, y, z, Staf Ahli, rekan, Atasan] }"),
        Shape(
            source: "rating", key: ["nip", "peran", "aspek"],
            columns: [("nip", .person(of: 6)), ("peran", roles), ("aspek", aspects)],
            rest: [("nilai", "1")],
            rules: "{ column: peran, one_of: [Atasan, rekan, Staf Ahli] }, "
                + "{ column: aspek, one_of: [P1, P2, p 3] }, "
                + "{ column: aspek, one_of: [q, r, s, t, u, v, w, P1, P2, p 3] }", people: 6),
        Shape(
            source: "attendance", key: ["nip", "tanggal"],
            columns: [("nip", .person(of: 3)), ("tanggal", .day(months: 5...5))],
            rest: [("alpa", "1")], period: "2025-05"),
        Shape(
            source: "attendance", key: ["tanggal", "nip"],
            columns: [("nip", .person(of: 5)), ("tanggal", .day(months: 1...12))],
            rest: [("alpa", "1")], people: 5),
    ]

    private static func definition(_ shape: Shape) -> String {
        let names = shape.columns.map(\.name) + shape.rest.map(\.name)
        let columns = names.enumerated().map { "\($1): c\($0)" }.joined(separator: ", ")
        let length =
            shape.period.contains("Q") ? "quarter" : shape.period.count == 4 ? "year" : "month"
        return """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: \(length)
            ingest:
              pegawai: { kind: register, files: p.csv, columns: { nip: a } }
              indikator: { kind: indicator, files: i.csv, columns: { indikator: a, arah: b } }
              unor: { kind: unit, files: u.csv, columns: { unit: a } }
              data:
                kind: \(shape.source)
                files: d.csv
                key: [\(shape.key.joined(separator: ", "))]
                columns: { \(columns) }
            validate: { data: { rules: [ \(shape.rules) ] } }
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """
    }

    @Test("Of rows whose keys mean the same the first stands", arguments: shapes)
    func agrees(shape: Shape) throws {
        for seed in 0..<4 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var table = ""
            var seen: Set<[String]> = []
            var expected: [String] = []
            for line in 1...[3, 30, 300, 900][Int(seed)] {
                let cells = shape.columns.map { $0.field.cell(&random) }
                let meanings = Dictionary(
                    uniqueKeysWithValues: zip(shape.columns.map(\.name), cells.map(\.meaning)))
                table += (cells.map(\.text) + shape.rest.map(\.text)).joined(separator: ";") + "\n"
                let isNew = seen.insert(shape.key.map { meanings[$0] ?? "" }).inserted
                if !isNew { expected.append("\(line) duplicate -") }
            }
            let register = (1...max(20, shape.people)).map { "@\($0)\n" }.joined()
            let run = try MiniRun(
                Self.definition(shape), period: shape.period,
                [
                    "pegawai": register, "indikator": "KP;naik\nWT;turun\nK 3;naik\nK4;naik\n",
                    "unor": "PKM A\nPKM B\nDinas\n", "data": table,
                ])
            #expect(run.rejects["data"] == expected, "seed \(seed)")
            if seed > 1 { #expect(!expected.isEmpty && expected.count < 900) }
        }
    }

    @Test("Many thousand keys are told apart, and each of them is known again")
    func keepsMany() throws {
        let shape = Shape(
            source: "rating", key: ["penilai", "nip"],
            columns: [("nip", .person(of: 150)), ("penilai", .person(of: 150))],
            rest: [("nilai", "1"), ("peran", "rekan")], people: 150)
        var table = ""
        for rater in 1...60 {
            for person in 1...150 { table += "@\(person);@\(rater);1;rekan\n" }
        }
        for rater in stride(from: 1, through: 60, by: 7) { table += "@150;@\(rater);2;rekan\n" }
        let run = try MiniRun(
            Self.definition(shape), period: shape.period,
            ["pegawai": (1...150).map { "@\($0)\n" }.joined(), "data": table])
        #expect(run.rejects["data"] == (9_001...9_009).map { "\($0) duplicate -" })
    }

    @Test(
        "Events of different people are different, whatever the order of the key",
        arguments: ["nip, peristiwa", "peristiwa, nip"])
    func keepsEvents(key: String) throws {
        let definition = """
            kinerja: 1
            pipeline: uji
            title: Uji
            period: year
            ingest:
              pegawai: { kind: register, files: p.csv, columns: { nip: a } }
              peristiwa:
                kind: event
                files: e.csv
                key: [\(key)]
                columns: { nip: a, peristiwa: b, tanggal: c }
            validate:
              peristiwa: { rules: [ { column: peristiwa, one_of: [mutasi, promosi, tugas] } ] }
            score:
              schemes:
                - id: umum
                  components: [ { id: u, method: unit-result, weight: 100 } ]
            """
        var table = ""
        for person in 1...9 {
            for event in ["mutasi", "promosi", "tugas", "Promosi"] {
                table += "@\(person);\(event);2025-05-01\n"
            }
        }
        let run = try MiniRun(
            definition, period: "2025",
            ["pegawai": (1...9).map { "@\($0)\n" }.joined(), "peristiwa": table])
        // The fourth row of each person repeats the second.
        #expect(run.rejects["peristiwa"] == (1...9).map { "\($0 * 4) duplicate -" })
    }

    @Test("With refuse, another spelling of a listed value is the same fact")
    func refusesByMeaning() throws {
        let run = try Sample.run(
            [
                "pegawai": "@1;A\n@2;A\n",
                "nilai": "@1;atasan;80\n@1;Atasan;80\n@2;rekan;70\n@2;REKAN;71\n",
            ], ratings: "duplicates: refuse",
            rest: "validate: { nilai: { rules: [ { column: peran, one_of: [atasan, rekan] } ] } }")
        #expect(run.rejects["nilai"] == ["2 duplicate -"])
        #expect(run.conflicts["nilai"] == [3, 4])
    }
}
