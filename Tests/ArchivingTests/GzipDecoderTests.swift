import Archiving
import Testing

@Suite("GzipDecoder")
struct GzipDecoderTests {
    /// Unpacks `bytes`, given in pieces of `pieceSize`.
    private static func decode(
        _ bytes: [UInt8], pieceSize: Int = 65_536, outputLimit: Int = 1 << 30,
        ratioLimit: Int = 200
    ) throws(GzipFailure) -> [UInt8] {
        var decoder = try GzipDecoder(outputLimit: outputLimit, ratioLimit: ratioLimit)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: pieceSize) {
            let piece = Array(bytes[start..<min(start + pieceSize, bytes.count)])
            try unsafe piece.span.withUnsafeBytes { (buffer) throws(GzipFailure) in
                try unsafe decoder.decode(buffer, into: &output)
            }
        }
        try decoder.finish()
        return output
    }

    private static func kind(of bytes: [UInt8]) -> GzipFailure.Kind? {
        do throws(GzipFailure) {
            _ = try decode(bytes)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test("What another program packed unpacks to its text", arguments: [1, 2, 7, 64, 65_536])
    func unpacks(pieceSize: Int) throws {
        #expect(try Self.decode(Samples.gzippedText, pieceSize: pieceSize) == Samples.text)
    }

    @Test("Members that follow one another are one text", arguments: [1, 2, 7, 64, 65_536])
    func unpacksMembers(pieceSize: Int) throws {
        let bytes = Samples.gzippedText + Samples.gzippedSecond + Samples.gzippedText
        let text = Samples.text + Array("dua\n".utf8) + Samples.text
        #expect(try Self.decode(bytes, pieceSize: pieceSize) == text)
    }

    @Test("A stream cut at any byte is refused, except exactly between two members")
    func refusesCut() throws {
        let bytes = Samples.gzippedText + Samples.gzippedSecond
        for length in 0..<bytes.count {
            let expected: GzipFailure.Kind? = length == Samples.gzippedText.count ? nil : .cut
            #expect(Self.kind(of: Array(bytes[..<length])) == expected, "cut after \(length)")
        }
    }

    @Test("A flipped bit is refused, or it is one that carries nothing of the text")
    func refusesFlips() {
        // Bits that RFC 1952 and 1951 give no meaning for the text: the hint FTEXT, MTIME, XFL
        // and OS, and the padding of the last compressed byte. That byte, 0x00 before the CRC,
        // holds 7 bits of the end-of-block code and 1 bit or more of padding.
        let lastCompressed = Samples.gzippedText.count - 9
        for place in Samples.gzippedText.indices {
            for bit in 0..<8 {
                var bytes = Samples.gzippedText
                bytes[place] ^= 1 << UInt8(bit)
                guard let output = try? Self.decode(bytes) else { continue }
                #expect(output == Samples.text, "byte \(place) bit \(bit)")
                let carriesNothing =
                    (place == 3 && bit == 0) || (4...9).contains(place)
                    || (place == lastCompressed && bit > 0)
                #expect(carriesNothing, "byte \(place) bit \(bit)")
            }
        }
    }

    @Test(
        "Behind the last member only zeros may follow",
        arguments: [
            ([0], nil), ([UInt8](repeating: 0, count: 600), nil),
            ([1], .trailingGarbage), ([0, 0, 1], .trailingGarbage),
            ([0x1F, 0x8C], .trailingGarbage), ([0x1F], .cut), ([0x1F, 0x8B, 8, 0xE0], .corrupt),
            ([0] + Samples.gzippedSecond, .trailingGarbage), (Array("PK".utf8), .trailingGarbage),
        ] as [([UInt8], GzipFailure.Kind?)])
    func judgesTrailer(_ trailer: [UInt8], is expected: GzipFailure.Kind?) {
        #expect(Self.kind(of: Samples.gzippedText + trailer) == expected)
    }

    @Test(
        "What is not gzip is said not to be",
        arguments: ["n", "nip;nilai\n", "PK\u{3}\u{4}", "\u{1f}x", "\u{0}\u{0}\u{0}"])
    func refusesOthers(_ text: String) {
        #expect(Self.kind(of: Array(text.utf8)) == .notGzip)
    }

    @Test("A bomb of zeros is stopped by its ratio before it does harm")
    func stopsBomb() throws {
        // 256 MiB of zeros, by zlib about 1 to 1029.
        let block = [UInt8](repeating: 0, count: 32 << 20)
        let member = try GzipBlocks.compress(block.span, level: 9)
        let bomb = Array(repeatElement(member, count: 8).joined())
        var decoder = try GzipDecoder(outputLimit: .max, ratioLimit: 200)
        var output: [UInt8] = []
        let failure = #expect(throws: GzipFailure.self) {
            try unsafe bomb.withUnsafeBytes { try unsafe decoder.decode($0, into: &output) }
        }
        #expect(failure?.kind == .tooLarge)
        #expect(output.count <= GzipDecoder.ratioGrace)
        #expect(throws: GzipFailure(kind: .tooLarge)) {
            try unsafe bomb.withUnsafeBytes { try unsafe decoder.decode($0, into: &output) }
        }
    }

    @Test("Below 16 MiB any ratio is allowed")
    func allowsSmallMonotony() throws {
        let block = [UInt8](repeating: 0x30, count: GzipDecoder.ratioGrace)
        let packed = try GzipBlocks.compress(block.span, level: 9)
        #expect(packed.count * 900 < block.count)
        #expect(try Self.decode(packed) == block)
        #expect(throws: GzipFailure(kind: .tooLarge)) {
            try Self.decode(packed + Samples.gzippedSecond)
        }
    }

    @Test("The limit of output is reached but not passed", arguments: [1, 7, 65_536])
    func keepsOutputLimit(pieceSize: Int) throws {
        let size = Samples.text.count
        let output = try Self.decode(
            Samples.gzippedText, pieceSize: pieceSize, outputLimit: size)
        #expect(output == Samples.text)
        #expect(throws: GzipFailure(kind: .tooLarge)) {
            try Self.decode(Samples.gzippedText, pieceSize: pieceSize, outputLimit: size - 1)
        }
    }

    @Test("A failure says where it was noticed")
    func saysWhere() {
        var bytes = Samples.gzippedText
        bytes.removeLast(3)
        let failure = #expect(throws: GzipFailure.self) { try Self.decode(bytes) }
        #expect(failure?.compressedOffset == 49)
        #expect(failure?.description == "the gzip data is cut off after 49 bytes")
    }
}
