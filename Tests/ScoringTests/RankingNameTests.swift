import Evidence
import MiniRun
import Scoring
import Testing

@Suite("Ranking: names")
struct RankingNameTests {
    @Test("Who has no name sorts last, ascending too", arguments: ["asc", "desc"])
    func missingNameIsLast(direction: String) throws {
        let run = try Sample.run(
            "{ id: diklat, method: training, from: [diklat], hours: 100, weight: 100 }",
            rest: "rank: { order: [nama \(direction), nip asc] }",
            [
                "pegawai": "@1;;A\n@2;Budi;A\n",
                "diklat": "@1;X;2025-01-01;80\n@2;X;2025-01-01;80\n",
            ])
        #expect(Ranking.rank(run.results(), run.evidence).listing == [1, 0])
    }
}
