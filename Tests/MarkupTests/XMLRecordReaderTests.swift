import Markup
import Testing

@Suite("XMLRecordReader")
struct XMLRecordReaderTests {
    /// Every kind of thing that may stand in a document, with multi-byte characters before tags.
    static let document = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- <baris> is no record here > -->
        <?petunjuk isi='>'?>
        <c:capaian xmlns:c="urn:c" dibuat="2025 > 2024">
          <baris nip="1987 &lt;&amp;amp;&#38;&gt;">
            <kode>KP</kode> <nama>Siti &amp; &#x41;di &#233;</nama>
            <unit id="7"><kota>Ambon</kota></unit>
          </baris><!--
          --><baris
              nip='1988'
              lain="x"
          ><kode><![CDATA[<&>]]]]><![CDATA[>]]></kode><tak-dikenal><kode>no</kode></tak-dikenal>
            <kode>kedua</kode>\u{e9}\u{4e2d}\u{1f600}<nama
            />
            <catatan>baris satu
          baris dua</catatan></baris>
          <lewat><baris nip="9"/></lewat>
          <c:baris/>
        </c:capaian>
        <!-- akhir -->

        """
    static let fields = ["@nip", "kode", "nama", "unit/kota", "unit/@id", "catatan", "kode"]
    static let expected = [
        Reading.Record(
            place: "5:3",
            values: ["1987 <&amp;&>", "KP", "Siti & Adi \u{e9}", "Ambon", "7", nil, "KP"],
            places: ["5:3", "6:5", "6:21", "7:18", "7:5", "5:3", "6:5"]),
        Reading.Record(
            place: "9:6",
            values: ["1988", "<&>]]>", "", nil, nil, "baris satu\n  baris dua", "<&>]]>"],
            places: ["9:6", "12:4", "13:26", "9:6", "9:6", "15:5", "12:4"], unknown: 1,
            repeated: 1),
        Reading.Record(
            place: "18:3", values: [nil, nil, nil, nil, nil, nil, nil],
            places: Array(repeating: "18:3", count: 7)),
    ]

    private static func read(
        _ document: String, record: String = "/capaian/baris", fields: [String] = fields,
        limits: XMLLimits = XMLLimits(), pieceSize: Int = 65_536
    ) throws -> Reading {
        try Reading(
            Array(document.utf8), record: record, fields: fields, limits: limits,
            pieceSize: pieceSize)
    }

    @Test("Text and places are exact, whatever the pieces", arguments: [1, 2, 7, 64, 65_536])
    func readsEverything(pieceSize: Int) throws {
        let reading = try Self.read(Self.document, pieceSize: pieceSize)
        #expect(reading.failure == nil)
        #expect(reading.records == Self.expected)
    }

    @Test("A document cut in two pieces at any byte gives the same")
    func splitsAnywhere() throws {
        let bytes = Array(Self.document.utf8)
        for cut in 0...bytes.count {
            let reading = try Reading(
                bytes, record: "/capaian/baris", fields: Self.fields, cuts: [cut])
            #expect(reading.failure == nil, "cut at \(cut)")
            #expect(reading.records == Self.expected, "cut at \(cut)")
        }
    }

    @Test("CR and CRLF end lines as LF does", arguments: ["\r", "\r\n"], [1, 2, 7, 65_536])
    func countsLineEnds(_ lineEnd: String, pieceSize: Int) throws {
        let lines = Self.document.split(separator: "\n", omittingEmptySubsequences: false)
        let reading = try Self.read(lines.joined(separator: lineEnd), pieceSize: pieceSize)
        #expect(reading.failure == nil)
        #expect(reading.records == Self.expected)
    }

    @Test("Line ends of both kinds mixed are each counted once")
    func countsMixedLineEnds() throws {
        let document = "<a>\r\r\n\n\r\n\r<b/>\n\r<b/><c>\r</c><b/></a>"
        for pieceSize in [1, 2, 3, 64] {
            let reading = try Self.read(
                document, record: "/a/b", fields: [], pieceSize: pieceSize)
            // CR, CRLF, LF, CRLF, CR: 5 ends; then LF, CR; then one CR inside <c>.
            #expect(reading.records.map(\.place) == ["6:1", "8:1", "9:5"])
        }
    }

    @Test("A document cut off at any byte is refused, and only whole records come out")
    func refusesCut() throws {
        let bytes = Array(Self.document.utf8)
        let whole = Self.document.utf8.count - "\n<!-- akhir -->\n".utf8.count
        for length in 0..<whole {
            for pieceSize in [7, 65_536] {
                let reading = try Reading(
                    Array(bytes[..<length]), record: "/capaian/baris", fields: Self.fields,
                    pieceSize: pieceSize)
                #expect(reading.failure == .cut, "after \(length)")
                let count = reading.records.count
                #expect(reading.records == Array(Self.expected[..<count]), "after \(length)")
            }
        }
        let inComment = try Self.read(String(Self.document.dropLast(3)))
        #expect(inComment.failure == .cut)
        #expect(inComment.records == Self.expected)
    }

    @Test("Records are counted out as soon as they are complete")
    func deliversEarly() throws {
        let paths = try XMLRecordPaths(record: "/a/b", fields: ["c", "."])
        let reader = try XMLRecordReader(paths: paths)
        func push(_ text: String) throws -> [[String]] {
            var text = text
            try text.withUTF8 { try unsafe reader.push(UnsafeRawBufferPointer($0)) }
            let taken = reader.take()
            return taken.rows.indices.map { row in
                (row * 2..<row * 2 + 2).map { taken.value($0) ?? "absent" }
            }
        }
        #expect(try push("<a><b><c>satu</c>x</b><b>y<c>du") == [["satu", "x"]])
        #expect(try push("a</c>") == [])
        #expect(try push("z</b><b/></a>") == [["dua", "yz"], ["absent", ""]])
        try reader.finish()
        #expect(reader.take() == XMLRecords())
    }

    @Test("A field interrupted by another that is also taken is one text")
    func joinsParts() throws {
        let reading = try Self.read(
            "<a><b>1<c>2<d>3</d>4<d>5</d>6</c>7<e>8</e>9</b></a>", record: "/a/b",
            fields: [".", "c", "c/d", "e"])
        #expect(
            reading.records == [
                Reading.Record(
                    place: "1:4", values: ["179", "246", "3", "8"],
                    places: ["1:4", "1:8", "1:12", "1:35"], repeated: 1)
            ])
    }

    @Test(
        "A star stands for one level of any name",
        arguments: [
            ("/*/b", ["1:4", "1:8"]), ("/a/*/b", ["1:15"]), ("/a/*", ["1:4", "1:8", "1:12"]),
            ("/*", ["1:1"]), ("/a/b/c", []), ("/b", []), ("/a/a/b", []),
        ])
    func matchesStar(_ path: String, at places: [String]) throws {
        let reading = try Self.read(
            "<a><b/><b/><c><b/></c></a>", record: path, fields: ["@x"])
        #expect(reading.failure == nil)
        #expect(reading.records.map(\.place) == places)
    }

    @Test("Unknown and repeated elements are counted, what is below them is not")
    func countsUnknown() throws {
        let reading = try Self.read(
            """
            <a><b><x/><k>1</k><x><k>2</k><y/></x><k>3<z/></k><u><v>4</v><w/></u><u><v>5</v></u></b>
            <b y:n="1" n="2" xmlns:y="urn:y"><k>Ani <i>Budi</i> Cici</k></b></a>
            """, record: "/a/b", fields: ["k", "u/v", "@n"])
        #expect(
            reading.records == [
                Reading.Record(
                    place: "1:4", values: ["1", "4", nil], places: ["1:11", "1:53", "1:4"],
                    unknown: 3, repeated: 2),
                Reading.Record(
                    place: "2:1", values: ["Ani  Cici", nil, "1"], places: ["2:34", "2:1", "2:1"],
                    // The element inside the field cuts its text: counted as a repetition, which is always a fault.
                    unknown: 1, repeated: 2),
            ])
    }

    @Test("Lines beyond 65,535 are exact")
    func countsFar() throws {
        var document = "<a>\n"
        for number in 2...70_001 { document += number.isMultiple(of: 10_000) ? "<b/>\n" : "x\n" }
        document += "</a>\n"
        let reading = try Self.read(document, record: "/a/b", fields: [])
        #expect(reading.failure == nil)
        #expect(reading.records.map(\.place) == (1...7).map { "\($0 * 10_000):1" })
    }

    @Test("In CDATA and comments an ampersand is text", arguments: [1, 2, 3, 64, 65_536])
    func passesAmpersands(pieceSize: Int) throws {
        let text = String(repeating: "& >&", count: 1_000)
        let reading = try Self.read(
            "<a><!--\(text)--><b><k><![CDATA[\(text)]]></k></b></a>", record: "/a/b",
            fields: ["k"], pieceSize: pieceSize)
        #expect(reading.failure == nil)
        #expect(reading.records.map(\.values) == [[text]])
    }

    @Test("Long texts, comments and rows of brackets pass whole", arguments: [1_000, 65_536])
    func passesLongText(pieceSize: Int) throws {
        let text = String(repeating: "]]\u{e9}", count: 60_000)
        let reading = try Self.read(
            "<a><!--\(text)--><u>\(text)</u><b><k><![CDATA[\(text)]]></k></b></a>",
            record: "/a/b", fields: ["k"], limits: XMLLimits(fieldBytes: 1 << 20),
            pieceSize: pieceSize)
        #expect(reading.failure == nil)
        #expect(reading.records.map(\.values) == [[text]])
        // 3 for <a>, 7 around the comment's 180,000 characters, 7 around those of <u>.
        #expect(reading.records.map(\.place) == ["1:360018"])
    }
}
