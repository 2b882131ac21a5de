internal import TestSupport
internal import Testing

/// Two implementations that share nothing but the definition's text must agree on every person.
@Suite("Referees")
struct RefereeTests {
    @Test(
        "Every person's components, final, predikat and rank are the referee's",
        arguments: GoldenCase.all)
    func results(golden: GoldenCase) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let expected = try await PublishedCases.shared.referee(of: golden).table("hasil.csv")
        let found = try CSVText("\(folder)/hasil.csv")
        // Sabang has a component that is called as the unit's column is.
        let columns = expected.header.map {
            golden.region == "sabang" && $0 == "unit" ? "nilai_unit" : $0
        }
        let rows = try found.selecting(columns)
        #expect(rows.count == expected.rows.count)
        #expect(expected.rows.count >= 400)
        expectSame(rows, expected.rows, golden.testDescription)
        // A component that the referee does not know would go unjudged.
        let own = [
            "peringkat_unit", "peringkat_kelompok", "peringkat_jenis", "peringkat_jenjang", "nama",
            "unit", "jabatan", "skema", "faktor", "uji_coba",
        ]
        #expect(Set(found.header).subtracting(own) == Set(columns))
    }

    @Test(
        "Everyone left without a figure is the referee's, with the reason",
        arguments: GoldenCase.all, ["tanpa-nilai.csv", "pengecualian.csv"])
    func leftOut(golden: GoldenCase, file: String) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let expected = try await PublishedCases.shared.referee(of: golden).table(file).selecting([
            "nip", "alasan",
        ])
        let found = try CSVText("\(folder)/\(file)").selecting(["nip", "alasan"])
        #expect(!expected.isEmpty)
        expectSame(sorted(found), sorted(expected), "\(golden.testDescription) \(file)")
    }

    @Test("Every reject is the referee's: file, line and reason", arguments: GoldenCase.all)
    func rejects(golden: GoldenCase) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let expected = try await PublishedCases.shared.referee(of: golden).table("penolakan.csv")
            .selecting(["berkas", "baris", "kode"])
        let found = try CSVText("\(folder)/penolakan.csv").selecting(["berkas", "baris", "alasan"])
        #expect(expected.count >= 20)
        expectSame(sorted(found), sorted(expected), golden.testDescription)
    }

    @Test("Every file's balance is the referee's", arguments: GoldenCase.all)
    func balances(golden: GoldenCase) async throws {
        let folder = try await PublishedCases.shared.folder(of: golden)
        let sheet = try ControlSheetJSON(ofRun: folder)
        let expected = try await PublishedCases.shared.referee(of: golden).table("hitungan.csv")
            .selecting(
                [
                    "berkas", "dibaca", "dipakai", "ditolak", "dikecualikan", "diganti",
                    "disisihkan",
                ])
        let found = sheet.files.map { file in
            let rows = file.rows
            let counts = [
                rows.read, rows.used, rows.rejected, rows.excluded, rows.superseded, rows.setAside,
            ]
            return [file.path] + counts.map(String.init)
        }
        expectSame(sorted(found), sorted(expected), golden.testDescription)
        #expect(sheet.balanced)
    }

    private func sorted(_ rows: [[String]]) -> [[String]] {
        rows.sorted { $0.joined(separator: "\u{1}") < $1.joined(separator: "\u{1}") }
    }
}

/// Reports the first rows that differ, not two tables of hundreds.
func expectSame(
    _ found: [[String]], _ expected: [[String]], _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard found != expected else { return }
    let same = zip(found, expected).prefix { $0 == $1 }.count
    let rows = [found, expected].map { table in
        table.dropFirst(same).prefix(3).map { "\n    " + $0.joined(separator: ",") }.joined()
    }
    Issue.record(
        "\(what), row \(same + 1):\n  found\(rows[0])\n  expected\(rows[1])",
        sourceLocation: sourceLocation)
}
