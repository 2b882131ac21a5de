import Markup
import Testing

@Suite("XMLEncoding")
struct XMLEncodingTests {
    /// A letter that every encoding here spells differently, before and inside a record.
    private static let body = "<a>\n\u{e9}<b n='\u{e9}'><k>Ren\u{e9}e</k></b></a>"

    private static func latin(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8($0.value) }
    }

    private static func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBigEndian ? [high, low] : [low, high]
        }
    }

    private static func read(_ bytes: [UInt8], pieceSize: Int = 65_536) throws -> Reading {
        try Reading(bytes, record: "/a/b", fields: ["k", "@n"], pieceSize: pieceSize)
    }

    private static func declared(_ name: String) -> String {
        "<?xml version=\"1.0\" encoding = '\(name)' ?>"
    }

    private static let documents: [(String, [UInt8])] = [
        ("no declaration", Array(body.utf8)),
        ("UTF-8", Array((declared("utf-8") + body).utf8)),
        ("mark", [0xEF, 0xBB, 0xBF] + Array(body.utf8)),
        ("mark against declaration", [0xEF, 0xBB, 0xBF] + Array((declared("cp1252") + body).utf8)),
        ("ISO-8859-1", latin(declared("ISO-8859-1") + body)),
        ("windows-1252", latin(declared("windows-1252") + body)),
        ("Cp1252", latin(declared("Cp1252") + body)),
        ("UTF-16LE", [0xFF, 0xFE] + wide(declared("UTF-16") + body, isBigEndian: false)),
        ("UTF-16BE", [0xFE, 0xFF] + wide(declared("UTF-16") + body, isBigEndian: true)),
        ("LE, no mark", wide(declared("UTF-16LE") + body, isBigEndian: false)),
        ("BE, no mark", wide(body, isBigEndian: true)),
    ]

    @Test(
        "The same text is read from every encoding, with the same places",
        arguments: documents, [1, 2, 3, 7, 65_536])
    func readsAll(_ document: (String, [UInt8]), pieceSize: Int) throws {
        let reading = try Self.read(document.1, pieceSize: pieceSize)
        #expect(reading.failure == nil, "\(document.0)")
        #expect(
            reading.records == [
                Reading.Record(
                    place: "2:2", values: ["Ren\u{e9}e", "\u{e9}"], places: ["2:11", "2:2"])
            ], "\(document.0)")
    }

    @Test("What differs between two encodings of one name is kept apart")
    func readsEuro() throws {
        let euro =
            Self.latin(Self.declared("windows-1252")) + Array("<a><b><k>".utf8)
            + [0x80, 0x93, 0x94] + Array("</k></b></a>".utf8)
        #expect(
            try Self.read(euro).records.map(\.values) == [["\u{20ac}\u{201c}\u{201d}", nil]])
    }

    @Test("Characters beyond 16 bits survive a cut between their halves", arguments: [1, 2, 3, 5])
    func joinsSurrogates(pieceSize: Int) throws {
        let text = "<a><b><k>\u{1f600}</k></b></a>"
        let reading = try Self.read(
            [0xFF, 0xFE] + Self.wide(text, isBigEndian: false), pieceSize: pieceSize)
        #expect(reading.records.map(\.values) == [["\u{1f600}", nil]])
    }

    @Test(
        "Bytes that are not of the encoding are refused where they stand, records before kept",
        arguments: [
            ("", [0xE9]), ("", [0xC0, 0x80]), ("", [0xED, 0xA0, 0x80]), ("", [0xFF]),
            ("utf-8", [0xC3]), ("windows-1252", [0x81]), ("us-ascii", [0xC3, 0xA9]),
        ] as [(String, [UInt8])])
    func refusesWrongBytes(_ name: String, _ wrong: [UInt8]) throws {
        let head = name.isEmpty ? "" : Self.declared(name)
        for frame in [
            ("<k>", "</k>"), ("<k><![CDATA[", "]]></k>"), ("<k n='", "'/>"), ("<!--", "-->"),
        ] {
            let document =
                Array("\(head)<a><b/>\n<b>\(frame.0)".utf8) + wrong
                + Array("\(frame.1)</b></a>".utf8)
            for pieceSize in [1, 7, 65_536] {
                let reading = try Self.read(document, pieceSize: pieceSize)
                #expect(reading.failure == .encoding || reading.failure == .malformed)
                #expect(reading.failedAt?.hasPrefix("2:") == true)
                #expect(reading.records.count == 1)
            }
        }
    }

    @Test(
        "An encoding that we do not read is refused by name",
        arguments: [
            "UTF-7", "UTF-16", "UTF-32", "EBCDIC-CP-US", "Shift_JIS", "ISO-8859-12",
            "ISO-8859-17", "windows-1259", "UTF-8//TRANSLIT", "../../etc/passwd", "",
        ])
    func refusesUnknown(_ name: String) throws {
        for pieceSize in [1, 65_536] {
            let document = Array((Self.declared(name) + "<a><b/></a>").utf8)
            let reading = try Self.read(document, pieceSize: pieceSize)
            #expect(reading.failure == .encoding)
            #expect(reading.records.isEmpty)
        }
    }

    @Test("UTF-32 is refused in either order")
    func refusesUTF32() throws {
        for bytes: [UInt8] in [
            [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], [0, 0, 0xFE, 0xFF], [0, 0, 0, 0x3C],
            [0x3C, 0, 0, 0],
        ] {
            #expect(try Self.read(bytes).failure == .encoding)
        }
    }

    @Test("A document of wide characters cut at any byte is cut off")
    func refusesCutWide() throws {
        let bytes = [0xFF, 0xFE] + Self.wide(Self.body, isBigEndian: false)
        for length in 0..<bytes.count {
            let reading = try Self.read(Array(bytes[..<length]))
            #expect(reading.failure == .cut, "after \(length)")
        }
    }
}
