internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport
internal import Testing

/// Data quality of the sample against a second implementation, over two semesters.
@Suite("Referee of data quality")
struct QualityRefereeTests {
    private static let columns = [
        "cakupan", "unit", "tingkat", "kode", "diperiksa", "bermasalah", "tak_terperiksa", "nilai",
        "terukur", "nilai_lalu", "perubahan",
    ]

    private static func publish(
        _ period: String, previous: String?, _ folder: TemporaryFolder
    ) async throws -> String {
        var options = RunOptions(
            definition: Repository.path("pipelines/kualitas.yaml"),
            period: try #require(AppraisalPeriod(parsing: period)),
            inputs: Repository.path("sample-data/kualitas/\(period)"), output: folder("out"),
            workers: 2, language: .indonesian, program: PublishedCases.program)
        options.previous = previous
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        return try #require(outcome.folder)
    }

    @Test("Each figure, each person and each change is what the referee finds")
    func semesters() async throws {
        let folder = try TemporaryFolder()
        var previous: (period: String, run: String)?
        for period in ["2025-S1", "2025-S2"] {
            let run = try await Self.publish(period, previous: previous?.run, folder)
            let referee = folder("referee-\(period)")
            _ = try Subprocess.require(
                ["python3", Repository.path("Tests/Referee/kualitas.py"), referee, period]
                    + (previous.map { [$0.period] } ?? []))
            let figures = try CSVText("\(referee)/kualitas-data.csv")
            #expect(figures.header == Self.columns && figures.rows.count == 7 * 32)
            expectSame(
                try CSVText("\(run)/kualitas-data.csv").selecting(Self.columns), figures.rows,
                "\(period) kualitas-data.csv")
            let people = try CSVText("\(referee)/kualitas-temuan.csv")
            #expect(people.rows.count > 30)
            expectSame(
                try CSVText("\(run)/kualitas-temuan.csv").selecting(people.header), people.rows,
                "\(period) kualitas-temuan.csv")
            previous = (period, run)
        }
    }
}
