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
        _ period: String, rules: String = "then", output: String, sample: String? = nil
    ) throws -> RunOptions {
        var options = RunOptions(
            definition: Repository.path("pipelines/nasional.yaml"),
            period: try #require(AppraisalPeriod(parsing: period)),
            inputs: Repository.path("sample-data/nasional/\(sample ?? period)"), output: output,
            workers: 2,
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
        let headings = try #require(
            try Disk.text(Repository.path(derived)).split(separator: "\n").first
        )
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

    /// Publishes under other rules and answers the folder.
    private static func publish(
        _ period: String, rules: String, into folder: TemporaryFolder
    ) async throws -> String {
        let outcome = try await Appraisal.run(
            options(period, rules: rules, output: folder("out")), mode: .publish, progress: nil)
        return try #require(outcome.folder)
    }

    @Test("Suppositions stand in the place of the law, every output says so, and nothing is latest")
    func supposed() async throws {
        let folder = try TemporaryFolder()
        try Disk.write(
            """
            title: Bobot setengah-setengah
            parameters:
              pp46-bobot: { skp: 50, perilaku: 50 }

            """, to: folder("bobot.yaml"))
        let run = try await Self.publish("2019", rules: folder("bobot.yaml"), into: folder)
        let rows = try Self.rows("\(run)/hasil.csv", ["nip", "akhir", "predikat", "aturan"])
        let said = "file bobot.yaml: 2019-12-31, Bobot setengah-setengah"
        // 901: (265/3 + 84)/2 = 86.1667; 902: (99 + 91)/2; 904: (241/3 + 85)/2 = 82.6667; 903: (70 + 75)/2;
        // 905: (127/3 + 70)/2 = 56.1667.
        #expect(
            rows.mapValues { [$0["akhir"], $0["predikat"], $0["aturan"]] } == [
                "198203152006041901": ["86.17", "Baik", said],
                "198507222010012902": ["95.00", "Sangat Baik", said],
                "197912302005011904": ["82.67", "Baik", said],
                "199011052015031903": ["72.50", "Cukup", said],
                "199402182019211905": ["56.17", "Kurang", said],
            ])
        for file in ["tanpa-nilai.csv", "rekap-unit.csv", "umpan-balik.csv", "pengecualian.csv"] {
            let lines = try Disk.text("\(run)/\(file)").split(separator: "\n")
            #expect(lines.first?.hasSuffix(",aturan") == true, "\(file)")
            #expect(lines.dropFirst().allSatisfy { $0.hasSuffix("\"\(said)\"") }, "\(file)")
        }
        let trailer = try Disk.text("\(run)/insentif.csv").split(separator: "\n").last
        #expect(trailer?.hasPrefix("TOTAL,5,") == true && trailer?.hasSuffix("\"\(said)\"") == true)
        #expect(try Disk.text("\(run)/lembar-kontrol.txt").contains("Aturan     \(said)\n"))
        #expect(try Disk.text("\(run)/lembar-kontrol.txt").contains("pp46-bobot"))
        let manifest = try Disk.text("\(run)/manifest.json")
        #expect(manifest.contains(said) && manifest.contains("\"supposed\""))
        #expect(!Disk.exists(folder("out/nasional/2019/terkini")))
    }

    @Test("The law of another day is applied when asked for: 2024 had no angka kredit in 2022")
    func otherDay() async throws {
        let folder = try TemporaryFolder()
        let run = try await Self.publish("2024", rules: "2022-12-31", into: folder)
        let rows = try Self.rows("\(run)/hasil.csv", ["nip", "skema", "predikat", "aturan"])
        #expect(rows.count == 6)
        #expect(rows.values.allSatisfy { $0["skema"] == "panrb6" })
        #expect(rows.values.allSatisfy { $0["aturan"] == "date 2022-12-31" })
        #expect(rows["199402182019211905"]?["predikat"] == "Kurang")
        #expect(!(try Disk.text("\(run)/hasil.csv")).contains("angka_kredit"))
    }

    @Test(
        "Which of several SKP counts is a parameter",
        arguments: [
            ("main-post", "Baik"), ("longest", "Sangat Kurang"), ("by-days", "Sangat Kurang"),
        ])
    func several(policy: String, predikat: String) async throws {
        let folder = try TemporaryFolder()
        let inputs = folder("inputs")
        _ = try Subprocess.run(["cp", "-r", Repository.path("sample-data/nasional/2024"), inputs])
        // 904: main posts of January to April and of May to July, both as expected, 121 + 92 = 213 days; an acting
        // post, below in both, from March on, 306 days. Of one SKP the acting post is the longest; by days below
        // has 306 against 213.
        let path = "\(inputs)/penilaian/laporan-penilaian-skp.csv"
        var lines = try Disk.text(path).split(separator: "\n").map(String.init)
        let main = try #require(lines.firstIndex { $0.contains("SKP-004") })
        let first = lines[main].replacing("2024-12-31,U", with: "2024-04-30,U")
        lines.append(
            first.replacing("SKP-004", with: "SKP-014")
                .replacing("2024-01-01,2024-04-30", with: "2024-05-01,2024-07-31"))
        lines[main] = first
        try Disk.write(lines.joined(separator: "\n") + "\n", to: path)
        try Disk.write(
            "title: SKP ganda\nparameters: { skp-ganda: \(policy) }\n", to: folder("ganda.yaml"))
        var options = try Self.options(
            "2024", rules: folder("ganda.yaml"), output: folder("out"))
        options.inputs = inputs
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        let run = try #require(outcome.folder)
        let rows = try Self.rows("\(run)/hasil.csv", ["nip", "predikat"])
        #expect(rows["197912302005011904"]?["predikat"] == predikat)
    }

    @Test("Definitive SKP that hold on one day and differ are a finding, acting ones are not")
    func contradicting() async throws {
        let folder = try TemporaryFolder()
        let inputs = folder("inputs")
        _ = try Subprocess.run(["cp", "-r", Repository.path("sample-data/nasional/2024"), inputs])
        let path = "\(inputs)/penilaian/laporan-penilaian-skp.csv"
        var lines = try Disk.text(path).split(separator: "\n").map(String.init)
        // A second SKP of 901 on one day, rated lower; a second of 902 on that day, rated alike.
        // Likewise of 903, in another spelling and without perilaku: it denies nothing.
        for (row, skp) in [(1, "SKP-001"), (2, "SKP-002"), (3, "SKP-003")] {
            let again = lines[row].replacing(skp, with: "\(skp)-B")
                .replacing("2024-01-01,2024-12-31", with: "2024-01-02,2024-01-02")
            switch row {
            case 1:
                lines.append(again.replacing("Diatas Ekspektasi", with: "Dibawah Ekspektasi"))
            case 2: lines.append(again)
            default:
                lines.append(
                    again.replacing("dibawah,Sesuai Ekspektasi", with: "Di Bawah  Ekspektasi,"))
            }
        }
        try Disk.write(lines.joined(separator: "\n") + "\n", to: path)
        var options = try Self.options("2024", output: folder("out"))
        options.inputs = inputs
        let run = try #require(
            try await Appraisal.run(options, mode: .publish, progress: nil).folder)
        let found = try Disk.text("\(run)/temuan.csv").split(separator: "\n")
            .filter { $0.hasPrefix("S424") }
        #expect(found.count == 1)
        #expect(
            found.first?.contains("penilaian/laporan-penilaian-skp.csv,11,198203152006041901")
                == true)
    }

    @Test("The same facts as XML give the same results")
    func xml() async throws {
        let folder = try TemporaryFolder()
        let sample = Repository.path("sample-data/nasional/2024")
        let inputs = folder("inputs")
        _ = try Subprocess.run(["cp", "-r", sample, inputs])
        for name in ["pegawai/data-utama", "penilaian/laporan-penilaian-skp"] {
            let lines = try Disk.text("\(inputs)/\(name).csv").split(separator: "\n")
            let names = lines[0].split(separator: ",", omittingEmptySubsequences: false)
            let records = lines.dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return "<baris>"
                    + zip(names, cells).map { "<\($0)>\($1)</\($0)>" }.joined() + "</baris>"
            }
            _ = try Subprocess.run(["rm", "\(inputs)/\(name).csv"])
            try Disk.write(
                "<laporan>\n" + records.joined(separator: "\n") + "\n</laporan>\n",
                to: "\(inputs)/\(name).xml")
        }
        var options = try Self.options("2024", output: folder("xml"))
        options.inputs = inputs
        let fromXML = try #require(
            try await Appraisal.run(options, mode: .publish, progress: nil).folder)
        let fromCSV = try #require(
            try await Appraisal.run(
                Self.options("2024", output: folder("csv")), mode: .publish, progress: nil
            ).folder)
        for file in ["hasil.csv", "tanpa-nilai.csv", "pengecualian.csv", "rekap-unit.csv"] {
            #expect(
                try Disk.text("\(fromXML)/\(file)") == Disk.text("\(fromCSV)/\(file)"), "\(file)")
        }
    }

    @Test("A quarter takes the periodic rows within it, and angka kredit of three months")
    func quarter() async throws {
        let folder = try TemporaryFolder()
        let inputs = folder("inputs")
        _ = try Subprocess.run(["cp", "-r", Repository.path("sample-data/nasional/2024"), inputs])
        let path = "\(inputs)/penilaian/laporan-penilaian-skp.csv"
        let lines = try Disk.text(path).split(separator: "\n").map(String.init)
        let quarter = lines[1].replacing("SKP-001", with: "SKP-101")
            .replacing("2024-01-01,2024-12-31", with: "2024-07-01,2024-09-30")
        try Disk.write((lines + [quarter]).joined(separator: "\n") + "\n", to: path)
        var options = try Self.options("2024-Q3", output: folder("out"), sample: "2024")
        options.inputs = inputs
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        let run = try #require(outcome.folder)
        let rows = try Self.rows("\(run)/hasil.csv", ["nip", "predikat", "angka_kredit"])
        // 3/12 × 150 % × 12.5 = 4.6875. Annual rows are of another period, also that of SIASN, which states a year only.
        #expect(
            rows["198203152006041901"] == [
                "nip": "198203152006041901", "predikat": "Sangat Baik", "angka_kredit": "4.69",
            ])
        #expect(rows.count == 1)
    }
}
