import Arithmetic
import CivilService
import Evidence
import MiniRun
import Testing

/// Postings are written `unit first day…last day`, days of the quarter 2025-01-01…2025-03-31 as month-day.
@Suite("PopulationBuilder")
struct PopulationBuilderTests {
    private func postings(_ run: MiniRun, of person: Int = 0) -> [String] {
        let population = run.evidence.population
        return population.postings[person].map { posting in
            let unit = posting.unit < 0 ? "-" : population.unitNames[Int(posting.unit)]
            let days = [posting.first, posting.last].map { $0.description.dropFirst(5) }
            return "\(unit) \(days[0])…\(days[1])"
        }
    }

    private func reason(_ run: MiniRun, of person: Int = 0) -> String? {
        let exclusion = run.evidence.population.exclusions[person]
        return exclusion < 0
            ? nil : run.evidence.population.exclusionReasons[Int(exclusion)].reason
    }

    @Test(
        "Rows without end hold until the next, and only stated ends can overlap",
        arguments: [
            ("@1;A\n", ["A 01-01…03-31"], 0),
            ("@1;A;2020-01-01\n", ["A 01-01…03-31"], 0),
            ("@1;A;2025-02-10\n", ["A 02-10…03-31"], 0),
            ("@1;A;2020-01-01\n@1;B;2025-02-01\n", ["A 01-01…01-31", "B 02-01…03-31"], 0),
            // Whatever the order of the rows.
            ("@1;B;2025-02-01\n@1;A;2020-01-01\n", ["A 01-01…01-31", "B 02-01…03-31"], 0),
            ("@1;A\n@1;B;2025-02-01\n", ["A 01-01…01-31", "B 02-01…03-31"], 0),
            // A gap stays one.
            (
                "@1;A;2020-01-01;2025-01-15\n@1;B;2025-02-01\n",
                ["A 01-01…01-15", "B 02-01…03-31"], 0
            ),
            (
                "@1;A;2020-01-01;2025-01-31\n@1;B;2025-02-01\n",
                ["A 01-01…01-31", "B 02-01…03-31"], 0
            ),
            // One day too many is a finding, and the later post has the day.
            (
                "@1;A;2020-01-01;2025-02-01\n@1;B;2025-02-01\n",
                ["A 01-01…01-31", "B 02-01…03-31"], 1
            ),
            ("@1;A;2024-01-01;2024-12-31\n@1;B;2025-01-01\n", ["B 01-01…03-31"], 0),
            ("@1;A;2024-01-01\n@1;B;2025-04-01\n", ["A 01-01…03-31"], 0),
            ("@1;A;2024-01-01;2025-02-20\n", ["A 01-01…02-20"], 0),
            (
                "@1;A;2020-01-01\n@1;B;2025-01-10\n@1;A;2025-01-20\n",
                ["A 01-01…01-09", "B 01-10…01-19", "A 01-20…03-31"], 0
            ),
        ])
    func placesRows(rows: String, expected: [String], overlaps: Int) throws {
        let run = try Sample.run(["pegawai": rows])
        #expect(postings(run) == expected)
        #expect(run.overlaps.count == overlaps)
    }

    @Test("An overlap names the later row")
    func namesOverlaps() throws {
        let run = try Sample.run([
            "pegawai": "@2;A\n@1;A;2020-01-01;2025-02-01\n@1;B;2025-02-01\n"
        ])
        #expect(run.overlaps.map(\.line) == [3])
        #expect(run.overlaps.map(\.person) == [1])
    }

    @Test(
        "Events amend the register, and say whether the day still counts for the old post",
        arguments: [
            ("@1;mutasi;2025-02-10;tidak;B\n", ["A 01-01…02-09", "B 02-10…03-31"]),
            ("@1;mutasi;2025-02-10;ya;B\n", ["A 01-01…02-10", "B 02-11…03-31"]),
            ("@1;Mutasi;2025-02-10;;B\n", ["A 01-01…02-09", "B 02-10…03-31"]),
            ("@1;mutasi;2024-06-01;;B\n", ["B 01-01…03-31"]),
            ("@1;mutasi;2025-01-01;;B\n", ["B 01-01…03-31"]),
            ("@1;mutasi;2025-04-01;;B\n", ["A 01-01…03-31"]),
            (
                "@1;mutasi;2025-03-01;;C\n@1;mutasi;2025-02-01;;B\n",
                ["A 01-01…01-31", "B 02-01…02-28", "C 03-01…03-31"]
            ),
            // A promotion keeps the unit, and begins a post of its own.
            ("@1;promosi;2025-03-01;;;Kepala\n", ["A 01-01…02-28", "A 03-01…03-31"]),
            ("@1;pensiun;2025-03-01\n", ["A 01-01…02-28"]),
            ("@1;pensiun;2025-03-01;ya\n", ["A 01-01…03-01"]),
            ("@1;meninggal;2025-01-01;ya\n", ["A 01-01…01-01"]),
            ("@1;pensiun;2025-04-01\n", ["A 01-01…03-31"]),
            (
                "@1;mutasi;2025-02-01;;B\n@1;berhenti;2025-03-01\n",
                ["A 01-01…01-31", "B 02-01…02-28"]
            ),
        ])
    func appliesEvents(events: String, expected: [String]) throws {
        let run = try Sample.run(["pegawai": "@1;A;2020-01-01\n@9;B\n@8;C\n", "peristiwa": events])
        #expect(run.rejects["peristiwa"] == [])
        #expect(postings(run) == expected)
        #expect(reason(run) == nil)
    }

    @Test(
        "Who left before the period, or has no post in it, is left out with the reason",
        arguments: [
            ("@1;A;2020-01-01\n", "@1;pensiun;2025-01-01\n", "pensiun"),
            ("@1;A;2020-01-01\n", "@1;berhenti;2024-12-31;ya\n", "berhenti"),
            ("@1;A;2020-01-01\n", "@1;meninggal;2024-05-01\n", "meninggal"),
            ("@1;A;2020-01-01\n", "@1;pensiun;2025-01-01;ya\n", nil),
            ("@1;A;2025-04-01\n", "", "tidak bertugas dalam periode ini"),
            ("@1;A;2020-01-01;2024-12-31\n", "", "tidak bertugas dalam periode ini"),
            ("@1;A;2025-03-31\n", "", nil),
        ] as [(String, String, String?)])
    func leavesOut(rows: String, events: String, expected: String?) throws {
        let run = try Sample.run(["pegawai": rows, "peristiwa": events])
        #expect(reason(run) == expected)
    }

    @Test("The definition's exclusions come first, in their order")
    func excludesByRule() throws {
        let rest = """
            exclude:
              - { when: { golongan: [IX] }, reason: pppk, document: SE 1 }
              - { kind: event, when: { peristiwa: pensiun }, reason: purna tugas }
              - { when: { unit.kelompok: x }, reason: kelompok x }
            """
        let run = try Sample.run(
            [
                "pegawai": "@1;A;;;;;IX\n@2;B;;;;;III/d\n@3;A;;;;;III/d\n@4;A\n@5;B\n",
                "peristiwa":
                    "@4;pensiun;2024-01-01\n@5;berhenti;2024-01-01\n@1;pensiun;2024-01-01\n",
                "unor": "A;\nB;X\n",
            ], rest: rest)
        #expect(
            (0..<5).map { reason(run, of: $0) }
                == ["pppk", "kelompok x", nil, "purna tugas", "kelompok x"])
        #expect(run.evidence.population.exclusionReasons[0].document == "SE 1")
    }

    @Test("A person is ranked in the post of the last day, with what an event stated anew")
    func ranksInLastPost() throws {
        let run = try Sample.run([
            "pegawai": """
            @1;A;2020-01-01;;;Perawat;III/c;Ani
            @1;B;2025-02-01;;;Bidan;III/d;Ani
            @2;A;2020-01-01;;;Perawat;IX;Budi
            @3;A;2020-01-01;2025-02-28;;Guru
            @3;B;2025-04-01;;;Dosen

            """,
            "peristiwa": "@2;promosi;2025-03-01;;B;Kepala\n@1;promosi;2025-04-01;;;Direktur\n",
        ])
        let population = run.evidence.population
        #expect(population.units.map { population.unitNames[Int($0)] } == ["B", "B", "A"])
        #expect(
            (0..<3).map { population.text("jabatan", of: $0) } == ["Bidan", "Kepala", "Guru"])
        #expect((0..<3).map { population.text("golongan", of: $0) } == ["III/d", "IX", nil])
        #expect(population.text("mulai", of: 0) == "2025-02-01")
        #expect(population.text("nip", of: 0) == "198503122011011001")
        #expect(population.text("atasan", of: 0) == nil)
    }

    @Test("Acting posts are no postings, unless they count")
    func countsActing() throws {
        let rows = "@1;A;2020-01-01\n@1;B;2025-02-01;;ya\n"
        #expect(postings(try Sample.run(["pegawai": rows])) == ["A 01-01…03-31"])
        let counting = try Sample.run(["pegawai": rows], rest: "normalize: { acting: count }")
        #expect(postings(counting) == ["A 01-01…01-31", "B 02-01…03-31"])
    }

    @Test("Trials are people whose post or unit the definition names")
    func flagsTrials() throws {
        let run = try Sample.run(
            ["pegawai": "@1;A\n@2;B\n", "unor": "A;;ya\nB;;tidak\n"],
            rest: "trial: { unit.uji_coba: true }")
        #expect(run.evidence.population.isTrial == [true, false])
    }

    @Test("Units have their own result, and none where none is stated")
    func readsUnitResults() throws {
        let run = try Sample.run(["pegawai": "@1;A\n", "unor": "A;;;87.5\nB\nC;;;0\n"])
        #expect(run.evidence.unitResults.map { $0?.exactText } == ["87.5", nil, "0"])
    }
}
