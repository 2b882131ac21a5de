internal import TestSupport
internal import Testing

/// Groups, recaps and regional tables against figures derived from the referees' own results.
@Suite("Regional referees")
struct RegionalRefereeTests {
    /// Every table that `regional.py` must write for a region, so that none is forgotten.
    private static let tables = [
        "ambon": [], "jakarta": ["penghargaan.csv"], "marelan": ["evaluasi.csv"],
        "pariaman": ["pemantauan.csv"], "sabang": ["kesenjangan.csv"],
    ]

    @Test(
        "Ranks in groups, unit recaps, incentive list and regional tables are the referee's",
        arguments: GoldenCase.all)
    func tables(golden: GoldenCase) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let referee = try RegionalReferee(golden)
        let wanted = ["hasil.csv", "insentif.csv", "rekap-unit.csv"]
        #expect(referee.names == (wanted + (Self.tables[golden.region] ?? [])).sorted())
        for name in referee.names {
            let expected = try referee.table(name)
            let found = try CSVText("\(folder)/\(name)").selecting(expected.header)
            #expect(!expected.rows.isEmpty)
            expectSame(found, expected.rows, "\(golden.testDescription) \(name)")
        }
    }
}
