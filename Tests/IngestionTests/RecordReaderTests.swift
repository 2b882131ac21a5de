import Definition
import Diagnostics
import Ingestion
import Tabular
import Testing

@Suite("RecordReader")
struct RecordReaderTests {
    private func refusal(
        _ text: String, _ keys: String, file: String = "h.csv"
    ) throws -> [Diagnostic] {
        let folder = InputFolder([file: text])
        do throws(RunFailure) {
            let definition = try InputFolder.definition(keys)
            _ = try folder.rows("hadir", definition)
            return []
        } catch {
            #expect(error.kind == .input)
            return error.diagnostics
        }
    }

    @Test(
        "A heading is found as written, else folded",
        arguments: [
            ("ALPA,NIP\n3,1\n", [["2", "1", "3"]]),
            ("alpa,Nip,x\n3,1,9\n", [["2", "1", "3"]]),
            (" N.I.P ,A LPA\n1,3\n", [["2", "1", "3"]]),
            // As written comes first: the folded twin is not ambiguous.
            ("nip,NIP,ALPA\n0,1,3\n", [["2", "1", "3"]]),
            ("\u{FEFF}NIP,ALPA\r\n1,3\r\n", [["2", "1", "3"]]),
            ("NIP,ALPA\n", []),
            ("NIP,ALPA\n\n1,3\n1\n", [["3", "1", "3"], ["4", "cellCount"]]),
            ("NIP,ALPA\n\"a\"\"b\",\"3\"\n", [["2", "a\"b", "3"]]),
        ])
    func matchesHeader(text: String, rows: [[String]]) throws {
        let folder = InputFolder(["h.csv": text])
        let definition = try InputFolder.definition(
            "files: h.csv, columns: { nip: NIP, alpa: ALPA }")
        #expect(try folder.rows("hadir", definition) == rows)
    }

    @Test(
        "A header that does not fit is refused with what was found and what to do",
        arguments: [
            ("NIP,HADIR\n1,3\n", "no column 'ALPA'", "map the column"),
            ("NIP,ALPA,ALPA\n1,3,4\n", "stands 2 times", "map the column"),
            ("nip,ALPA,Nip\n1,3,4\n", "'NIP' stands 2 times", "map the column"),
            ("NIP;ALPA\n1;3\n", "found: NIP;ALPA", "is the delimiter \";\"?"),
            ("NIP\tALPA\n1\t3\n", "no column 'NIP'", "is the delimiter \"\\t\"?"),
        ])
    func refusesHeader(text: String, message: String, hint: String) throws {
        let found = try refusal(text, "files: h.csv, columns: { nip: NIP, alpa: ALPA }")
        #expect(found.allSatisfy { $0.code == .missingColumn })
        #expect(found.first?.message.contains(message) == true, "\(found)")
        #expect(found.first?.hint?.contains(hint) == true, "\(found)")
        #expect(found.first?.location.line == 1)
    }

    @Test("Every missing column is named")
    func namesAllMissing() throws {
        let found = try refusal("a,b\n1,2\n", "files: h.csv, columns: { nip: NIP, alpa: ALPA }")
        #expect(found.count == 2)
    }

    @Test(
        "An empty file is refused",
        arguments: [
            "files: h.csv, columns: { nip: NIP }",
            "files: h.csv, columns: { nip: { from: 1 } }, format: { csv: { header: false } }",
            "files: h.csv, columns: { nip: NIP }, format: { xml: { record: /a/b } }",
        ])
    func refusesEmpty(keys: String) throws {
        #expect(try refusal("", keys).map(\.code) == [.emptyFile])
    }

    @Test("Pieces of the path and constants are columns of every sound row")
    func fillsFixedColumns() throws {
        let folder = InputFolder(["pkm-2025-03.csv": "NIP\n1\n2,3\n4\n"])
        let definition = try InputFolder.definition(
            "files: '{u}-{b}.csv', columns: { bulan: { capture: b }, nip: NIP, "
                + "status: { value: H }, alpa: { value: \"\" } }")
        #expect(
            try folder.rows("hadir", definition) == [
                ["2", "2025-03", "1", "H", ""], ["3", "cellCount"], ["4", "2025-03", "4", "H", ""],
            ])
    }

    @Test("Columns go by number with or without header")
    func readsByNumber() throws {
        let folder = InputFolder(["h.csv": "x,y,z\n1,2,3\n"])
        let columns = "files: h.csv, columns: { nip: { from: 3 }, alpa: { from: 1 } }"
        let bare = try InputFolder.definition(columns + ", format: { csv: { header: false } }")
        #expect(try folder.rows("hadir", bare) == [["1", "z", "x"], ["2", "3", "1"]])
        let headed = try InputFolder.definition(columns)
        #expect(try folder.rows("hadir", headed) == [["2", "3", "1"]])
        let wide = "files: h.csv, columns: { nip: { from: 4 } }"
        #expect(try refusal("x,y\n", wide).map(\.code) == [.missingColumn])
        #expect(
            try refusal("x,y\n", wide + ", format: { csv: { header: false } }").map(\.code)
                == [.missingColumn])
    }

    @Test("Batches of any size give the same rows and lines", arguments: [1, 16, 64, 1 << 20])
    func readsInPieces(chunkBytes: Int) throws {
        let lines = (1...200).map { "\($0),\($0 % 7)" }
        let folder = InputFolder(["h.csv": "NIP,ALPA\n" + lines.joined(separator: "\n")])
        let definition = try InputFolder.definition(
            "files: h.csv, columns: { nip: NIP, alpa: ALPA }")
        let rows = try folder.rows("hadir", definition, chunkBytes: chunkBytes)
        #expect(rows == (1...200).map { ["\($0 + 1)", "\($0)", "\($0 % 7)"] })
    }

    @Test("Preamble, footer, delimiter, encoding and quote are the format's")
    func readsFormats() throws {
        let folder = InputFolder()
        // "é" is one byte, 0xE9, in windows-1252.
        folder.write(
            Array("Laporan\n\nNIP;ALPA\n'a;b';".utf8) + [0xE9] + Array("\nTotal;1\nx;2\n".utf8),
            to: "h.csv")
        let definition = try InputFolder.definition(
            "files: h.csv, columns: { nip: NIP, alpa: ALPA }, format: { csv: { delimiter: \";\", "
                + "quote: \"'\", encoding: windows-1252, preamble: 2, footer: Total } }")
        #expect(try folder.rows("hadir", definition) == [["4", "a;b", "é"]])
    }

    @Test(
        "XML records have their fields by path; strict ones no other and no fewer",
        arguments: [
            ("<h><b><nip>1</nip><alpa>3</alpa></b></h>", [["1", "1", "3"]], [["1", "1", "3"]]),
            (
                "<h>\n<b><alpa>3</alpa></b>\n<b><nip>2</nip><alpa/></b></h>",
                [["2", "", "3"], ["3", "2", ""]], [["2", "missingField"], ["3", "2", ""]]
            ),
            (
                "<h><b><nip>1</nip><alpa>3</alpa><lain>9</lain></b></h>", [["1", "1", "3"]],
                [["1", "unknownField"]]
            ),
            (
                "<h><b><nip>1</nip><nip>2</nip><alpa>3</alpa></b></h>", [["1", "repeatedField"]],
                [["1", "repeatedField"]]
            ),
            ("<h></h>", [], []),
        ])
    func readsXML(text: String, lenient: [[String]], strict: [[String]]) throws {
        let folder = InputFolder(["h.xml": text])
        for (flag, rows) in [("false", lenient), ("true", strict)] {
            let definition = try InputFolder.definition(
                "files: h.xml, columns: { nip: nip, alpa: alpa }, "
                    + "format: { xml: { record: /h/b, strict_fields: \(flag) } }")
            #expect(try folder.rows("hadir", definition) == rows, "strict_fields: \(flag)")
        }
    }

    @Test(
        "Broken or dangerous XML is refused",
        arguments: [
            ("<h><b></h>", DiagnosticCode.brokenXML), ("x", .brokenXML),
            ("<!DOCTYPE h [<!ENTITY a \"b\">]><h/>", .forbiddenXML),
        ])
    func refusesXML(text: String, code: DiagnosticCode) throws {
        let found = try refusal(
            text, "files: h.csv, columns: { nip: nip }, format: { xml: { record: /h/b } }")
        #expect(found.map(\.code) == [code])
    }

    @Test("A file that changed since it was listed is refused")
    func refusesChangedFile() throws {
        let folder = InputFolder(["h.csv": "NIP,ALPA\n1,2\n"])
        let definition = try InputFolder.definition(
            "files: h.csv, columns: { nip: NIP, alpa: ALPA }")
        let source = try #require(definition.source("hadir"))
        let entry = try #require(try folder.inventory(definition).entries.first)
        folder.write(Array("NIP,ALPA\n1,2\n3,4\n".utf8), to: "h.csv")
        #expect(throws: RunFailure(.input, [.init(.changedFile, at: .init(file: "h.csv"), "")])) {
            try RecordReader(entry, of: source, root: folder.path)
        }
    }

    @Test("Lines that belong to no record are counted")
    func countsLines() throws {
        let folder = InputFolder(["h.csv": "x\nNIP,ALPA\n\n1,2\n\"3\n\",4\nTotal\ny\n"])
        let definition = try InputFolder.definition(
            "files: h.csv, columns: { nip: NIP, alpa: ALPA }, "
                + "format: { csv: { preamble: 1, footer: Total } }")
        let source = try #require(definition.source("hadir"))
        let entry = try #require(try folder.inventory(definition).entries.first)
        let reader = try RecordReader(entry, of: source, root: folder.path)
        while let piece = try reader.next() { _ = reader.book(piece.cut()) }
        let counts = try #require(reader.lineCounts)
        #expect([counts.preamble, counts.header, counts.blank, counts.footer] == [1, 1, 1, 2])
        #expect(reader.lastLine == 6)
    }
}
