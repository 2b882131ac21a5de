internal import Diagnostics
internal import TestSupport
import Testing

/// What stands around a table, and how its cells are divided.
@Suite("Dirt: layout")
struct LayoutTests {
    private static let nips = DirtyExport.nips
    private static let table = [
        "NIP;NAMA;UNIT", "\(nips[0]);Andi Rekaan;Satu", "\(nips[1]);Budi Contoh;Dua",
    ]
    private static let columns = "nip: NIP, nama: NAMA, unit: UNIT"

    private static func register(_ text: String, format: String) -> DirtyExport {
        var export = DirtyExport("register", columns, text)
        export.format = "csv: { \(format) }"
        return export
    }

    private static func people(from first: Int) -> [[String]] {
        [
            ["\(first)", nips[0], "Andi Rekaan", "Satu"],
            ["\(first + 1)", nips[1], "Budi Contoh", "Dua"],
        ]
    }

    @Test("A byte order mark is no part of the first heading", arguments: ["\u{FEFF}", ""])
    func byteOrderMark(mark: String) throws {
        let text = mark + Self.table.joined(separator: "\r\n")
        let export = Self.register(text, format: "delimiter: \";\"")
        #expect(try export.values() == Self.people(from: 2))
    }

    @Test("A semicolon file read as commas is refused with the delimiter that it has")
    func semicolons() async throws {
        let fault = try await Self.register(Self.table.joined(separator: "\n"), format: "")
            .refusal()
        #expect(fault?.code == .missingColumn)
        #expect(fault?.location.line == 1)
        #expect(fault?.hint?.contains("\";\"") == true)
    }

    @Test("Title rows above and totals, signatures and notes below are no records where declared")
    func titleAndTotals() throws {
        let text =
            (["LAPORAN PEGAWAI", "Instansi Contoh;;", ""] + Self.table
            + ["", "JUMLAH;2;", "Mengetahui;;", "Catatan: disusun dari absensi"]).joined(
                separator: "\n")
        let export = Self.register(text, format: "delimiter: \";\", preamble: 3, footer: JUMLAH")
        #expect(try export.values() == Self.people(from: 5))
    }

    @Test("Totals and notes that are not declared are rejects, one by one, and no people")
    func undeclaredTotals() async throws {
        let text = (Self.table + ["JUMLAH;2;", "Catatan"]).joined(separator: "\n")
        let export = Self.register(text, format: "delimiter: \";\"")
        #expect(try export.values() == Self.people(from: 2))
        #expect(
            try await export.rejects() == [
                ["4", "1", "NIP", "V202", "JUMLAH"], ["5", "", "", "I101", "Catatan"],
            ])
    }

    @Test("Title rows that are not declared refuse the file at its first line")
    func undeclaredTitle() async throws {
        let text = (["LAPORAN PEGAWAI;;"] + Self.table).joined(separator: "\n")
        let fault = try await Self.register(text, format: "delimiter: \";\"").refusal()
        #expect(fault?.code == .missingColumn)
        #expect(fault?.message.contains("LAPORAN PEGAWAI") == true)
    }

    @Test("A heading with a blank behind it, in other case or with a line break is found")
    func headings() throws {
        let text = "\"Nip \";\"NAMA\nLENGKAP\";Unit_\n\(Self.nips[0]);Andi Rekaan;Satu\n"
        var export = Self.register(text, format: "delimiter: \";\"")
        export.columns = "nip: NIP, nama: Nama Lengkap, unit: UNIT"
        #expect(try export.values() == [["3", Self.nips[0], "Andi Rekaan", "Satu"]])
    }

    @Test("A heading that stands twice is refused, not taken from the left")
    func twice() async throws {
        let text = "NIP;NAMA;UNIT;NAMA\n\(Self.nips[0]);Andi;Satu;Budi\n"
        let fault = try await Self.register(text, format: "delimiter: \";\"").refusal()
        #expect(fault?.code == .missingColumn)
        #expect(fault?.message.contains("stands 2 times") == true)
    }

    /// Four header rows as a printed form has them, merged to the right and downwards.
    private static let merged = """
        <table><tr><th rowspan=4>NO</th><th rowspan=4>NIP</th><th colspan=4>KINERJA</th></tr>
        <tr><th colspan=2>HASIL</th><th colspan=2>PERILAKU</th></tr>
        <tr><th>Target</th><th>Nilai</th><th>Target</th><th>Nilai</th></tr>
        <tr><th>(1)</th><th>(2)</th><th>(3)</th><th>(4)</th></tr>
        <tr><td>1</td><td>\(nips[0])</td><td>10</td><td>90</td><td></td><td>80</td></tr>
        <tr><td>2</td><td>\(nips[1])</td><td></td><td>70</td><td>5</td><td>60</td></tr></table>
        """

    @Test("A header of four merged rows is joined column by column; no cell moves into a gap")
    func mergedHeader() throws {
        let expected = [["5", nips[0], "90", "80"], ["6", nips[1], "70", "60"]]
        let byName = DirtyExport(
            "outcome", "nip: NIP, nilai: \"Nilai (2)\", nilai_perilaku: \"Nilai (4)\"",
            html: Self.merged, format: "{ header_lines: 4 }")
        #expect(try byName.values() == expected)
        let byNumber = DirtyExport(
            "outcome", "nip: { from: 2 }, nilai: { from: 4 }, nilai_perilaku: { from: 6 }",
            html: Self.merged, format: "{ preamble: 4, header_lines: 0 }")
        #expect(try byNumber.values() == expected)
    }

    private var nips: [String] { Self.nips }

    @Test("The same four rows in CSV are passed over, and columns go by their number")
    func mergedHeaderInCSV() throws {
        var export = DirtyExport(
            "outcome", "nip: { from: 2 }, nilai: { from: 4 }, nilai_perilaku: { from: 6 }",
            lines: [
                "NO,NIP,KINERJA,,,", ",,HASIL,,PERILAKU,", ",,Target,Nilai,Target,Nilai",
                ",,(1),(2),(3),(4)", "1,\(nips[0]),10,90,,80", "2,\(nips[1]),,70,5,60",
            ])
        export.format = "csv: { preamble: 4, header: false }"
        #expect(try export.values() == [["5", nips[0], "90", "80"], ["6", nips[1], "70", "60"]])
    }

    @Test("An empty cell of a pivot is no answer, and no later column moves into its place")
    func pivot() throws {
        let heading =
            "Timestamp,Disiplin [Andi Rekaan],Disiplin [Budi Contoh],Kerja Sama [Andi Rekaan]"
        var export = DirtyExport(
            "rating",
            "nip: { value: \"\(nips[0])\" }, responden: Timestamp, peran: { value: rekan }, "
                + "aspek: { value: kerja sama }, nilai: \"Kerja Sama [Andi Rekaan]\"",
            lines: [
                heading, "2025-01-05 08:00:01,80,,90", "2025-01-06 08:00:02,,60,",
                "2025-01-07 08:00:03,,,70", "2025-01-08 08:00:04,baik,,sangat baik",
            ])
        #expect(try export.values().map { [$0[0], $0[5]] } == [["2", "90"], ["4", "70"]])
        export.rest =
            "normalize: { words: { data: { column: nilai, values: { sangat baik: 100, baik: 80, kurang baik: 50 } } } }"
        #expect(
            try export.values().map { [$0[0], $0[5]] } == [
                ["2", "90"], ["4", "70"], ["5", "100"],
            ])
    }

    @Test(
        "A pivot's empty cell is a reject of the rating, and a person named twice refuses the file")
    func pivotFaults() async throws {
        var export = DirtyExport(
            "rating",
            "nip: { value: \"\(nips[0])\" }, responden: Timestamp, peran: { value: rekan }, "
                + "nilai: \"Disiplin [Andi Rekaan]\"",
            lines: ["Timestamp,Disiplin [Andi Rekaan]", "a,80", "b,"])
        #expect(
            try await export.rejects() == [["3", "3", "Disiplin [Andi Rekaan]", "V201", ""]])
        export.files["data.csv"] = Array(
            "Timestamp,Disiplin [Andi Rekaan],Disiplin [Andi Rekaan]\na,80,70\n".utf8)
        #expect(try await export.refusal()?.message.contains("stands 2 times") == true)
    }
}
