import Batches
import Definition
import Diagnostics
import Ingestion
import Tabular
import TestSupport
import Testing

@Suite("SheetRecords")
struct SheetRecordsTests {
    private func rows(
        _ file: [UInt8], format: String, columns: String = "nip: NIP, alpa: ALPA",
        kind: String = "h.xlsx"
    ) throws -> [[String]] {
        let folder = InputFolder()
        folder.write(file, to: kind)
        let definition = try InputFolder.definition(
            "files: \"\(kind)\", columns: { \(columns) }, format: { \(format) }")
        return try folder.rows("hadir", definition)
    }

    private func refusal(_ file: [UInt8], format: String) throws -> Diagnostic? {
        do {
            _ = try rows(file, format: format)
            return nil
        } catch let failure as RunFailure {
            #expect(failure.kind == .input)
            return failure.diagnostics.first
        }
    }

    private func sheet(_ rows: [[String]]) throws -> [UInt8] {
        try SmallWorkbook(rows: rows).packed()
    }

    @Test("Title rows, several header rows, blank rows and footers are no records")
    func layout() throws {
        let file = try sheet([
            ["LAPORAN 2025"], [], ["NIP", "TIDAK", "x"], ["", "HADIR"], ["1", "3"], [], ["2", "4"],
            [], ["  Total", "7"], ["3", "9"],
        ])
        let format = "xlsx: { preamble: 2, header_lines: 2, footer: Total }"
        #expect(
            try rows(file, format: format, columns: "nip: NIP, alpa: TIDAK HADIR")
                == [["5", "1", "3"], ["7", "2", "4"]])
    }

    @Test("The rows of a sheet are all counted")
    func counts() throws {
        let folder = InputFolder()
        let file = try sheet([
            ["judul"], ["NIP", "ALPA"], [], ["1", "3"], ["2", "4"], [], [], ["Total"], [], ["ttd"],
        ])
        folder.write(file, to: "h.xlsx")
        let definition = try InputFolder.definition(
            "files: h.xlsx, columns: { nip: NIP, alpa: ALPA }, "
                + "format: { xlsx: { preamble: 1, footer: Total } }")
        let inventory = try folder.inventory(definition)
        let source = try #require(definition.source("hadir"))
        let reader = try RecordReader(inventory.entries[0], of: source, root: folder.path)
        var records = 0
        while let piece = try reader.next() {
            let batch = piece.cut()
            _ = reader.book(batch)
            records += batch.recordLineCount
        }
        let counts = try #require(reader.lineCounts)
        #expect((counts.preamble, counts.header, counts.blank, counts.footer) == (1, 1, 3, 3))
        #expect(records == 2)
        #expect(Int(reader.lastLine) + counts.footer == 10)
        #expect(counts.total + records == 10)
    }

    @Test("Columns go by number where there is no header")
    func byNumber() throws {
        let file = try sheet([["a", "1", "3"], ["b", "", "4"]])
        #expect(
            try rows(
                file, format: "xlsx: { header_lines: 0 }",
                columns: "nip: { from: 2 }, alpa: { from: 3 }, status: { value: H }")
                == [["1", "1", "3", "H"], ["2", "", "4", "H"]])
    }

    @Test("A number of the workbook has the decimal mark that the source declares")
    func decimalMark() throws {
        let content = """
            <sheetData><row><c t="str"><v>NIP</v></c><c t="str"><v>ALPA</v></c></row>\
            <row><c t="str"><v>1.5</v></c><c><v>1.125</v></c></row></sheetData>
            """
        let file = try SmallWorkbook([.init("a", content)]).packed()
        #expect(try rows(file, format: "xlsx: {}") == [["2", "1.5", "1.125"]])
        #expect(
            try rows(file, format: "xlsx: { decimal: \",\" }") == [["2", "1.5", "1,125"]])
    }

    /// The form of a 360 survey: a column for each person and criterion; empty cells move nothing.
    @Test("A pivot with empty cells reads the same from a sheet, from CSV and from HTML")
    func pivot() throws {
        let table = [
            [
                "Timestamp", "Disiplin [Andi Rekaan]", "Disiplin [Budi Contoh]",
                "Kerja Sama [Andi Rekaan]",
            ],
            ["2025-01-05", "80", "", "90"], ["2025-01-06", "", "", "70"],
            ["2025-01-07", "", "60", ""],
        ]
        let columns =
            "nip: Timestamp, alpa: \"Disiplin [Andi Rekaan]\", hadir: \"Disiplin [Budi Contoh]\", "
            + "terlambat: \"Kerja Sama [Andi Rekaan]\""
        let expected = [
            ["2", "2025-01-05", "80", "", "90"], ["3", "2025-01-06", "", "", "70"],
            ["4", "2025-01-07", "", "60", ""],
        ]
        let text = table.map { $0.joined(separator: ",") + "\n" }.joined()
        let html =
            "<table>"
            + table.map { "<tr><td>" + $0.joined(separator: "</td><td>") + "</td></tr>" }.joined()
            + "</table>"
        #expect(try rows(try sheet(table), format: "xlsx: {}", columns: columns) == expected)
        #expect(
            try rows(Array(text.utf8), format: "csv: {}", columns: columns, kind: "h.csv")
                == expected)
        #expect(
            try rows(Array(html.utf8), format: "html: {}", columns: columns, kind: "h.xls")
                == expected)
    }

    @Test("A sheet is chosen by name or number; without a choice there must be one")
    func chooses() throws {
        func content(_ value: String) -> String {
            "<sheetData><row><c t=\"str\"><v>NIP</v></c><c t=\"str\"><v>ALPA</v></c></row>"
                + "<row><c><v>\(value)</v></c></row></sheetData>"
        }
        let book = SmallWorkbook([
            .init("2", content("11")), .init("Data", content("22")),
            .init("Lama", content("33"), state: "hidden"),
        ])
        let file = try book.packed()
        #expect(try rows(file, format: "xlsx: { sheet: Data }") == [["2", "22", ""]])
        #expect(try rows(file, format: "xlsx: { sheet: 1 }") == [["2", "11", ""]])
        // A name that looks like a number is a name.
        #expect(try rows(file, format: "xlsx: { sheet: 2 }") == [["2", "11", ""]])
        #expect(try rows(file, format: "xlsx: { sheet: Lama }") == [["2", "33", ""]])
        #expect(try refusal(file, format: "xlsx: {}")?.code == .noSheet)
        #expect(try refusal(file, format: "xlsx: { sheet: 4 }")?.code == .noSheet)
        #expect(try refusal(file, format: "xlsx: { sheet: data }")?.code == .noSheet)
        let two = SmallWorkbook([book.sheets[1], book.sheets[2]])
        #expect(try rows(try two.packed(), format: "xlsx: {}") == [["2", "22", ""]])
    }

    @Test("HTML is read in the encoding that is declared, and in no other")
    func encoding() throws {
        let html =
            Array("<table><tr><td>NIP<td>ALPA</tr><tr><td>".utf8) + [0xE9, 0x93]
            + Array("<td>1</table>".utf8)
        #expect(
            try rows(html, format: "html: { encoding: windows-1252 }", kind: "h.xls")
                == [["2", "é“", "1"]])
        #expect(try refusal(html, format: "html: {}")?.code == .unreadableEncoding)
    }

    @Test("What is no workbook, or lacks what is asked for, is refused with a remedy")
    func refuses() throws {
        let file = try sheet([["NIP", "ALPA"], ["1", "3"]])
        let cases: [([UInt8], String, DiagnosticCode, String)] = [
            ([], "xlsx: {}", .emptyFile, "again"),
            (Array("<table>".utf8), "xlsx: {}", .brokenArchive, "html"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0, 0], "xlsx: {}", .brokenArchive, "Excel 97"),
            (Array("NIP,ALPA\n".utf8), "xlsx: {}", .brokenArchive, "CSV"),
            (Array(file.dropLast(9)), "xlsx: {}", .brokenArchive, "whole"),
            (try Zip.pack([("a", [1])]), "xlsx: {}", .brokenArchive, "whole"),
            (Array("<table><tr><td>NIP".utf8), "html: {}", .brokenWorkbook, "spreadsheet"),
            (Array("<p>NIP".utf8), "html: {}", .noSheet, "table"),
            (file, "xlsx: { preamble: 2 }", .emptyFile, "preamble"),
            (file, "xlsx: { preamble: 1 }", .missingColumn, "map the column"),
        ]
        for (bytes, format, code, hint) in cases {
            let found = try refusal(bytes, format: format)
            #expect(found?.code == code, "\(format) \(String(describing: found))")
            #expect(found?.hint?.contains(hint) == true, "\(String(describing: found))")
        }
    }
}
