import Archiving
import Markup
import TestSupport
import Testing

@testable import Workbooks

@Suite("Workbook")
struct WorkbookTests {
    /// Style 0 plain, 1 date, 2 percent, 3 own date, 4 own month, 5 time stamp, 6 text.
    private static let styles = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/>\
        <numFmt numFmtId="165" formatCode="mmmm\\ yyyy"/></numFmts>\
        <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>\
        <cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/>\
        <xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="49"/></cellXfs>
        """
    private static let strings = """
        <si><t>NIP</t></si><si><r><t>kaya </t></r><r><rPr><b/></rPr><t>raya</t></r></si>\
        <si><t xml:space="preserve"> A &amp; B &lt;C&gt; </t><rPh sb="0" eb="1"><t>x</t></rPh></si>\
        <si><t>a_x000D_b_x005F_c_xZZZZ_</t></si><si><t/></si>
        """

    private func sheet(
        _ content: String, _ change: (inout SmallWorkbook) -> Void = { _ in }
    ) throws -> Sheet {
        var made = SmallWorkbook(
            [.init("Data", content)], strings: Self.strings, styles: Self.styles)
        change(&made)
        return try Workbook(try made.packed()).read(0)
    }

    private func failure(
        _ content: String, _ change: (inout SmallWorkbook) -> Void = { _ in }
    ) throws -> WorkbookFailure? {
        do {
            _ = try sheet(content, change)
            return nil
        } catch let failure as WorkbookFailure {
            return failure
        }
    }

    private func row(_ cells: String) -> String {
        "<sheetData><row r=\"1\">\(cells)</row></sheetData>"
    }

    /// Place, text and kind of every cell.
    private func seen(_ sheet: Sheet) -> [String] {
        sheet.rows.flatMap { row in
            sheet.cells[row.cells].map { cell in
                "\(Sheet.columnName(cell.column))\(row.number) \(cell.kind) \(sheet.string(cell))"
            }
        }
    }

    @Test(
        "Every kind of cell is the text that it stands for",
        arguments: [
            ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "A1 text NIP"),
            ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "A1 text kaya raya"),
            ("<c r=\"A1\" t=\"s\"><v>2</v></c>", "A1 text  A & B <C> "),
            ("<c r=\"A1\" t=\"s\"><v>3</v></c>", "A1 text a\rb_c_xZZZZ_"),
            (
                "<c r=\"A1\" t=\"inlineStr\"><is><t>198001012005011001</t></is></c>",
                "A1 text 198001012005011001"
            ),
            (
                "<c r=\"A1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>",
                "A1 text ab"
            ),
            ("<c r=\"A1\"><v>92.5</v></c>", "A1 number 92.5"),
            ("<c r=\"A1\" t=\"n\"><v>85.299999999999997</v></c>", "A1 number 85.3"),
            ("<c r=\"A1\" s=\"2\"><v>0.925</v></c>", "A1 number 92.5%"),
            ("<c r=\"A1\" s=\"1\"><v>45731</v></c>", "A1 text 2025-03-15"),
            ("<c r=\"A1\" s=\"3\"><v>45731</v></c>", "A1 text 2025-03-15"),
            ("<c r=\"A1\" s=\"4\"><v>45731</v></c>", "A1 text 2025-03"),
            ("<c r=\"A1\" s=\"5\"><v>45731.5</v></c>", "A1 text 2025-03-15 12:00:00"),
            ("<c r=\"A1\" s=\"1\"><v>60</v></c>", "A1 text 1900-02-29"),
            ("<c r=\"A1\" s=\"1\"><v>-5</v></c>", "A1 number -5"),
            ("<c r=\"A1\" s=\"6\"><v>12</v></c>", "A1 number 12"),
            ("<c r=\"A1\" t=\"d\"><v>2025-03-15T00:00:00</v></c>", "A1 text 2025-03-15"),
            ("<c r=\"A1\" t=\"d\"><v>2025-03-15T08:30:00</v></c>", "A1 text 2025-03-15 08:30:00"),
            ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "A1 text TRUE"),
            ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "A1 text FALSE"),
            ("<c r=\"A1\" t=\"b\"><v>2</v></c>", "A1 error 2"),
            ("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", "A1 error #REF!"),
            ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "A1 error #N/A"),
            ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "A1 number 2"),
            ("<c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>yx</v></c>", "A1 text yx"),
            ("<c r=\"A1\"><f>SUM(B1:B9)</f></c>", "A1 error =SUM(B1:B9)"),
            ("<c r=\"A1\"><v>198001012005011001</v></c>", "A1 lostDigits 1.98001012005011E+17"),
            ("<c r=\"A1\"><v>1.98001012005011E+17</v></c>", "A1 lostDigits 1.98001012005011E+17"),
            ("<c r=\"A1\"><v>1e17</v></c>", "A1 lostDigits 1E+17"),
            ("<c r=\"A1\"><v>dua</v></c>", "A1 error dua"),
        ])
    func cells(xml: String, expected: String) throws {
        #expect(seen(try sheet(row(xml))) == [expected])
    }

    @Test(
        "An empty cell is none",
        arguments: [
            "<c r=\"A1\"/>", "<c r=\"A1\" s=\"1\"/>", "<c r=\"A1\"><v/></c>",
            "<c r=\"A1\" t=\"s\"><v>4</v></c>", "<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>",
            "<c r=\"A1\" t=\"inlineStr\"><is/></c>",
        ])
    func empty(xml: String) throws {
        #expect(seen(try sheet(row(xml))) == [])
    }

    @Test("Days of a workbook of 1904 lie 1462 days later")
    func system1904() throws {
        let content = row("<c r=\"A1\" s=\"1\"><v>44269</v></c>")
        #expect(seen(try sheet(content) { $0.is1904 = true }) == ["A1 text 2025-03-15"])
    }

    @Test("Cells and rows that are missing move nothing, places that are not stated count on")
    func sparse() throws {
        let content = """
            <sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>\
            <row r="5"><c r="AA5"><v>4</v></c></row><row><c r="B6"><v>5</v></c></row></sheetData>
            """
        #expect(
            seen(try sheet(content)) == [
                "A1 number 1", "D1 number 2", "E1 number 3", "AA5 number 4", "B6 number 5",
            ])
    }

    @Test("What is hidden is read and said")
    func hidden() throws {
        let content = """
            <cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/>\
            <col min="5" max="5" width="9"/></cols><sheetData>\
            <row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>\
            <row r="3" ht="0" customHeight="1"><c r="A3"><v>3</v></c></row></sheetData>\
            <mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>
            """
        let sheet = try sheet(content) { $0.sheets[0].state = "hidden" }
        #expect(seen(sheet).count == 3)
        #expect(sheet.rows.filter(\.isHidden).map(\.number) == [2, 3])
        #expect(sheet.hiddenColumns == [2...3, 4...4])
        #expect(sheet.mergedRows == [2...3])
        #expect(sheet.isHidden)
    }

    @Test("Sheets are found by their place, whatever their parts are called")
    func sheets() throws {
        let made = SmallWorkbook([
            .init(
                "Satu & Dua", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"),
            .init("Tiga", "<sheetData><row r=\"1\"><c r=\"A1\"><v>3</v></c></row></sheetData>"),
        ])
        let workbook = try Workbook(try made.packed())
        #expect(workbook.sheets.map(\.name) == ["Satu & Dua", "Tiga"])
        #expect(seen(try workbook.read(1)) == ["A1 number 3"])
    }

    @Test(
        "A part that contradicts itself or another is refused",
        arguments: [
            "<c r=\"A1\" t=\"s\"><v>5</v></c>", "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
            "<c r=\"A1\" t=\"s\"><v>x</v></c>", "<c r=\"A1\" s=\"7\"><v>1</v></c>",
            "<c r=\"A1\" s=\"x\"><v>1</v></c>", "<c r=\"A2\"><v>1</v></c>",
            "<c r=\"1A\"><v>1</v></c>",
            "<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>",
            "<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>", "<c r=\"A1\" t=\"zz\"><v>1</v></c>",
            "</row><row r=\"1\"><c r=\"A1\"><v>1</v></c>", "</row><row r=\"x\">",
        ])
    func contradicts(cells: String) throws {
        guard case .damaged = try failure(row(cells)) else {
            Issue.record("\(cells) was taken")
            return
        }
    }

    @Test("Rows, columns and cells beyond the ceilings are refused")
    func ceilings() throws {
        let bytes = try SmallWorkbook(rows: [["abc", "", "d"], ["e"]]).packed()
        func isRead(_ limits: SheetLimits) -> Bool {
            (try? Workbook(bytes, limits: limits).read(0)) != nil
        }
        #expect(isRead(SheetLimits(rows: 2, columns: 3, cells: 3, textBytes: 5, cellBytes: 3)))
        #expect(!isRead(SheetLimits(rows: 1)))
        #expect(!isRead(SheetLimits(columns: 2)))
        #expect(!isRead(SheetLimits(cells: 2)))
        #expect(!isRead(SheetLimits(textBytes: 4)))
        #expect(!isRead(SheetLimits(cellBytes: 2)))
    }

    @Test("Entities, deep nesting and broken XML within the archive are refused")
    func hostile() throws {
        let bomb = """
            <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\
            <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
            """
        let deep = String(repeating: "<a>", count: 100_000)
        let cut = "<worksheet><sheetData><row><c><v>1</v></c></row>"
        for (text, kind) in [
            (bomb, XMLFailure.Kind.doctype), (deep, .depth), (cut, .malformed),
            ("<worksheet>&tak;</worksheet>", .malformed),
        ] {
            let found = try failure("") {
                $0.others = [(name: "xl/worksheets/sheet1.xml", text: text)]
            }
            guard case .markup(_, let failure) = found else {
                Issue.record("\(kind) was taken: \(String(describing: found))")
                continue
            }
            #expect(failure.kind == kind)
        }
        guard case .damaged = try failure("<x/>") else {
            Issue.record("a sheet without data was taken")
            return
        }
    }

    @Test("A workbook that is cut at any 97th byte is refused")
    func cut() throws {
        let bytes = try SmallWorkbook(rows: [["abc", "d"]]).packed()
        for count in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: WorkbookFailure.self) { try Workbook(Array(bytes.prefix(count))) }
        }
    }
}

@Suite("CellReference")
struct CellReferenceTests {
    @Test(
        "Letters count in base 26 without zero",
        arguments: [
            ("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("XFD1048576", 16_384, 1_048_576),
        ])
    func reads(text: String, column: Int, row: Int) throws {
        let place = try #require(CellReference(text))
        #expect(place.column == column && place.row == row)
        #expect(Sheet.columnName(column) + "\(row)" == text)
    }

    @Test(
        "Anything else is no place",
        arguments: ["", "A", "1", "a1", "A0", "A01", "AAAA1", "A1B", "A12345678", "$A$1"])
    func refuses(text: String) {
        #expect(CellReference(text) == nil)
    }
}
