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
