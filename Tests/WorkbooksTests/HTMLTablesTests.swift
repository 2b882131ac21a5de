import Testing

@testable import Workbooks

@Suite("HTMLTables")
struct HTMLTablesTests {
    private func rows(_ html: String, table: Int? = nil) throws(WorkbookFailure) -> [String] {
        let sheet = try HTMLTables.read(Array(html.utf8), table: table)
        return sheet.rows.map { row in
            let cells = sheet.cells[row.cells].map {
                "\(Sheet.columnName($0.column))=\(sheet.string($0))"
            }
            return "\(row.number)" + (row.isHidden ? "h" : "") + " " + cells.joined(separator: " ")
        }
    }

    @Test("Cells, spans and entities come where a browser shows them")
    func spans() throws {
        let html = """
            <html><head><style>td { color: red }</style></head><body><p>Judul</p>
            <TABLE border=1><thead><tr><th rowspan=2>No<th colspan="2">Beban &amp; Kerja</th><th rowspan=2>X</tr>
            <tr><td>Disiplin<td>Hasil</tr></thead>
            <tr style="display: none"><td>1<td>&nbsp;a<br>b &eacute; &#8220;c&#8221;</td><td></td><td> NIP.1980
               0101 </td></tr>
            <tr><td colspan=3>Total<td>9</table></body></html>
            """
        #expect(
            try rows(html) == [
                "1 A=No B=Beban & Kerja D=X", "2 B=Disiplin C=Hasil",
                "3h A=1 B=\u{A0}a b é “c” D=NIP.1980 0101", "4 A=Total D=9",
            ])
    }

    @Test("The largest table is read, or the one that is asked for")
    func chooses() throws {
        let html = """
            <table><tr><td>kop</td></tr></table><table><tr><td>1</td><td>2</td></tr></table>
            <table><tr><td>x</td><td>y</td></tr></table>
            """
        #expect(try rows(html) == ["1 A=1 B=2"])
        #expect(try rows(html, table: 1) == ["1 A=kop"])
        #expect(try rows(html, table: 3) == ["1 A=x B=y"])
        #expect(throws: WorkbookFailure.self) { try rows(html, table: 4) }
        #expect(throws: WorkbookFailure.self) { try rows("<p>tidak ada</p>") }
    }

    @Test("A table within a cell is a table of its own")
    func nested() throws {
        let html = """
            <table><tr><td>a<table><tr><td>dalam</td></tr></table></td><td>b</td></tr></table>
            """
        #expect(try rows(html, table: 1) == ["1 A=a B=b"])
        #expect(try rows(html, table: 2) == ["1 A=dalam"])
    }

    @Test("A table that the document does not end is refused wherever it is cut")
    func cut() throws {
        let html = "<html><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
        #expect(try rows(html).count == 2)
        for count in html.utf8.count - 8..<html.utf8.count {
            #expect(throws: WorkbookFailure.self) { try rows(String(html.prefix(count))) }
        }
        #expect(throws: WorkbookFailure.self) { try rows(String(html.prefix(40))) }
    }

    @Test("Spans beyond the ceiling and deep nesting are refused")
    func hostile() throws {
        func table(_ cells: String) -> String { "<table><tr>\(cells)</tr></table>" }
        let wide = "<td colspan=1000>a<td colspan=24>b"
        #expect(try rows(table(wide)) == ["1 A=a ALM=b"])
        #expect(throws: WorkbookFailure.self) { try rows(table(wide + "<td>c")) }
        #expect(throws: WorkbookFailure.self) {
            try rows(String(repeating: "<div>", count: 100_000) + table("<td>a"))
        }
        #expect(try rows(table("<td colspan=0 rowspan=x>a<td colspan=-3>b")) == ["1 A=a B=b"])
    }
}
