import Archiving
import Testing

@Suite("GzipReader")
struct GzipReaderTests {
    /// What came out before the end, and how it ended.
    private struct Outcome: Equatable {
        var output: [UInt8] = []
        var kind: GzipFailure.Kind?
        var offset = 0
    }

    private static func read(
        _ bytes: [UInt8], outputLimit: Int = 1 << 30, ratioLimit: Int = 200
    ) -> Outcome {
        var outcome = Outcome()
        do throws(GzipFailure) {
            var reader = try GzipReader(
                packed: bytes, outputLimit: outputLimit, ratioLimit: ratioLimit)
            while try reader.next(into: &outcome.output) {}
        } catch {
            outcome.kind = error.kind
            outcome.offset = error.compressedOffset
        }
        return outcome
    }

    /// The same by the decoder, which is fed in one piece.
    private static func decode(
        _ bytes: [UInt8], outputLimit: Int = 1 << 30, ratioLimit: Int = 200
    ) -> Outcome {
        var outcome = Outcome()
        do throws(GzipFailure) {
            var decoder = try GzipDecoder(outputLimit: outputLimit, ratioLimit: ratioLimit)
            try decoder.decode(bytes.span, into: &outcome.output)
            try decoder.finish()
        } catch {
            outcome.kind = error.kind
            outcome.offset = error.compressedOffset
        }
        return outcome
    }

    private static let members =
        Samples.gzippedText + Samples.gzippedSecond + Samples.gzippedText

    @Test("Members that follow one another are one text")
    func unpacks() {
        let text = Samples.text + Array("dua\n".utf8) + Samples.text
        #expect(Self.read(Self.members) == Outcome(output: text))
        #expect(Self.read(Samples.gzippedText) == Outcome(output: Samples.text))
    }

    @Test("A member comes with each call, behind what the caller had")
    func deliversMembers() throws {
        var reader = try GzipReader(packed: Self.members, outputLimit: 1 << 20)
        var output = Array(">".utf8)
        #expect(try reader.next(into: &output))
        #expect(output == Array(">".utf8) + Samples.text)
        #expect(try reader.next(into: &output))
        #expect(output.count == 1 + Samples.text.count + 4)
        #expect(try reader.next(into: &output))
        let end = output.count
        #expect(try !reader.next(into: &output))
        #expect(try !reader.next(into: &output))
        #expect(output.count == end)
    }

    @Test("A file cut at any byte ends as the decoder ends")
    func refusesCut() {
        for length in 0...Self.members.count {
            let bytes = Array(Self.members[..<length])
            #expect(Self.read(bytes) == Self.decode(bytes), "cut after \(length)")
        }
    }

    @Test("A file with any bit flipped ends as the decoder ends")
    func refusesFlips() {
        for place in Self.members.indices {
            for bit in 0..<8 {
                var bytes = Self.members
                bytes[place] ^= 1 << UInt8(bit)
                #expect(Self.read(bytes) == Self.decode(bytes), "byte \(place) bit \(bit)")
            }
        }
    }

    @Test(
        "Behind the last member only zeros may follow",
        arguments: [
            ([0], nil), ([UInt8](repeating: 0, count: 70_000), nil),
            ([1], .trailingGarbage), ([0, 0, 1], .trailingGarbage), ([0x1F], .cut),
            ([0x1F, 0x8C], .trailingGarbage), ([0x1F, 0x8B, 8, 0xE0], .corrupt),
            ([0] + Samples.gzippedSecond, .trailingGarbage),
        ] as [([UInt8], GzipFailure.Kind?)])
    func judgesTrailer(_ trailer: [UInt8], is expected: GzipFailure.Kind?) {
        let bytes = Samples.gzippedText + trailer
        #expect(Self.read(bytes).kind == expected)
        #expect(Self.read(bytes) == Self.decode(bytes))
    }

    @Test("What is not gzip is said not to be", arguments: ["n", "nip;nilai\n", "\u{0}\u{0}"])
    func refusesOthers(_ text: String) {
        #expect(Self.read(Array(text.utf8)).kind == .notGzip)
    }

    @Test(
        "A checksum of the header is checked",
        arguments: [(0, nil), (1, .corrupt)] as [(UInt8, GzipFailure.Kind?)])
    func checksHeader(_ flip: UInt8, _ expected: GzipFailure.Kind?) throws {
        // FHCRC set, and behind the header the low 16 bits of its CRC-32 by CPython:
        // zlib.crc32(bytes.fromhex("1f8b0802000000000203")) & 0xFFFF is 0x1525.
        let header: [UInt8] = [0x1F, 0x8B, 8, 2, 0, 0, 0, 0, 2, 3, 0x25 ^ flip, 0x15]
        let outcome = Self.read(header + Samples.gzippedText.dropFirst(10))
        #expect(outcome.kind == expected)
        #expect(outcome.output == (expected == nil ? Samples.text : []))
    }

    @Test("Members of very different sizes are unpacked, the smallest last")
    func growsRoom() throws {
        let texts = [
            Samples.noise(40_000), [UInt8](repeating: 0x41, count: 3 << 20), [], Samples.text,
        ]
        var packed: [UInt8] = []
        for text in texts { packed += try GzipBlocks.compress(text.span, level: 5) }
        #expect(Self.read(packed) == Outcome(output: Array(texts.joined())))
    }

    @Test("A member above the limit is streamed, alone or between small ones")
    func streamsLargeMember() throws {
        let large = [UInt8](repeating: 0x42, count: GzipReader.memberLimit + 1)
        let member = try GzipBlocks.compress(large.span, level: 1)
        for (packed, size) in [
            (member, large.count),
            (Samples.gzippedText + member + Samples.gzippedText, large.count + 68),
        ] {
            var reader = try GzipReader(packed: packed, outputLimit: 1 << 30, ratioLimit: 2_000)
            var (total, most) = (0, 0)
            var output: [UInt8] = []
            while try reader.next(into: &output) {
                total += output.count
                most = max(most, output.count)
                output.removeAll(keepingCapacity: true)
            }
            #expect(total == size)
            #expect(most <= GzipReader.memberLimit)
        }
    }

    @Test("A bomb is stopped by its ratio before it is handed on")
    func stopsBomb() throws {
        let block = [UInt8](repeating: 0, count: 20 << 20)
        let member = try GzipBlocks.compress(block.span, level: 9)
        let bomb = Array(repeatElement(member, count: 4).joined())
        #expect(Self.read(bomb).kind == .tooLarge)
        #expect(Self.read(bomb).output.isEmpty)
        #expect(Self.read(bomb, ratioLimit: 2_000).output.count == 80 << 20)
        var reader = try GzipReader(packed: bomb, outputLimit: .max)
        var output: [UInt8] = []
        for _ in 0..<2 {
            #expect(throws: GzipFailure(kind: .tooLarge)) { try reader.next(into: &output) }
        }
    }

    @Test("The limit of output is reached but not passed", arguments: [0, 1, 33, 34, 35, 37, 71])
    func keepsOutputLimit(_ missing: Int) {
        let size = 2 * Samples.text.count + 4
        let outcome = Self.read(Self.members, outputLimit: size - missing)
        #expect(outcome.kind == (missing == 0 ? nil : .tooLarge))
        #expect(outcome.output.count <= size - missing)
    }
}
