internal import CivilService
internal import Diagnostics
internal import PayFiles
internal import Payroll
internal import TestSupport
internal import Testing
internal import Workbooks

@Suite("The pay list as a workbook")
struct PayListTests {
    /// Computes SUM, SUMIF over "> 0" and differences of cells from the values alone.
    private static let script = #"""
        import csv, re, sys, zipfile
        import xml.etree.ElementTree as tree
        space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
        sheet = tree.fromstring(zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml"))
        values, formulas, texts = {}, {}, {}
        for cell in sheet.findall(".//m:c", space):
            place = cell.get("r")
            if cell.find("m:f", space) is not None: formulas[place] = cell.find("m:f", space).text
            if cell.find("m:v", space) is not None: values[place] = int(cell.find("m:v", space).text)
            if cell.find(".//m:t", space) is not None: texts[place] = cell.find(".//m:t", space).text or ""
        def number(letters):
            total = 0
            for letter in letters: total = total * 26 + ord(letter) - 64
            return total
        def name(column):
            text = ""
            while column: text, column = chr(65 + (column - 1) % 26) + text, (column - 1) // 26
            return text
        def cells(area):
            (a, b), (c, d) = re.findall(r"([A-Z]+)(\d+)", area.replace("$", ""))
            return [name(k) + str(r) for r in range(int(b), int(d) + 1) for k in range(number(a), number(c) + 1)]
        done = {}
        def value(place):
            if place not in formulas: return values.get(place, 0)
            if place not in done: done[place] = compute(formulas[place])
            return done[place]
        def compute(formula):
            if m := re.fullmatch(r"SUM\(([^,()]+)\)", formula): return sum(map(value, cells(m[1])))
            if m := re.fullmatch(r'SUMIF\(([^,]+),">0",([^,]+)\)', formula):
                return sum(value(b) for a, b in zip(cells(m[1]), cells(m[2])) if values.get(a, 0) > 0)
            a, b = re.fullmatch(r"([A-Z]+\d+)-([A-Z]+\d+)", formula).groups()
            return value(a) - value(b)
        wrong = [place for place in formulas if compute(formulas[place]) != values[place]]
        assert not wrong, wrong
        rows = list(csv.DictReader(open(sys.argv[2], newline="", encoding="utf-8")))
        last = rows.pop()
        amounts = list(rows[0])[9:-2]
        people = {}
        for place, text in texts.items():
            if re.fullmatch(r"C\d+", place) and re.fullmatch(r"\d{18}", text):
                line = place[1:]
                people[(text, texts["G" + line])] = [values[name(9 + k) + line] for k in range(len(amounts))]
        assert people == {(r["nip"], r["bulan"]): [int(r[a]) for a in amounts] for r in rows}
        total = max(int(p[1:]) for p, t in texts.items() if t == sys.argv[3])
        assert [values[name(9 + k) + str(total)] for k in range(len(amounts))] == [int(last[a]) for a in amounts]
        print(len(formulas), len(people))
        """#

    @Test(
        "Every formula gives the value beside it, and rows and total are those of the CSV",
        arguments: [(Language.indonesian, "JUMLAH SELURUHNYA"), (.english, "TOTAL")])
    func formulas(language: Language, total: String) throws {
        let folder = try TemporaryFolder()
        let documents = try SampleFile.documents(language: language)
        try Disk.write(documents[0].bytes, to: folder("r.csv"))
        try Disk.write(documents[1].bytes, to: folder("d.xlsx"))
        let outcome = try Subprocess.require([
            "python3", "-c", Self.script, folder("d.xlsx"), folder("r.csv"), total,
        ])
        // 16 rows with three each; three units and the total with eight each.
        #expect(outcome.text == "80 16\n")
    }

    @Test("It reads back as a workbook, names untouched, and two lists are equal")
    func read() throws {
        let bytes = try SampleFile.document("daftar.xlsx")
        #expect(try SampleFile.document("daftar.xlsx") == bytes)
        let book = try Workbook(bytes)
        #expect(book.sheets.map(\.name) == ["Daftar"])
        let sheet = try book.read(0)
        let texts = Set(sheet.cells.map { sheet.string($0) })
        #expect(texts.isSuperset(of: SampleFile.names))
        #expect(texts.isSuperset(of: ["5.1.01.02.01.0001", "11=9+10", "15=11-14"]))
    }

    @Test(
        "A column is wide enough for its largest sum, separators and sign included",
        arguments: [(999, 14), (100_000_000_000, 18), (-7_000_000_000_000, 20)])
    func widths(amount: Int64, least: Int) throws {
        let folder = try TemporaryFolder()
        let payment = Payment(
            nip: SampleFile.nip(1), month: SampleFile.month, kind: .regular,
            amounts: [Rupiah(amount)], run: "r", reason: "")
        let file = PaymentFile(
            scheme: "tpp", title: "TPP", month: SampleFile.month, number: 1,
            lines: [PayLine(id: "a", title: "A", account: "5", kind: .gross)],
            payments: [payment], payees: [], held: [], debts: [], runs: [])
        let list = try PayFiles(
            file, comparison: SampleFile.comparison(file), coretax: nil, language: .indonesian
        ).render()[1]
        try Disk.write(list.bytes, to: folder("a.xlsx"))
        let script = """
            import re, sys, zipfile
            sheet = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
            print(min(int(w) for n, w in re.findall(r'<col min="(\\d+)" max="\\d+" width="(\\d+)"', sheet) if 9 <= int(n) <= 12))
            """
        let outcome = try Subprocess.require(["python3", "-c", script, folder("a.xlsx")])
        #expect(try #require(Int(outcome.text.filter(\.isNumber))) >= least)
    }

    @Test("A list without deductions and without rows is still a list")
    func bare() throws {
        let file = PaymentFile(
            scheme: "tpp", title: "TPP", month: SampleFile.month, number: 1,
            lines: [PayLine(id: "a", title: "A", account: "5", kind: .gross)], payments: [],
            payees: [], held: [], debts: [], runs: [])
        let documents = try PayFiles(
            file, comparison: SampleFile.comparison(file), coretax: nil, language: .indonesian
        ).render()
        let all =
            documents + [
                PayFiles(
                    file, comparison: SampleFile.comparison(file), coretax: nil,
                    language: .indonesian
                ).controlSheet(of: documents)
            ]
        #expect(try PayFilesCheck(all, path: "x").content().rows == 0)
    }
}
