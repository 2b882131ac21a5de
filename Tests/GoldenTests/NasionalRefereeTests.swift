internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport
internal import Testing

/// The national pipeline against a second implementation, on the sample and on hard invented exports.
@Suite("National referee")
struct NasionalRefereeTests {
    /// One run and what the referee finds in the same inputs.
    private struct Pair {
        let run: String
        let referee: String

        init(
            definition: String, inputs: String, period: String, _ folder: TemporaryFolder
        ) async throws {
            referee = folder("referee")
            _ = try Subprocess.require([
                "python3", Repository.path("Tests/Referee/nasional.py"), referee, inputs, period,
            ])
            let options = RunOptions(
                definition: definition, period: try #require(AppraisalPeriod(parsing: period)),
                inputs: inputs, output: folder("out"), workers: 2, language: .indonesian,
                program: PublishedCases.program)
            let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
            run = try #require(outcome.folder)
        }

        /// Ranks, components, finals and predikat in their order; the others as sets of rows.
        func compare(_ what: String) throws {
            let expected = try CSVText("\(referee)/hasil.csv")
            let found = try CSVText("\(run)/hasil.csv").selecting(expected.header)
            expectSame(found, expected.rows, "\(what) hasil.csv")
            try compareRows("tanpa-nilai.csv", ["nip", "alasan"], what)
            try compareRows("pengecualian.csv", ["nip", "alasan"], what)
            try compareRows("penolakan.csv", ["berkas", "baris", "alasan"], what)
            try compareBalances(what)
            try compareConformance(what)
        }

        private func compareRows(_ file: String, _ columns: [String], _ what: String) throws {
            let expected = try CSVText("\(referee)/\(file)").rows
            let found = try CSVText("\(run)/\(file)").selecting(columns)
            expectSame(sorted(found), sorted(expected), "\(what) \(file)")
        }

        private func compareBalances(_ what: String) throws {
            let sheet = try ControlSheetJSON(ofRun: run)
            let found = sheet.files.map { file in
                let rows = file.rows
                let counts = [
                    rows.read, rows.used, rows.rejected, rows.excluded, rows.superseded,
                    rows.setAside,
                ]
                return [file.path] + counts.map(String.init)
            }
            let expected = try CSVText("\(referee)/hitungan.csv").rows
            expectSame(sorted(found), sorted(expected), "\(what) balances")
            #expect(sheet.balanced)
        }

        /// A stated predikat that the matrix does not give (S420), or that cannot be judged (S421).
        private func compareConformance(_ what: String) throws {
            let codes = ["berbeda": "S420", "tidak dapat diperiksa": "S421"]
            let expected = try CSVText("\(referee)/kesesuaian.csv")
                .selecting(["hasil", "berkas", "baris"])
                .compactMap { row in codes[row[0]].map { [$0] + row.dropFirst() } }
            let found = try CSVText("\(run)/temuan.csv").selecting(["kode", "berkas", "baris"])
                .filter { codes.values.contains($0[0]) }
            expectSame(sorted(found), sorted(expected), "\(what) conformance")
        }

        private func sorted(_ rows: [[String]]) -> [[String]] {
            rows.sorted { $0.joined(separator: "\u{1}") < $1.joined(separator: "\u{1}") }
        }
    }

    @Test(
        "Every result, reject and balance of the sample is the referee's",
        arguments: ["2019", "2021-S1", "2021-S2", "2021", "2024"])
    func sample(period: String) async throws {
        let folder = try TemporaryFolder()
        let pair = try await Pair(
            definition: Repository.path("pipelines/nasional.yaml"),
            inputs: Repository.path("sample-data/nasional/\(period)"), period: period, folder)
        try pair.compare(period)
        #expect(try CSVText("\(pair.referee)/hasil.csv").rows.count >= 5)
    }

    /// The seed is fixed; another one, and more people, are a matter of a minute by hand.
    @Test(
        "Figures on and next to every border are the referee's",
        arguments: ["2019", "2021-S2", "2021", "2022", "2024", "2024-Q1"])
    func borders(period: String) async throws {
        let folder = try TemporaryFolder()
        _ = try Subprocess.require([
            "python3", Repository.path("Tests/Referee/nasional_cases.py"), folder(""), period,
            "2024", "240",
        ])
        let pair = try await Pair(
            definition: folder("nasional.yaml"), inputs: folder("inputs"), period: period, folder)
        try pair.compare(period)
        #expect(try CSVText("\(pair.referee)/hasil.csv").rows.count >= 60)
        #expect(try CSVText("\(pair.referee)/tanpa-nilai.csv").rows.count >= 10)
        #expect(try CSVText("\(pair.referee)/penolakan.csv").rows.count >= 10)
    }
}
