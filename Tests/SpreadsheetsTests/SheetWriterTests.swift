internal import CivilService
internal import Foundation
internal import Spreadsheets
internal import TestSupport
internal import Testing

@Suite("Sheets are workbooks of one tab, the same bytes each time")
struct SheetWriterTests {
    private static let texts = [
        "plain", "A & B <b> \"x\" 'y'", "=1+1", "-5", "_x0041_", "bell \u{7} end", "é ᬩ 漢 😀",
        " edge ",
        "two\nlines",
    ]

    private func bytes() throws -> [UInt8] {
        var writer = try SheetWriter(
            SheetPage(
                name: "Tab's", title: "T & T", day: try #require(Month(iso: "2025-02")).last,
                widths: [4, 20, 30], headingRows: 2, frozenColumns: 1, footLeft: "a&b",
                footRight: "&P"))
        try writer.append([.text("A", .heading), .text("B", .heading)], height: 20)
        for (place, text) in Self.texts.enumerated() {
            try writer.append([
                .number(Int64(place), .count), .text(text), .empty(),
                .number(-9_007_199_254_740, .money),
                .formula("SUM(A2:A3)&\"<\"", value: -7, .totalMoney),
            ])
        }
        writer.merge(1...2, row: 1)
        return try writer.finish()
    }

    @Test("What Python finds in the archive is what was put in, and no clock")
    func read() throws {
        let folder = try TemporaryFolder()
        try Disk.write(try bytes(), to: folder("a.xlsx"))
        let script = """
            import json, re, sys, zipfile
            import xml.etree.ElementTree as tree
            archive = zipfile.ZipFile(sys.argv[1])
            assert archive.testzip() is None
            assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            parts = {name: tree.fromstring(archive.read(name)) for name in archive.namelist()}
            assert b"2025-02-28T00:00:00Z" in archive.read("docProps/core.xml")
            space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
            sheet = parts["xl/worksheets/sheet1.xml"]
            undo = lambda text: re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), text)
            rows = []
            for row in sheet.findall(".//m:row", space)[1:]:
                cells = row.findall("m:c", space)
                rows.append([undo(cells[1].find(".//m:t", space).text)] + [
                    c.find("m:v", space).text for c in (cells[0], cells[3], cells[4])
                ] + [cells[4].find("m:f", space).text])
            formats = parts["xl/styles.xml"].find("m:cellXfs", space)
            assert len(formats) == int(formats.get("count"))
            used = {int(c.get("s")) for c in sheet.findall(".//m:c", space)}
            assert max(used) < len(formats)
            print(json.dumps({
                "rows": rows,
                "foot": sheet.find(".//m:oddFooter", space).text,
                "titles": parts["xl/workbook.xml"].find(".//m:definedName", space).text,
                "merge": sheet.find(".//m:mergeCell", space).get("ref"),
                "corner": sheet.find(".//m:pane", space).get("topLeftCell"),
                "paper": sheet.find("m:pageSetup", space).get("paperSize"),
            }))
            """
        let outcome = try Subprocess.require(["python3", "-c", script, folder("a.xlsx")])
        let found = try JSONDecoder().decode(Found.self, from: Data(outcome.output))
        #expect(
            found.rows
                == Self.texts.enumerated().map { place, text in
                    [text, "\(place)", "-9007199254740", "-7", "SUM(A2:A3)&\"<\""]
                })
        #expect(found.foot == "&La&b&R&P")
        #expect(found.titles == "'Tab''s'!$1:$2")
        #expect(found.merge == "A1:B1")
        #expect(found.corner == "B3")
        #expect(found.paper == "9")
    }

    @Test("Two writes are equal")
    func equal() throws { #expect(try bytes() == bytes()) }

    @Test(
        "Columns have the names of spreadsheets",
        arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
    func names(column: Int, name: String) {
        #expect(SheetCell.columnName(column) == name)
    }

    private struct Found: Decodable {
        let rows: [[String]]
        let foot: String
        let titles: String
        let merge: String
        let corner: String
        let paper: String
    }
}
