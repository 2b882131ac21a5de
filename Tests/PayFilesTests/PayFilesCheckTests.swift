internal import Diagnostics
internal import PayFiles
internal import Payroll
internal import TestSupport
internal import Testing

@Suite("The files of a payment say the same, or it is found")
struct PayFilesCheckTests {
    private func problems(_ documents: [PayDocument]) -> [String] {
        do {
            _ = try PayFilesCheck(documents, path: "p").content()
            return []
        } catch {
            return error.diagnostics.map(\.location.file)
        }
    }

    @Test("As they were made, they agree")
    func agree() throws {
        #expect(problems(try SampleFile.documents()) == [])
        #expect(problems(try SampleFile.documents(language: .english)) == [])
    }

    @Test("A pay list or tax report of another payment is found, though each is whole")
    func exchanged() throws {
        let documents = try SampleFile.documents()
        let others = try SampleFile.documents(SampleFile.file(people: 11))
        for place in 1...2 {
            var mixed = documents
            mixed[place] = others[place]
            let name = documents[place].name
            #expect(problems(mixed).contains("p/\(name)"))
            #expect(problems(mixed).contains("p/lembar-kontrol.html"))
        }
    }

    @Test("Digits of the tax report: the element out of place, the gross, a person less")
    func report() throws {
        let documents = try SampleFile.documents()
        let xml = String(decoding: documents[2].bytes, as: UTF8.self)
        let changes = [
            xml.replacingFirst("<Gross>", with: "<Gross>1"),
            xml.replacingFirst("<Rate>", with: "<Rute>").replacingFirst("</Rate>", with: "</Rute>"),
            xml.replacingFirst("<MmPayroll>", with: "<MmPayroll><Gross>0</Gross>"),
            xml.replacingFirst("</MmPayrollBulk>", with: ""),
        ]
        for change in changes {
            #expect(change != xml)
            var mixed = documents
            mixed[2] = PayDocument(name: documents[2].name, bytes: Array(change.utf8))
            #expect(problems(mixed).contains("p/coretax.xml"))
        }
    }

    @Test(
        "Two persons' incomes exchanged in the tax report, another rate, a person in both: each is found"
    )
    func incomes() throws {
        let documents = try SampleFile.documents()
        let xml = String(decoding: documents[2].bytes, as: UTF8.self)
        let gross = xml.split(separator: "<Gross>").dropFirst().compactMap {
            $0.split(separator: "<").first.map(String.init)
        }
        try #require(gross.count == 10 && gross[0] != gross[1])
        let exchanged = xml.replacingFirst("<Gross>\(gross[0])<", with: "<Gross>x<")
            .replacingFirst("<Gross>\(gross[1])<", with: "<Gross>\(gross[0])<")
            .replacingFirst("<Gross>x<", with: "<Gross>\(gross[1])<")
        for change in [exchanged, xml.replacingFirst("<Rate>5.00", with: "<Rate>5.01")] {
            #expect(change != xml)
            var mixed = documents
            mixed[2] = PayDocument(name: documents[2].name, bytes: Array(change.utf8))
            #expect(problems(mixed).contains("p/coretax.xml"))
        }
        let rest = String(decoding: documents[3].bytes, as: UTF8.self)
        let line = try #require(rest.split(separator: "\n").last)
        for change in [rest + line + "\n", rest.replacingFirst(line + "\n", with: "")] {
            var mixed = documents
            mixed[3] = PayDocument(name: documents[3].name, bytes: Array(change.utf8))
            #expect(!problems(mixed).filter { $0.hasPrefix("p/coretax") }.isEmpty)
        }
    }

    @Test("A control figure changed on the control sheet is found, whatever the hashes say")
    func figures() throws {
        let documents = try SampleFile.documents()
        let page = String(decoding: documents[4].bytes, as: UTF8.self)
        for (row, text) in [
            ("Baris", "16"), ("Orang", "12"), ("Baris biasa", "12"), ("Baris rapel", "2"),
            ("Baris potongan", "2"),
        ] {
            let cell = "<td>\(row)</td><td class=\"angka\">"
            let change = page.replacingFirst("\(cell)\(text)<", with: "\(cell)99<")
            #expect(change != page, "\(row)")
            var mixed = documents
            mixed[4] = PayDocument(name: documents[4].name, bytes: Array(change.utf8))
            #expect(problems(mixed) == ["p/lembar-kontrol.html"], "\(row)")
        }
    }

    @Test("The control sheet counts whom the tax report leaves out, and why")
    func taxes() throws {
        let documents = try SampleFile.documents()
        let rest = try CSVText(text: String(decoding: documents[3].bytes, as: UTF8.self)).rows
        #expect(rest.count == 2)
        let gross = rest.compactMap { Int64($0[3]) }.reduce(0, +)
        let page = String(decoding: documents[4].bytes, as: UTF8.self)
        let row = try #require(
            page.split(separator: "\n").first { $0.contains("harus dilaporkan sendiri") })
        let digits = row.filter { $0 != "." }
        #expect(digits.contains(">2</td>"))
        #expect(digits.contains(">\(gross)</td>"))
        #expect(page.contains("<td>NPWP/NIK kosong</td><td class=\"angka\">1</td>"))
        #expect(page.contains("<td>coretax.xml</td><td class=\"angka\">10</td>"))
    }

    @Test("What was allowed by an explicit word stands on the control sheet, and only then")
    func allowances() throws {
        let documents = try SampleFile.documents(
            allowances: PayAllowances(
                unconfirmed: ["tpp-pph21 <belum>"], partialRuns: ["9a41c02be7d3"]))
        let page = String(decoding: documents[4].bytes, as: UTF8.self)
        #expect(page.contains("<p>tpp-pph21 &lt;belum&gt;</p>"))
        #expect(page.contains("<p>9a41c02be7d3</p>"))
        let plain = String(decoding: try SampleFile.documents()[4].bytes, as: UTF8.self)
        #expect(!plain.contains("class=\"awas\""))
    }

    @Test("The control sheet fetches nothing, runs nothing, and shows every text as text")
    func page() throws {
        let folder = try TemporaryFolder()
        let documents = try SampleFile.documents()
        try Disk.write(documents[4].bytes, to: folder("k.html"))
        let script = """
            import html.parser, sys
            class Page(html.parser.HTMLParser):
                def __init__(self): super().__init__(); self.tags = set(); self.attributes = set(); self.words = []
                def handle_starttag(self, tag, attributes):
                    self.tags.add(tag); self.attributes |= {name for name, _ in attributes}
                def handle_data(self, data): self.words.append(data)
            text = open(sys.argv[1], encoding="utf-8").read()
            page = Page(); page.feed(text)
            assert page.tags == {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "b", "table", "thead", "tbody", "tr", "th", "td", "div"}, page.tags
            assert page.attributes == {"lang", "charset", "class"}, page.attributes
            assert "http" not in text and "url(" not in text and "@import" not in text
            words = set(page.words)
            for word in sys.argv[2:]: assert word in words, word
            print("ok")
            """
        let outcome = try Subprocess.require(
            [
                "python3", "-c", script, folder("k.html"), "UPT <Satu>", "TPP <Contoh> & \"Uji\"",
                "absensi <kosong>", "BKD & UPT", "125.000", "9a41c02be7d3",
                String(repeating: "a", count: 64), "Februari 2025",
            ])
        #expect(outcome.text == "ok\n")
    }
}

extension String {
    fileprivate func replacingFirst(_ part: String, with other: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + self[range.upperBound...]
    }
}
