internal import TestSupport
internal import Testing

@Suite("kinerja convert of workbooks, HTML and XML")
struct ConvertSheetTests {
    private func cell(_ place: String, _ text: String) -> String {
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(SmallWorkbook.escaped(text))</t></is></c>"
    }

    private func convert(
        _ name: String, _ bytes: [UInt8], _ arguments: [String] = [], in folder: TemporaryFolder
    ) throws -> Subprocess.Outcome {
        try Disk.write(bytes, to: folder(name))
        return try Program.run(["convert", name] + arguments, in: folder.path)
    }

    private static let report = [
        ["LAPORAN TPP"], ["Instansi Contoh"], [],
        ["No", "Nama", "NIP", "Nilai", ""], ["", "", "", "Kerja", "Perilaku"],
        ["1", "2", "3", "4", "5=3+4"],
        ["1", "Ana, S.E.", "199001012015031001", "85,5", "92"],
        ["2", "Budi", "199001012015031002", "80", "90"],
        [], ["Jumlah", "", "", "165,5", "182"], [],
        ["", "", "", "Ambon, 1 Juli 2025"], ["", "", "", "Kepala Dinas"],
    ]

    @Test(
        "Titles, column numbers, total and signatures are left out and said, by content of a nameless file"
    )
    func report() throws {
        let outcome = try convert(
            "laporan.csv", try SmallWorkbook(rows: Self.report).packed(), in: try TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.text == """
                No,Nama,NIP,Nilai Kerja,Perilaku\r
                1,"Ana, S.E.",199001012015031001,"85,5",92\r
                2,Budi,199001012015031002,80,90\r

                """)
        for line in [
            "sheet: 'Data'", "header: rows 4 to 5", "left out: rows 1 to 2", "left out: row 6",
            "left out: row 10", "left out: rows 12 to 13", "written 2, rejected 0",
        ] {
            #expect(outcome.errors.contains(line), "\(outcome.errors)")
        }
        #expect(!outcome.errors.contains("Kepala") && !outcome.errors.contains("LAPORAN"))
    }

    @Test("What is no record as it stands is a reject with its row; lenient writes its text")
    func rejects() throws {
        let rows = [
            ["nip", "nama", "nilai"], ["199001012015031001", "Ana", "1"], ["Jumlah", "", "1"],
            ["Bidang Umum"], ["nip", "nama", "nilai"], ["199001012015031002", "Budi", "2", "x"],
            ["199001012015031003", "Cici", "3"],
        ]
        let bytes = try SmallWorkbook(rows: rows).packed()
        let folder = try TemporaryFolder()
        let strict = try convert("in.xlsx", bytes, ["--rejects", "tolak.csv"], in: folder)
        #expect(strict.status == 1)
        #expect(
            strict.text
                == "nip,nama,nilai\r\n199001012015031001,Ana,1\r\n199001012015031003,Cici,3\r\n")
        #expect(
            try Disk.text(folder("tolak.csv")) == """
                file,line,byte_offset,column,kind,text\r
                in.xlsx,3,,,total,"Jumlah,,1"\r
                in.xlsx,4,,,title,"Bidang Umum,,"\r
                in.xlsx,5,,,repeated-header,"nip,nama,nilai"\r
                in.xlsx,6,,4,cell-count,"199001012015031002,Budi,2,x"\r

                """)
        let lenient = try convert("in.xlsx", bytes, ["--lenient"], in: folder)
        #expect(lenient.errors.contains("written 5, rejected 1, repaired 3"), "\(lenient.errors)")
    }

    @Test("Errors and lost digits are rejects of their own kind; days come out as ISO")
    func cells() throws {
        let head = [("A1", "nip"), ("B1", "nilai"), ("C1", "tanggal")].map(cell).joined()
        let data = """
            <row r="1">\(head)</row>
            <row r="2">\(cell("A2", "199001012015031001"))<c r="B2"><v>85.299999999999997</v></c>\
            <c r="C2" s="1"><v>45731</v></c></row>
            <row r="3">\(cell("A3", "199001012015031002"))<c r="B3" t="e"><v>#REF!</v></c></row>
            <row r="4"><c r="A4"><v>198001012005011008</v></c><c r="B4"><v>70</v></c></row>
            """
        let book = SmallWorkbook(
            [SmallWorkbook.Sheet("Data", "<sheetData>\(data)</sheetData>")],
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
        let folder = try TemporaryFolder()
        let outcome = try convert(
            "in.xlsx", try book.packed(), ["--rejects", "tolak.csv"], in: folder)
        // 45731 days after 1899-12-30 are 2025-03-15.
        #expect(outcome.text == "nip,nilai,tanggal\r\n199001012015031001,85.3,2025-03-15\r\n")
        let found = try CSVText(folder("tolak.csv")).selecting(["line", "column", "kind"])
        #expect(found == [["3", "2", "cell-error"], ["4", "1", "lost-digits"]])
    }

    @Test("Of several sheets with data one must be named; a hidden one is said")
    func sheets() throws {
        func sheet(
            _ name: String, _ text: String, state: String = "visible"
        )
            -> SmallWorkbook.Sheet
        {
            SmallWorkbook.Sheet(
                name,
                "<sheetData><row r=\"1\">\(cell("A1", "a"))\(cell("B1", "b"))</row>"
                    + "<row r=\"2\">\(cell("A2", text))<c r=\"B2\"><v>1</v></c></row></sheetData>",
                state: state)
        }
        let folder = try TemporaryFolder()
        let two = try SmallWorkbook([sheet("Satu", "x"), sheet("Dua", "y")]).packed()
        let open = try convert("in.xlsx", two, in: folder)
        #expect(open.status == 2)
        #expect(open.errors.contains("'Satu', 'Dua'") && open.errors.contains("--sheet"))
        for name in ["Dua", "2"] {
            let named = try convert("in.xlsx", two, ["--sheet", name], in: folder)
            #expect(named.text == "a,b\r\ny,1\r\n")
        }
        let hidden = SmallWorkbook([sheet("Satu", "x"), sheet("Dua", "y", state: "hidden")])
        let only = try convert("in.xlsx", try hidden.packed(), in: folder)
        #expect(only.text == "a,b\r\nx,1\r\n")
        #expect(only.errors.contains("hidden sheet 'Dua'"))
    }

    @Test("An HTML table served as .xls keeps its columns where cells span")
    func html() throws {
        let text = """
            <html><table><tr><td>judul</td></tr></table><table>
            <tr><th rowspan=2>NIP</th><th colspan=2>Nilai</th></tr><tr><th>A</th><th>B</th></tr>
            <tr><td>199001012015031001</td><td>1,5</td><td>2</td></tr>
            <tr><td>199001012015031002</td><td></td><td>4</td></tr>
            <tr><td colspan=2>Total</td><td>6</td></tr></table></html>
            """
        let outcome = try convert("in.xls", Array(text.utf8), in: try TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.text
                == "NIP,Nilai A,B\r\n199001012015031001,\"1,5\",2\r\n199001012015031002,,4\r\n")
        #expect(outcome.errors.contains("left out: row 5"))
    }

    @Test("XML records are the element that repeats, with a column for all that any of them holds")
    func xml() throws {
        let text = """
            <?xml version="1.0"?>
            <laporan tahun="2025"><judul>x</judul>
            <baris id="1"><nip>1</nip><nama>Ana &amp; B</nama></baris>
            <baris id="2"><nip>2</nip><nilai>3,5</nilai></baris>
            <baris id="3"><nip>3</nip><nip>4</nip></baris>
            </laporan>
            """
        let folder = try TemporaryFolder()
        let outcome = try convert(
            "in.xml", Array(text.utf8), ["--rejects", "tolak.csv"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.text == "@id,nip,nama,nilai\r\n1,1,Ana & B,\r\n2,2,,\"3,5\"\r\n")
        let found = try CSVText(folder("tolak.csv")).selecting(["line", "kind"])
        #expect(found == [["5", "repeated-field"]])
        let lenient = try convert("in.xml", Array(text.utf8), ["--lenient"], in: folder)
        #expect(lenient.errors.contains("written 2, rejected 1"))
    }

    @Test("Where several elements repeat, the record must be named")
    func records() throws {
        let text = "<a><b><c x='1'/><c x='2'/></b><b><c x='3'/></b></a>"
        let folder = try TemporaryFolder()
        let open = try convert("in.xml", Array(text.utf8), in: folder)
        #expect(open.status == 2)
        #expect(open.errors.contains("/a/b (2), /a/b/c (3)"), "\(open.errors)")
        let named = try convert("in.xml", Array(text.utf8), ["--record", "/a/b/c"], in: folder)
        #expect(named.text == "@x\r\n1\r\n2\r\n3\r\n")
    }

    @Test(
        "What a kind of file cannot have is wrong usage",
        arguments: [
            ("in.xlsx", ["--delimiter", ";"]), ("in.xlsx", ["--quote", "none"]),
            ("in.xlsx", ["--encoding", "utf-8"]), ("in.xlsx", ["--record", "/a/b"]),
            ("in.xlsx", ["--sheet", "Tiga"]), ("in.csv", ["--sheet", "1"]),
            ("in.csv", ["--record", "/a/b"]), ("in.xml", ["--header-lines", "1"]),
        ])
    func usage(_ name: String, _ arguments: [String]) throws {
        let folder = try TemporaryFolder()
        try Disk.write(
            try SmallWorkbook(rows: [["a", "b"], ["x", "1"]]).packed(), to: folder("in.xlsx"))
        try Disk.write("<b>,c\n1,2\n", to: folder("in.csv"))
        try Disk.write("<a><b x='1'/><b x='2'/></a>", to: folder("in.xml"))
        let plain = try Program.run(["convert", name], in: folder.path)
        #expect(plain.status == 0, "\(plain.errors)")
        let outcome = try Program.run(["convert", name] + arguments, in: folder.path)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
