internal import CivilService
internal import Diagnostics
internal import Kinerja
internal import TestSupport

/// One export with one kind of dirt, and the definition of a whole run that reads it.
///
/// The run has a register of three people unless the export is a register itself, and it asks for no score unless a
/// test does: what counts is what was read, and what was not.
struct DirtyExport {
    static let nips = SmallJob.nips
    /// What a definition says that follows the national regulations.
    static let nationalLaw = "regulation: hukum"

    var kind: String
    /// Flow maps without their braces.
    var columns: String
    var format = "csv: {}"
    var rules = ""
    /// More keys of the source, such as `nulls: [x]`.
    var keys = ""
    /// More of the definition: `normalize: …` and the like.
    var rest = ""
    var components = "{ id: u, method: unit-result, weight: 100 }"
    var period = "2025"
    /// Files by name; the source `data` claims all called `data.…`.
    var files: [String: [UInt8]] = [:]

    /// An export as text in `data.csv`.
    init(_ kind: String, _ columns: String, _ text: String, rules: String = "") {
        self.kind = kind
        self.columns = columns
        self.rules = rules
        files["data.csv"] = Array(text.utf8)
    }

    /// An export of lines.
    init(_ kind: String, _ columns: String, lines: [String], rules: String = "") {
        self.init(kind, columns, lines.map { $0 + "\n" }.joined(), rules: rules)
    }

    /// An export as a sheet of a workbook.
    init(_ kind: String, _ columns: String, sheet: SmallWorkbook, format: String = "{}") throws {
        self.kind = kind
        self.columns = columns
        self.format = "xlsx: \(format)"
        files["data.xlsx"] = try sheet.packed()
    }

    /// An export as HTML under the name of a spreadsheet.
    init(_ kind: String, _ columns: String, html: String, format: String = "{}") {
        self.kind = kind
        self.columns = columns
        self.format = "html: \(format)"
        files["data.xls"] = Array(html.utf8)
    }

    private static let register = """
        nip,nip_lama,nama,unit
        \(nips[0]),340012340,Andi Rekaan,Satu
        \(nips[1]),340012341,Budi Contoh,Dua
        \(nips[2]),340012342,Citra Misal,Satu

        """

    var definition: String {
        let name = files.keys.first { $0.hasPrefix("data.") } ?? ""
        let people =
            kind == "register"
            ? ""
            : "  pegawai: { kind: register, files: pegawai.csv, "
                + "columns: { nip: nip, nip_lama: nip_lama, nama: nama, unit: unit } }\n"
        return """
            kinerja: 1
            pipeline: kotor
            title: Ekspor kotor
            period: [year, quarter, month]
            ingest:
            \(people)  data:
                kind: \(kind)
                files: "\(name)"
                format: { \(format) }
                columns: { \(columns) }
                reject_limit: none
                \(keys)
            validate: { data: { rules: [ \(rules) ] } }
            \(rest)
            score:
              publish: { akhir: { decimals: 4, rounding: half-up } }
              schemes:
                - id: semua
                  components: [ \(components) ]

            """
    }

    func write(to folder: TemporaryFolder) throws {
        try Disk.write(definition, to: folder("definisi.yaml"))
        try Disk.link(folder("hukum"), to: Repository.path("pipelines/regulation/nasional"))
        var files = files
        if kind != "register" { files["pegawai.csv"] = Array(Self.register.utf8) }
        for (name, bytes) in files { try Disk.write(bytes, to: folder("masukan/\(name)")) }
    }

    /// The values of the accepted rows: their line, then each column in the definition's order, empty where absent.
    ///
    /// The outcome of a row that is set aside stands at its end.
    func values() throws -> [[String]] {
        let folder = try TemporaryFolder()
        try write(to: folder)
        return try TypedReading.rows(
            of: "data", definition: folder("definisi.yaml"), period: period,
            root: folder("masukan"))
    }

    /// The tables of a whole run, their headings in English.
    func run() async throws -> Tables {
        let folder = try TemporaryFolder()
        try write(to: folder)
        guard let period = AppraisalPeriod(parsing: period) else {
            throw ToolFailure("\(period) is no period")
        }
        let options = RunOptions(
            definition: folder("definisi.yaml"), period: period, inputs: folder("masukan"),
            output: folder("hasil"), workers: 2, language: .english,
            program: ProgramVersion(version: "0", stamp: "dirt"))
        let outcome = try await Appraisal.run(options, mode: .publish, progress: nil)
        guard let published = outcome.folder else { throw ToolFailure("not published") }
        return Tables(folder: published, text: try Disk.contents(published))
    }

    /// The rejects of a whole run: line, position in the line, heading, code, what was found.
    func rejects() async throws -> [[String]] {
        try await run().rejects
    }

    /// The one diagnostic that refuses the whole input.
    func refusal() async throws -> Diagnostic? {
        do {
            _ = try await run()
            return nil
        } catch let failure as RunFailure {
            return failure.diagnostics.first
        }
    }

    struct Tables {
        let folder: String
        let text: [String: [UInt8]]

        func table(_ name: String, _ columns: [String]) throws -> [[String]] {
            guard let bytes = text["\(name).csv"] else { throw ToolFailure("no \(name)") }
            return try CSVText(text: String(decoding: bytes, as: UTF8.self)).selecting(columns)
        }

        var rejects: [[String]] {
            get throws {
                try table("penolakan", ["line", "position", "column", "code", "found"]).map { row in
                    // What a spreadsheet would take for a formula is written with an apostrophe in front.
                    let isGuarded = row[4].hasPrefix("'-")
                    return row[..<4] + [isGuarded ? String(row[4].dropFirst()) : row[4]]
                }
            }
        }

        /// What each rejected row was expected to be.
        var expected: [String] {
            get throws { try table("penolakan", ["expected"]).map { $0[0] } }
        }

        /// Code, line and NIP of each finding.
        var findings: [[String]] {
            get throws { try table("temuan", ["code", "line", "nip"]) }
        }

        /// NIP and final of each ranked person, in the order of their NIP.
        var scores: [[String]] {
            get throws { try table("hasil", ["nip", "final"]).sorted { $0[0] < $1[0] } }
        }
    }
}
