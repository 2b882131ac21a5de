import Definition
import Diagnostics
import Evidence
import Formulas
import MiniRun
import Scoring
import Testing

@Suite("SkpPP46Scorer")
struct SkpPP46Tests {
    /// The published example: (100 + 90 + 76)/3 = 266/3.
    private static let teaching = """
        @1;Mengajar;kuantitas;2;2
        @1;Mengajar;kualitas;100;90
        @1;Mengajar;waktu;12;12

        """
    /// Two reports where one was targeted: (200 + 90 + 76)/3 = 122.
    private static let report = """
        @1;Laporan;Kuantitas;1;2
        @1;Laporan;KUALITAS;100;90
        @1;Laporan; waktu ;12;12

        """

    private func faults(_ run: MiniRun) -> [String] {
        SkpFault.find(run.evidence).map { "\($0.kind) \($0.place.line) \($0.place.person)" }
    }

    @Test(
        "Points are the mean of the activities and what is added",
        arguments: [
            (teaching, "266/3"),
            // (266/3 + 122)/2 = 316/3.
            (teaching + report, "316/3"),
            // Four tasks in two rows: 2.
            (
                teaching + "@1;pertama;tugas tambahan;;3\n@1;kedua;Tugas Tambahan;;1\n",
                "272/3"
            ),
            // 6 for the organisation, twice 3 for the unit.
            (teaching + "@1;organisasi;kreativitas;;1\n@1;Unit;kreativitas;;2\n", "302/3"),
            // Four aspects: biaya (1.76 × 100 − 90)/100 = 86; (100 + 90 + 76 + 86)/4.
            (teaching + "@1;Mengajar;biaya;100;90\n", "88"),
            // Months: kuantitas 3/4 = 75, kualitas (80 + 90)/2 of 100 = 85, waktu 76; 236/3.
            (
                """
                @1;A;kuantitas;1;1;2020-01
                @1;A;kuantitas;3;2;2020-02
                @1;A;kualitas;100;80;2020-01
                @1;A;kualitas;100;90;2020-02
                @1;A;waktu;1;1;2020-01
                @1;A;waktu;1;1;2020-02

                """, "236/3"
            ),
            // Nothing done: time is worth nothing, stated or not.
            ("@1;A;kuantitas;5;0\n@1;A;kualitas;100;0\n@1;A;waktu;12;12\n", "0"),
            ("@1;A;kuantitas;5;0\n@1;A;kualitas;100;0\n@1;A;waktu;12;\n", "0"),
            // Activities are told apart as they are written: 1.1 is not 11. (100 + 50)/2.
            ("@1;1.1;kuantitas;2;2\n@1;11;kuantitas;2;1\n", "75"),
            ("@1;negara;kreativitas;;1\n", "-"),
            ("", "-"),
        ])
    func points(rows: String, expected: String) throws {
        let run = try SkpSample.pp46(rows)
        #expect(run.points() == [expected])
        #expect(faults(run) == [])
        #expect(run.rejects["skp"] == [])
    }

    @Test("SKP name activities of their own, though there is a table of indicators")
    func activities() throws {
        let run = try SkpSample.pp46(Self.teaching, indicators: "K1;naik;1;100\n")
        #expect(run.rejects["skp"] == [])
        #expect(run.points() == ["266/3"])
        #expect(run.definition.namesActivities("skp"))
    }

    @Test("A source that attainment reads too is held against the table of indicators")
    func shared() throws {
        let definition = SkpSample.definition(
            "skp-pp46", columns: SkpSample.pp46Columns, length: "year", keys: "")
        let shared = definition.replacing(
            "weight: 100 } ]",
            with: "weight: 50 }, { id: b, method: attainment, from: [skp], weight: 50 } ]")
        let run = try SkpSample.run(
            shared, period: "2020", Self.teaching, indicators: "K1;naik;1;100\n")
        #expect(!run.definition.namesActivities("skp"))
        #expect(
            run.rejects["skp"] == [
                "1 unknown-indicator indikator", "2 unknown-indicator indikator",
                "3 unknown-indicator indikator",
            ])
    }

    @Test(
        "What cannot be measured counts as missing and is found",
        arguments: [
            ("@1;A;waktu;0;5\n", "target"), ("@1;A;waktu;;5\n", "target"),
            ("@1;A;waktu;-1;5\n", "target"), ("@1;A;waktu;5;\n", "realisation"),
            ("@1;A;kuantitas;5;\n", "realisation"),
        ])
    func missing(row: String, kind: String) throws {
        let run = try SkpSample.pp46(row + Self.teaching)
        #expect(run.points() == ["266/3"])
        #expect(faults(run) == ["\(kind) 1 0"])
        // One of two activities is 50 percent.
        #expect(
            try SkpSample.pp46(row + Self.teaching, keys: ", minimum_present: 50").points()
                == ["266/3"])
        #expect(
            try SkpSample.pp46(row + Self.teaching, keys: ", minimum_present: 51").points()
                == ["-"])
    }

    @Test(
        "A row that the rule does not know leaves the person without a value",
        arguments: [
            "@1;A;mutu;5;5\n", "@1;A;;5;5\n", "@1;dunia;kreativitas;;1\n",
            "@1;unit;kreativitas;;0.5\n", "@1;unit;kreativitas;;\n", "@1;x;tugas tambahan;;1.5\n",
            "@1;x;tugas tambahan;;-1\n", "@1;x;tugas tambahan;;\n",
        ])
    func unknown(row: String) throws {
        let run = try SkpSample.pp46(Self.teaching + row)
        #expect(run.points() == ["-"])
        #expect(faults(run) == ["row 4 0"])
    }

    @Test("The explanation shows activities, aspects, rows and what they rest on")
    func trace() throws {
        let run = try SkpSample.pp46(Self.teaching)
        let component = try #require(explained(run).first)
        let activity = try #require(component.children.first)
        #expect(activity.label == "kegiatan Mengajar")
        #expect(activity.children.map(\.label) == ["kuantitas", "kualitas", "waktu"])
        #expect(activity.children.map(\.value) == ["100", "90", "76"])
        #expect(activity.children.flatMap(\.rows).map(\.line) == [1, 2, 3])
        #expect(
            SkpSample.parameters(of: activity.children[2]) == [
                "pp46-efisiensi", "pp46-efisiensi", "pp46-batas-aspek", "pp46-nilai-terendah",
            ])
    }

    @Test("The explanation of a missing value names the rows that are why")
    func traceOfMissing() throws {
        let run = try SkpSample.pp46(Self.teaching + "@1;A;mutu;5;5\n")
        let component = try #require(explained(run).first)
        #expect(component.value == nil)
        #expect(component.children.map(\.label) == ["baris yang tidak dapat dipakai"])
        #expect(component.children.flatMap(\.rows).map(\.line) == [4])
    }

    private func explained(_ run: MiniRun) -> [Trace.Node] {
        var trace = Trace(isOn: true)
        _ = PersonScorer(evidence: run.evidence, statistics: UnitStatistics(run.evidence))
            .score(0, &trace)
        return trace.nodes
    }

    @Test("Outside of its validity, without a law or a column, the definition is refused")
    func refused() {
        func codes(_ definition: String, _ period: String) -> Set<String> {
            do throws(RunFailure) {
                _ = try SkpSample.run(definition, period: period, "")
                return []
            } catch {
                return Set(error.diagnostics.map(\.code.rawValue))
            }
        }
        let year = SkpSample.definition(
            "skp-pp46", columns: SkpSample.pp46Columns, length: "year")
        #expect(codes(year, "2020") == [])
        #expect(codes(year, "2022") == ["R401"])
        #expect(codes(year, "2013") == ["R401"])
        #expect(
            codes(
                SkpSample.definition(
                    "skp-pp46", columns: SkpSample.pp46Columns, length: "year", regulation: ""),
                "2020") == ["C108"])
        #expect(
            codes(
                SkpSample.definition(
                    "skp-pp46", columns: "{ nip: a, indikator: b, target: c, realisasi: d }",
                    length: "year"), "2020") == ["C105"])
    }
}
