internal import CivilService
internal import Diagnostics
internal import TestSupport
internal import Testing

@testable internal import Kinerja

/// The same people under three regulations, against figures worked out by hand.
@Suite("History under the rule then in force")
struct HistoryTests {
    private static let periods = ["2019", "2021-S1", "2021-S2", "2021", "2024"]

    private static func options(
        _ period: String, rules: String = "then", output: String
    ) throws -> RunOptions {
        var options = RunOptions(
            definition: Repository.path("pipelines/nasional.yaml"),
            period: try #require(AppraisalPeriod(parsing: period)),
            inputs: Repository.path("sample-data/nasional/\(period)"), output: output, workers: 2,
            language: .indonesian, program: PublishedCases.program)
        try options.apply(rules: rules)
        return options
    }

    /// Rows of a CSV by NIP, each a map of heading to cell, of the headings named.
    private static func rows(
        _ path: String, _ headings: [String]
    ) throws -> [String: [String: String]] {
        let table = try PublishedTable(path)
        var rows: [String: [String: String]] = [:]
        for row in table.rows.indices {
            let cells = headings.map { ($0, table.cell(row, $0)) }
            rows[table.cell(row, "nip")] = Dictionary(uniqueKeysWithValues: cells)
        }
        return rows
    }

    @Test("Every figure is the one derived by hand", arguments: periods)
    func derived(period: String) async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Appraisal.run(
            Self.options(period, output: folder("out")), mode: .publish, progress: nil)
        let published = try #require(outcome.folder)
        let derived = "Tests/GoldenTests/Golden/nasional/derived/\(period).csv"
        let headings = try #require(try Disk.text(Repository.path(derived)).split(separator: "\n").first)
            .split(separator: ",").map(String.init)
        let expected = try Self.rows(Repository.path(derived), headings)
        let found = try Self.rows("\(published)/hasil.csv", headings)
        #expect(Set(found.keys) == Set(expected.keys))
        for (nip, cells) in expected {
            for (heading, cell) in cells {
                #expect(found[nip]?[heading] == cell, "\(period) \(nip) \(heading)")
            }
        }
        #expect(outcome.excluded == 1)
        #expect(outcome.unscored == 1)
    }
}
