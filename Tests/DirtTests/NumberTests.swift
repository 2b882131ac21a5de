internal import Diagnostics
internal import TestSupport
import Testing

/// Numbers by declared type and locale.
@Suite("Dirt: numbers")
struct NumberTests {
    private static func export(
        _ cells: [String], decimal: String = ".", rules: String = ""
    ) -> DirtyExport {
        var export = DirtyExport(
            "outcome", "nip: NIP, skp: NO, nilai: N",
            lines: ["NO;NIP;N"]
                + cells.enumerated().map {
                    "\($0.offset);\(DirtyExport.nips[0]);\($0.element)"
                }, rules: rules)
        export.format = "csv: { delimiter: \";\", decimal: \"\(decimal)\" }"
        return export
    }

    @Test(
        "The declared decimal mark decides what a text means",
        arguments: [
            (",", "1.250.000,50", "1250000.5"), (",", "92,5", "92.5"),
            (",", "Rp 1.250.000,-", "1250000"), (",", "Rp1.250.000,00", "1250000"),
            (",", "Rp. 1.250.000", "1250000"), (",", "92,5%", "92.5"), (",", "92,5 %", "92.5"),
            (",", "1.250", "1250"), (",", "0", "0"), (",", "-3,25", "-3.25"),
            (",", "\u{A0}92,5\u{A0}", "92.5"), (",", "92,5\u{200B}", "92.5"),
            (".", "1,250,000.50", "1250000.5"), (".", "92.5", "92.5"), (".", "92.5%", "92.5"),
            (".", "1.250", "1.25"), (".", "1,250", "1250"), (".", "+7", "7"),
            (".", "123456789012.123456", "123456789012.123456"),
        ])
    func reads(mark: String, cell: String, value: String) async throws {
        let export = Self.export([cell], decimal: mark)
        #expect(try export.values() == [["2", DirtyExport.nips[0], "0", value]])
        #expect(try await export.rejects() == [])
    }

    @Test(
        "What does not fit the declared mark, or is no number, is refused as it was written",
        arguments: [
            (",", "92.5"), (",", "92.5%"), (",", "1,250,000.50"), (",", "1.25.000"),
            (",", "1.2500"),
            (",", "0.500"), (".", "92,5"), (".", "1.250.000,50"), (".", "Rp 1.250.000,-"),
            (".", "1.25E+3"), (".", "#REF!"), (".", "#DIV/0!"), (".", "n/a"), (".", "sembilan"),
            (".", "Rp"), (".", "٩٢"), (".", "1 250"), (".", "--"), (".", "9,5,5"),
            (".", "1234567890123"), (".", "0.1234567"), (".", "92.33333333333333"),
        ])
    func refuses(mark: String, cell: String) async throws {
        let tables = try await Self.export(["80", cell], decimal: mark).run()
        #expect(try tables.rejects == [["3", "22", "N", "V204", cell]])
        #expect(
            try tables.expected == [
                "a number of at most 12 digits with at most 6 places after '\(mark)'"
            ])
    }

    @Test(
        "Words for no value are no value and never zero",
        arguments: ["", "-", "\\N", "NULL", "#N/A"])
    func absent(cell: String) async throws {
        let export = Self.export([cell])
        #expect(try export.values() == [["2", DirtyExport.nips[0], "0", ""]])
        #expect(try await export.rejects() == [])
    }

    @Test("Declared words for no value replace the usual ones, which then are no numbers")
    func declaredNulls() async throws {
        var export = Self.export(["kosong", "-", "\\N", "5"])
        export.keys = "nulls: [\"\", kosong]"
        #expect(try export.values().map { $0[3] } == ["", "5"])
        #expect(
            try await export.rejects().map { [$0[0], $0[3], $0[4]] } == [
                ["3", "V204", "-"], ["4", "V204", "\\N"],
            ])
    }

    @Test(
        "More places than a value may have are rounded where the definition says so",
        arguments: [
            ("92.33333333333333", "92.33"), ("92.335", "92.34"), ("92.3349999", "92.33"),
            ("92.995", "93"), ("-1.005", "-1.01"), ("-1.0049", "-1"), ("0.004", "0"), ("7", "7"),
            ("7.1", "7.1"), ("99.99499999999999999999", "99.99"),
        ])
    func rounds(cell: String, value: String) async throws {
        let rule = "{ column: nilai, decimal: { digits: 3, places: 2, rounding: half-up } }"
        let export = Self.export([cell], rules: rule)
        #expect(try export.values() == [["2", DirtyExport.nips[0], "0", value]])
        let strict = Self.export(
            [cell], rules: "{ column: nilai, decimal: { digits: 3, places: 2 } }")
        let isLong = (cell.split(separator: ".").dropFirst().first?.count ?? 0) > 2
        #expect(try await strict.rejects().map { $0[3] } == (isLong ? ["V204"] : []))
    }

    @Test("Rounding takes neither more digits nor another spelling, and also to whole numbers")
    func roundingBorders() async throws {
        let rule = "{ column: nilai, decimal: { digits: 3, places: 0, rounding: half-up } }"
        let export = Self.export(
            ["92.5", "92.49", "999.5", "1000", "9x.5", "92.5x", "1e2", "92."], rules: rule)
        #expect(try export.values().map { $0[3] } == ["93", "92", "1000"])
        let tables = try await export.run()
        #expect(try tables.rejects.map { $0[4] } == ["1000", "9x.5", "92.5x", "1e2", "92."])
        #expect(try tables.expected.allSatisfy { $0 == "a number of at most 3 digits" })
    }

    @Test("A computed cell of a workbook is rounded where declared, else refused")
    func computedCell() async throws {
        let nip = DirtyExport.nips[0]
        let sheet = SmallWorkbook([
            .init(
                "Data",
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>NIP</v></c><c r=\"B1\" t=\"str\"><v>N</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>\(nip)</v></c>"
                    + "<c r=\"B2\"><f>277/3</f><v>92.333333333333329</v></c></row></sheetData>")
        ])
        var export = try DirtyExport("outcome", "nip: NIP, nilai: N", sheet: sheet)
        #expect(try await export.rejects() == [["2", "2", "N", "V204", "92.3333333333333"]])
        export.rules = "{ column: nilai, decimal: { places: 4, rounding: half-up } }"
        #expect(try export.values() == [["2", nip, "92.3333"]])
        #expect(try await export.rejects() == [])
    }

    @Test("A rounding other than half-up is refused with the definition")
    func otherRounding() async throws {
        let export = Self.export(
            ["1"], rules: "{ column: nilai, decimal: { places: 2, rounding: down } }")
        let fault = try await export.refusal()
        #expect(fault?.code == .badValue)
        #expect(fault?.message.contains("half-up") == true)
    }

    @Test("A whole number takes no fraction, and a negative count is what a rule says it is")
    func integers() async throws {
        let nips = DirtyExport.nips
        var export = DirtyExport(
            "attendance", "nip: NIP, bulan: B, alpa: A",
            lines: [
                "NIP;B;A", "\(nips[0]);2025-01;3", "\(nips[0]);2025-02;3,0",
                "\(nips[0]);2025-03;-1", "\(nips[0]);2025-04;1.000", "\(nips[0]);2025-05;",
            ], rules: "{ column: alpa, min: 0 }")
        export.format = "csv: { delimiter: \";\", decimal: \",\" }"
        #expect(try export.values().map { $0[3] } == ["3", "1000", ""])
        #expect(
            try await export.rejects() == [
                ["3", "28", "A", "V204", "3,0"], ["4", "28", "A", "V210", "-1"],
            ])
    }
}
