internal import TestSupport
internal import Testing

/// The small job with its exports as sheets of a workbook or as HTML.
@Suite("Runs from workbooks")
struct SheetRunTests {
    private static let register =
        [["NIP", "NAMA", "UNIT"]]
        + zip(
            SmallJob.nips,
            [("Andi Rekaan", "Satu"), ("Budi \"Contoh\", S.E.", "Dua"), ("Citra Misal", "Satu")]
        )
        .map { [$0, $1.0, $1.1] }
    private static let facts = [["NIP", "KODE", "BULAN", "REALISASI"]] + SmallJob.rows

    private static func html(_ rows: [[String]]) -> String {
        let made = rows.map { row in
            "<tr>" + row.map { "<td>\(SmallWorkbook.escaped($0))</td>" }.joined() + "</tr>\n"
        }
        return "<html><body><table>\n\(made.joined())</table></body></html>\n"
    }

    private static func job(_ format: String, suffix: String) -> SmallJob {
        var job = SmallJob()
        let source = SmallJob.csvSource.replacing("csv: {}", with: format)
        job.definition = SmallJob.definition(pattern: "capaian/*.\(suffix)", source: source)
            .replacing(
                "files: pegawai.csv", with: "files: pegawai.\(suffix)\n    format: { \(format) }")
        job.files["pegawai.csv"] = nil
        job.files["capaian/satu.csv"] = nil
        return job
    }

    private static func workbooks(
        register: SmallWorkbook = SmallWorkbook(rows: register),
        facts: SmallWorkbook = SmallWorkbook(rows: facts)
    ) throws -> SmallJob {
        var job = job("xlsx: {}", suffix: "xlsx")
        job.files["pegawai.xlsx"] = try register.packed()
        job.files["capaian/satu.xlsx"] = try facts.packed()
        return job
    }

    @Test("The same facts as CSV, as workbooks and as HTML give the same results")
    func sameResults() async throws {
        let expected = try await SmallRun.publish(SmallJob())["hasil.csv"]
        #expect(expected != nil)
        #expect(try await SmallRun.publish(try Self.workbooks())["hasil.csv"] == expected)
        var pages = Self.job("html: {}", suffix: "xls")
        pages.set("pegawai.xls", Self.html(Self.register))
        pages.set("capaian/satu.xls", Self.html(Self.facts))
        #expect(try await SmallRun.publish(pages)["hasil.csv"] == expected)
    }

    @Test("The control sheet counts the rows of a sheet")
    func balance() async throws {
        var facts = SmallWorkbook(
            rows: [["LAPORAN"], []] + Self.facts + [[], ["Jumlah"], ["ttd"]])
        facts.sheets[0].name = "Capaian"
        var job = try Self.workbooks(facts: facts)
        let format = "format: { xlsx: {} }\n    columns: { nip: NIP, indikator"
        #expect(job.definition.contains(format))
        let wanted = format.replacing("{}", with: "{ preamble: 2, footer: Jumlah }")
        job.definition = job.definition.replacing(format, with: wanted)
        let files = try await SmallRun.publish(job)
        let plain = try await SmallRun.publish(SmallJob())
        #expect(files["hasil.csv"] == plain["hasil.csv"])
        let control = String(decoding: files["lembar-kontrol.json"] ?? [], as: UTF8.self)
        let counts = [
            ("total", 12), ("preamble", 2), ("header", 1), ("blank", 1), ("footer", 2),
            ("records", 6),
        ].map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
        #expect(control.filter { !$0.isWhitespace }.contains(counts), "\(control)")
    }

    @Test("What a sheet hides is read and is a finding")
    func hidden() async throws {
        var register = SmallWorkbook(rows: Self.register)
        register.sheets[0].content = register.sheets[0].content
            .replacing("<row r=\"3\">", with: "<row r=\"3\" hidden=\"1\">")
        let files = try await SmallRun.publish(try Self.workbooks(register: register))
        let findings = try SmallRun.table("temuan.csv", of: files)
            .selecting(["kode", "berkas"])
        #expect(findings == [["I421", "pegawai.xlsx"]])
        #expect(try SmallRun.table("hasil.csv", of: files).rows.count == 3)
    }

    @Test(
        "A cell that is no value rejects its row, at the row and column of the sheet",
        arguments: [
            // NIP in A, name in B, unit in C of row 3.
            ("A3", "<c r=\"A3\"><v>198102022006022002</v></c>", "3", "1", "nip"),
            ("A3", "<c r=\"A3\"><v>1.98102022006022E+17</v></c>", "3", "1", "nip"),
            ("B3", "<c r=\"B3\" t=\"e\"><v>#REF!</v></c>", "3", "2", "cell"),
            ("B3", "<c r=\"B3\"><f>A1</f></c>", "3", "2", "cell"),
            ("B3", "<c r=\"B3\"><v>1234567890123456</v></c>", "3", "2", "cell"),
            ("C3", "<c r=\"C3\" t=\"e\"><v>#NAME?</v></c>", "3", "3", "cell"),
        ])
    func rejects(
        place: String, cell: String, line: String, column: String, fault: String
    ) async throws {
        var register = SmallWorkbook(rows: Self.register)
        let content = register.sheets[0].content
        let start = try #require(content.firstRange(of: "<c r=\"\(place)\"")?.lowerBound)
        let end = try #require(content[start...].firstRange(of: "</c>")?.upperBound)
        register.sheets[0].content = content.replacingCharacters(start..<end, with: cell)
        let files = try await SmallRun.publish(try Self.workbooks(register: register))
        let rejects = try SmallRun.table("penolakan.csv", of: files)
            .selecting(["berkas", "baris", "kolom_ke", "alasan"])
            .filter { $0[0] == "pegawai.xlsx" }
        #expect(rejects == [["pegawai.xlsx", line, column, fault]])
    }

    @Test("An error that the source calls no value is none, as in CSV")
    func nulls() async throws {
        var register = SmallWorkbook(rows: Self.register)
        register.sheets[0].content = register.sheets[0].content.replacing(
            "<c r=\"B3\" t=\"inlineStr\"><is><t>Budi \"Contoh\", S.E.</t></is></c>",
            with: "<c r=\"B3\" t=\"e\"><v>#N/A</v></c>")
        #expect(register.sheets[0].content.contains("#N/A"))
        let files = try await SmallRun.publish(try Self.workbooks(register: register))
        #expect(try SmallRun.table("penolakan.csv", of: files).rows == [])
    }

    @Test("explain names the row and the column of the sheet")
    func explains() throws {
        let folder = try TemporaryFolder()
        try Self.workbooks().write(to: folder)
        let run = try Program.run(SmallJob.arguments(in: folder))
        #expect(run.status == 0, "\(run.errors)")
        let outcome = try Program.run(
            ["explain", folder("hasil/kecil/2025-Q3/terkini"), SmallJob.nips[2]])
        // Rows 5 and 6 of the facts stand in rows 6 and 7 of the sheet, their figure in column D.
        #expect(outcome.text.contains("capaian/satu.xlsx:6"), "\(outcome.text)")
        #expect(outcome.text.contains("6:4 REALISASI '80'"), "\(outcome.text)")
        #expect(outcome.text.contains("7:4 REALISASI '75'"), "\(outcome.text)")
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + self[range.upperBound...]
    }
}
