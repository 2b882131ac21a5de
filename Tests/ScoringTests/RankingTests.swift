import Definition
import Evidence
import MiniRun
import Scoring
import Testing

@Suite("Ranking")
struct RankingTests {
    /// People with hours of training (points of the only component that all have) and a second component for some.
    private func rank(
        _ rank: String, people: String = "@1;Ani;A\n@2;Budi;A\n@3;Cici;B\n@4;Dedi;B\n",
        hours: [String], second: [String] = [], units: String = ""
    ) throws -> (table: RankTable, run: MiniRun) {
        let rows = hours.enumerated().filter { $0.element != "-" }
            .map { "@\($0.offset + 1);X;2025-01-01;\($0.element)\n" }.joined()
        let ratings = second.enumerated().filter { $0.element != "-" }
            .map { "@\($0.offset + 1);@9;atasan;;\($0.element)\n" }.joined()
        let run = try Sample.run(
            "{ id: diklat, method: training, from: [diklat], hours: 100, weight: 50 }, "
                + "{ id: nilai, method: rating, from: [nilai], roles: { atasan: 1 }, weight: 50, "
                + "missing: reweight }",
            rest: "rank: { \(rank) }",
            ["pegawai": people, "diklat": rows, "nilai": ratings, "unor": units])
        return (Ranking.rank(run.results(), run.evidence), run)
    }

    @Test(
        "Equal finals share a rank, or are told apart by the listing order",
        arguments: [
            ("ties: share", ["90", "80", "80", "70"], [1, 2, 2, 4], [0, 1, 2, 3]),
            ("ties: break", ["90", "80", "80", "70"], [1, 2, 3, 4], [0, 1, 2, 3]),
            ("ties: share", ["70", "80", "90", "80"], [4, 2, 1, 2], [2, 1, 3, 0]),
            (
                "order: [nama desc, nip asc]", ["80", "80", "80", "90"], [2, 2, 2, 1], [3, 2, 1, 0]
            ),
            (
                "ties: break, order: [nama desc, nip asc]", ["80", "80", "80", "90"], [4, 3, 2, 1],
                [3, 2, 1, 0]
            ),
            ("by: [akhir asc]", ["90", "80", "80", "70"], [4, 2, 2, 1], [3, 1, 2, 0]),
            ("by: [nip desc]", ["90", "80", "80", "70"], [4, 3, 2, 1], [3, 2, 1, 0]),
            // All equal: one rank for all.
            ("ties: share", ["80", "80", "80", "80"], [1, 1, 1, 1], [0, 1, 2, 3]),
            // Who has no score has no rank and counts nowhere.
            ("ties: share", ["90", "-", "80", "80"], [1, 0, 2, 2], [0, 2, 3]),
        ])
    func ranks(keys: String, hours: [String], ranks: [Int32], listing: [Int32]) throws {
        let (table, _) = try rank(keys, hours: hours)
        #expect(table.ranks.first == ranks)
        #expect(table.listing == listing)
    }

    @Test(
        "A component is a key, and a missing one sorts last in either direction",
        arguments: [
            ("by: [nilai desc]", [2, 3, 1, 3], [2, 0, 1, 3]),
            ("by: [nilai asc]", [1, 3, 2, 3], [0, 2, 1, 3]),
            ("by: [nilai desc, diklat asc]", [2, 4, 1, 3], [2, 0, 3, 1]),
            ("by: [nilai desc], order: [diklat asc, nip asc]", [2, 3, 1, 3], [2, 0, 3, 1]),
        ])
    func ranksByComponent(keys: String, ranks: [Int32], listing: [Int32]) throws {
        let (table, _) = try rank(
            keys, hours: ["80", "80", "80", "70"], second: ["50", "-", "60", "-"])
        #expect(table.ranks.first == ranks)
        #expect(table.listing == listing)
    }

    @Test("Finals that are equal as published differ where the ranking is exact")
    func ranksExactly() throws {
        let hours = ["80.001", "80.004", "80.004", "79.996"]
        #expect(try rank("exact: false", hours: hours).table.ranks.first == [1, 1, 1, 1])
        #expect(try rank("exact: true", hours: hours).table.ranks.first == [3, 1, 1, 4])
        #expect(try rank("exact: true", hours: hours).table.listing == [1, 2, 0, 3])
    }

    @Test("Every group has its own ranks, in which everyone shares the numbers of all")
    func ranksGroups() throws {
        let people = "@1;Ani;A;Guru\n@2;Budi;A;\n@3;Cici;B;guru\n@4;Dedi;B;Guru\n@5;Eka;A;Guru\n"
        let (table, _) = try rank(
            "within: [semua, unit, jabatan, unit.kelompok]", people: people,
            hours: ["90", "80", "80", "70", "-"], units: "A;;x\nB;;x\n")
        #expect(table.groups.map(\.name) == ["semua", "unit", "jabatan", "unit.kelompok"])
        #expect(table.ranks[0] == [1, 2, 2, 4, 0])
        #expect(table.ranks[1] == [1, 2, 1, 2, 0])
        // Guru and guru are two groups as written; who states none is in no group.
        #expect(table.ranks[2] == [1, 0, 1, 2, 0])
        #expect(table.ranks[3] == [1, 2, 2, 4, 0])
        #expect(table.groupSizes[0] == [4, 4, 4, 4, 4])
        #expect(table.groupSizes[1] == [2, 2, 2, 2, 2])
        #expect(table.groupSizes[2] == [2, 0, 1, 2, 2])
    }
}
