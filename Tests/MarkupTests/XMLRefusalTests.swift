import Foundation
import Markup
import Testing

/// Documents that must not be read to their end, and why.
@Suite("XMLFailure")
struct XMLRefusalTests {
    private static func read(
        _ document: String, limits: XMLLimits = XMLLimits(), pieceSize: Int = 65_536
    ) throws -> Reading {
        try Reading(
            Array(document.utf8), record: "/a/b", fields: ["k", "@n"], limits: limits,
            pieceSize: pieceSize)
    }

    @Test(
        "What is not well-formed is refused, and the records before it come out",
        arguments: [
            "</b>", "<b>", "<b></c></b>", "<b n=1/>", "<b n='1' n='2'/>", "<b n='<'/>", "<b n/>",
            "<b>&nbsp;</b>", "<b>& </b>", "<b>&#0;</b>", "<b>&#x110000;</b>", "<b>]]></b>",
            "<b>\u{1}</b>", "<1b/>", "< b/>", "<b n='1'm='2'/>", "<!-- a -- b -->", "<!--- a --->",
            "<?xml version='1.0'?>", "<![cdata[x]]>", "<b>\u{FFFF}</b>",
            "<b n='&undefined;'/>", "<b n='\u{0}'/>", "<!ELEMENT b ANY>", "<b/ >",
        ])
    func refusesMalformed(_ wrong: String) throws {
        for pieceSize in [1, 2, 7, 65_536] {
            let reading = try Self.read(
                "<a>\n<b><k>1</k></b>\n\(wrong)\n</a>", pieceSize: pieceSize)
            #expect(reading.failure == .malformed)
            #expect(reading.records.first?.values == ["1", nil])
            #expect(reading.records.count == 1)
        }
    }

    @Test(
        "After or in place of the root element nothing else may stand",
        arguments: [
            "<a/><a/>", "<a/>x", "<a/>&amp;", "x<a/>", "nip;nilai\n1;2\n", "<a/><![CDATA[]]>",
        ])
    func refusesOutsideRoot(_ document: String) throws {
        for pieceSize in [1, 65_536] {
            #expect(try Self.read(document, pieceSize: pieceSize).failure == .malformed)
        }
    }

    @Test(
        "What opens and never closes is cut off, and the records before it come out",
        arguments: [
            "<b><![CDATA[x]></b>", "<b n=\"1'/>", "<!--->", "<?p >", "<b n=\"", "<b ", "<b>&amp",
        ])
    func refusesUnclosed(_ opening: String) throws {
        for pieceSize in [1, 2, 7, 65_536] {
            let reading = try Self.read(
                "<a><b><k>1</k></b>\n\(opening)", pieceSize: pieceSize)
            #expect(reading.failure == .cut)
            #expect(reading.records.map(\.values) == [["1", nil]])
        }
    }

    @Test("An empty document is cut off", arguments: ["", " ", "\n", "<?xml version='1.0'?>"])
    func refusesEmpty(_ document: String) throws {
        #expect(try Self.read(document).failure == .cut)
    }

    @Test("The place of the failure is in the right line")
    func saysWhere() throws {
        let reading = try Self.read("<a>\r\n<b>\r\n  <k>1</l>\r\n</b></a>")
        #expect(reading.failure == .malformed)
        #expect(reading.failedAt?.hasPrefix("3:") == true)
        let cut = try Self.read("<a>\n<b>\n")
        #expect(cut.failedAt == "3:1")
        let failure = XMLFailure(kind: .cut, line: 3, column: 1, detail: "x")
        #expect(failure.description == "the XML is cut off (line 3, column 1): x")
    }

    @Test(
        "A bare ampersand is found where it stands, however far the next semicolon is",
        arguments: ["", ";", String(repeating: "x", count: 3_000_000)])
    func findsBareAmpersand(_ rest: String) throws {
        let document = "<a>\n<b><k>1</k></b>\n<b><k>PU & PR\(rest)</k></b></a>"
        for pieceSize in [7, 65_536] where pieceSize > 7 || rest.utf8.count < 2 {
            let reading = try Self.read(document, pieceSize: pieceSize)
            #expect(reading.failure == .malformed)
            #expect(["3:10", "3:11"].contains(reading.failedAt))
            #expect(reading.records.map(\.values) == [["1", nil]])
        }
    }

    @Test("A failure comes again on every call")
    func staysFailed() throws {
        let paths = try XMLRecordPaths(record: "/a", fields: [])
        let reader = try XMLRecordReader(paths: paths)
        let (wrong, right) = (Array("<a></b>".utf8), Array("<a/>".utf8))
        for bytes in [wrong, right] {
            #expect(throws: XMLFailure(kind: .malformed)) {
                try unsafe bytes.withUnsafeBytes { try unsafe reader.push($0) }
            }
        }
        #expect(throws: XMLFailure(kind: .malformed)) { try reader.finish() }
    }

    // MARK: Document types

    @Test(
        "A DOCTYPE of any kind is refused on sight",
        arguments: [
            "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>",
            "<!DOCTYPE a PUBLIC '-//X' 'http://127.0.0.1/x.dtd'>",
            "<!DOCTYPE a [<!ENTITY e 'x'>]>", "<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p;]>",
            "<!DOCTYPE a SYSTEM 'x' [ <!ELEMENT a ANY> ]>",
        ])
    func refusesDocumentType(_ declaration: String) throws {
        for pieceSize in [1, 2, 7, 65_536] {
            let reading = try Self.read(
                "<?xml version='1.0'?>\n\n  \(declaration)<a><b><k>&e;</k></b></a>",
                pieceSize: pieceSize)
            #expect(reading.failure == .doctype)
            #expect(reading.failedAt == "3:3")
            #expect(reading.records.isEmpty)
        }
    }

    @Test("An entity bomb is refused before it does anything")
    func refusesBomb() throws {
        var declarations = "<!ENTITY e0 'ha'>"
        for level in 1...30 {
            let reference = "&e\(level - 1);"
            declarations += "<!ENTITY e\(level) '\(String(repeating: reference, count: 10))'>"
        }
        let reading = try Self.read("<!DOCTYPE a [\(declarations)]><a><b><k>&e30;</k></b></a>")
        #expect(reading.failure == .doctype)
    }

    @Test("No other file is read")
    func readsNoOtherFile() throws {
        let canary = FileManager.default.temporaryDirectory
            .appendingPathComponent("kinerja-canary-\(UUID().uuidString)")
        try Data("burung-kenari".utf8).write(to: canary)
        defer { try? FileManager.default.removeItem(at: canary) }
        for declaration in [
            "<!DOCTYPE a [<!ENTITY e SYSTEM '\(canary.absoluteString)'>]>",
            "<!DOCTYPE a SYSTEM '\(canary.absoluteString)'>",
            "<?xml-stylesheet href='\(canary.absoluteString)'?>",
        ] {
            let reading = try Self.read("\(declaration)<a><b><k>&e;</k></b></a>")
            #expect(reading.failure != nil)
            #expect(reading.records.isEmpty)
        }
    }

    // MARK: Limits

    @Test("Elements nest as deep as allowed and no deeper")
    func limitsDepth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try Self.read(nested(64)).failure == nil)
        let reading = try Self.read("\n" + nested(65))
        #expect(reading.failure == .depth)
        #expect(reading.failedAt?.hasPrefix("2:19") == true)
        #expect(try Self.read(nested(100_000)).failure == .depth)
    }

    @Test("A field is as long as allowed and no longer", arguments: [7, 64, 65_536])
    func limitsFields(pieceSize: Int) throws {
        func document(_ length: Int) -> String {
            "<a><b>\n <k>\(String(repeating: "&amp;x", count: length / 2))</k></b></a>"
        }
        let limits = XMLLimits(fieldBytes: 1_000)
        let allowed = try Self.read(document(1_000), limits: limits, pieceSize: pieceSize)
        #expect(allowed.failure == nil)
        #expect(allowed.records.first?.values.first??.count == 1_000)
        let refused = try Self.read(document(1_002), limits: limits, pieceSize: pieceSize)
        #expect(refused.failure == .fieldTooLong)
        #expect(refused.failedAt == "2:2")
        #expect(refused.records.isEmpty)
    }

    @Test("An attribute anywhere is as long as allowed and no longer")
    func limitsAttributes() throws {
        let limits = XMLLimits(attributeBytes: 100)
        for element in ["b n", "c x"] {
            for (length, failure) in [(100, nil), (101, XMLFailure.Kind.fieldTooLong)] {
                let value = String(repeating: "y", count: length)
                let reading = try Self.read("<a><\(element)='\(value)'/></a>", limits: limits)
                #expect(reading.failure == failure)
            }
        }
    }

    @Test("A record has as many elements as allowed and no more")
    func limitsFieldCount() throws {
        for (count, failure) in [(512, nil), (513, XMLFailure.Kind.tooManyFields)] {
            let reading = try Self.read("<a><b>\(String(repeating: "<x/>", count: count))</b></a>")
            #expect(reading.failure == failure)
            #expect(reading.records.map(\.unknown) == (failure == nil ? [512] : []))
        }
    }

    @Test(
        "A tag, comment or instruction without end is given up",
        arguments: ["<b n='", "<!--", "<?p ", "<b ", "<", "<b n='>>"])
    func limitsMarkup(_ opening: String) throws {
        let limits = XMLLimits(markupBytes: 100_000)
        for filler in ["x", "> "] {
            let endless = String(repeating: filler, count: 1_000_000 / filler.utf8.count)
            let reading = try Self.read("<a>\(opening)\(endless)", limits: limits)
            #expect(reading.failure != nil)
            #expect(reading.records.isEmpty)
        }
    }
}
