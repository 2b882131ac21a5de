import Tabular
import Testing

@Suite("TextDecoder")
struct TextDecoderTests {
    /// Decodes in two pieces cut at `cut`.
    private func decode(
        _ file: [UInt8], as encoding: TextEncoding, cut: Int
    ) throws(TextFailure) -> [UInt8] {
        var decoder = TextDecoder(encoding: encoding)
        var output: [UInt8] = []
        try decoder.decode(Array(file[..<cut]), into: &output)
        try decoder.decode(Array(file[cut...]), into: &output)
        try decoder.finish(into: &output)
        return output
    }

    // Bytes by python3: list('…'.encode('utf-16-le')), ('cp1252'), and so on.
    @Test(
        "Text comes out as UTF-8 without its mark, wherever the pieces are cut",
        arguments: [
            (TextEncoding.utf8, [0x61, 0xC3, 0xA9], "aé"),
            (.utf8, [0xEF, 0xBB, 0xBF, 0x61, 0x62], "ab"),
            (.utf8, [0xEF, 0xBB, 0xBF], ""),
            (.utf8, [], ""),
            (.utf8, [0x61], "a"),
            (.windows1252, [0x61, 0xE9, 0x80, 0x93, 0x94, 0x9F, 0xFF], "aé€“”Ÿÿ"),
            (.windows1252, [0x41, 0x42], "AB"),
            (.utf16, [0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00, 0xAC, 0x20], "aé€"),
            (.utf16, [0xFE, 0xFF, 0x00, 0x61, 0x20, 0xAC, 0xD8, 0x3D, 0xDE, 0x00], "a€😀"),
            (.utf16, [0x61, 0x00, 0x3D, 0xD8, 0x00, 0xDE, 0x0A, 0x00], "a😀\n"),
            (.utf16, [0xFF, 0xFE], ""),
            (.utf16BigEndian, [0x00, 0x61, 0xD8, 0x3D, 0xDE, 0x00], "a😀"),
            (.utf16BigEndian, [0xFE, 0xFF, 0x00, 0x61], "a"),
        ] as [(TextEncoding, [UInt8], String)])
    func decodes(_ encoding: TextEncoding, _ file: [UInt8], _ text: String) throws {
        for cut in 0...file.count {
            #expect(try decode(file, as: encoding, cut: cut) == Array(text.utf8), "cut \(cut)")
        }
    }

    @Test(
        "What no text file has is refused with its place",
        arguments: [
            (TextEncoding.utf8, [0xFF, 0xFE, 0x61, 0x00], TextFailure.Kind.wrongByteOrderMark, 0),
            (.utf8, [0xFE, 0xFF, 0x00, 0x61], .wrongByteOrderMark, 0),
            (.utf16, [0xEF, 0xBB, 0xBF, 0x61], .wrongByteOrderMark, 0),
            (.windows1252, [0xEF, 0xBB, 0xBF, 0x61], .wrongByteOrderMark, 0),
            (.utf8, [0x61, 0x62, 0x63, 0x64, 0x00, 0x65], .zeroByte, 4),
            (.utf8, [0xEF, 0xBB, 0xBF, 0x61, 0x00], .zeroByte, 4),
            (.windows1252, [0x61, 0x62, 0x63, 0x00], .zeroByte, 3),
            (.utf16, [0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], .zeroByte, 4),
            (.utf16, [0x61, 0x00, 0x62], .cut, 2),
        ] as [(TextEncoding, [UInt8], TextFailure.Kind, Int)])
    func refuses(
        _ encoding: TextEncoding, _ file: [UInt8], _ kind: TextFailure.Kind, _ offset: Int
    ) {
        for cut in 0...file.count {
            #expect(throws: TextFailure(kind: kind, byteOffset: offset), "cut \(cut)") {
                try decode(file, as: encoding, cut: cut)
            }
        }
    }

    @Test(
        "What spoils one record becomes bytes that are no UTF-8",
        arguments: [
            (TextEncoding.windows1252, [0x61, 0x81, 0x62], [0x61, 0xFF, 0x62]),
            (.utf16, [0x61, 0x00, 0x3D, 0xD8, 0x62, 0x00], [0x61, 0xED, 0xA0, 0xBD, 0x62]),
            (.utf16, [0x61, 0x00, 0x00, 0xDE], [0x61, 0xED, 0xB8, 0x80]),
            (.utf16, [0x3D, 0xD8, 0x3D, 0xD8], [0xED, 0xA0, 0xBD, 0xED, 0xA0, 0xBD]),
        ] as [(TextEncoding, [UInt8], [UInt8])])
    func marks(_ encoding: TextEncoding, _ file: [UInt8], _ bytes: [UInt8]) throws {
        for cut in 0...file.count {
            #expect(try decode(file, as: encoding, cut: cut) == bytes, "cut \(cut)")
        }
    }

    @Test("A windows-1252 file is read as its UTF-8 twin is")
    func readsOtherEncodings() throws {
        let text = "nama;nilai\nRené;1\n“Ani”;2\n"
        let twin = try SeenFile(
            Array(text.utf8), dialect: CSVDialect(delimiter: Array(";".utf8)), chunk: 7)
        // python3: text.encode('cp1252')
        var file = Array("nama;nilai\nRen".utf8) + [0xE9] + Array(";1\n".utf8)
        file += [0x93] + Array("Ani".utf8) + [0x94] + Array(";2\n".utf8)
        let dialect = CSVDialect(delimiter: Array(";".utf8), encoding: .windows1252)
        for chunk in [1, 3, 64] {
            #expect(try SeenFile(file, dialect: dialect, chunk: chunk) == twin)
        }
    }

    @Test("A failure says what is wrong and where", arguments: TextFailure.Kind.allCases)
    func describes(_ kind: TextFailure.Kind) {
        let text = TextFailure(kind: kind, byteOffset: 12).description
        #expect(text.hasSuffix("(at byte 12)"))
        #expect(text.count > 30)
    }
}
