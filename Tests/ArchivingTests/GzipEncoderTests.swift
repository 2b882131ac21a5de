import Archiving
import Testing

@Suite("GzipEncoder")
struct GzipEncoderTests {
    private static let inputs: [[UInt8]] = [
        [], Samples.text, [UInt8](repeating: 0x41, count: 300_000), Samples.noise(200_001),
    ]

    private static func encode(
        _ input: [UInt8], level: Int32, pieceSize: Int = 65_536
    ) throws -> [UInt8] {
        var encoder = try GzipEncoder(level: level)
        var output: [UInt8] = []
        for start in stride(from: 0, to: input.count, by: pieceSize) {
            let end = min(start + pieceSize, input.count)
            try encoder.encode(input.span.extracting(start..<end), into: &output)
        }
        try encoder.finish(into: &output)
        return output
    }

    @Test("Our decoder gives back what went in", arguments: [0, 1, 6, 9] as [Int32], inputs)
    func roundTrips(level: Int32, _ input: [UInt8]) throws {
        for packed in [
            try Self.encode(input, level: level, pieceSize: 4_001),
            try GzipBlocks.compress(input.span, level: level),
        ] {
            var decoder = try GzipDecoder(outputLimit: 1 << 20)
            var output: [UInt8] = []
            try unsafe packed.withUnsafeBytes { try unsafe decoder.decode($0, into: &output) }
            try decoder.finish()
            #expect(output == input)
        }
    }

    @Test(
        "The header carries no name and no time",
        arguments: [(1, 4), (6, 0), (9, 2)] as [(Int32, UInt8)])
    func writesFixedHeader(level: Int32, extraFlags: UInt8) throws {
        // RFC 1952: magic, deflate, no flags, MTIME 0, XFL by level, OS: 3 is Unix, 255 unknown.
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, extraFlags]
        let text = Samples.text
        let block = try GzipBlocks.compress(text.span, level: level)
        #expect(try Array(Self.encode(Samples.text, level: level).prefix(10)) == header + [3])
        #expect(Array(block.prefix(10)) == header + [255])
    }

    @Test("Equal input gives equal bytes")
    func isReproducible() throws {
        let input = Samples.noise(100_000)
        #expect(try Self.encode(input, level: 6) == Self.encode(input, level: 6))
        let block = try GzipBlocks.compress(input.span, level: 5)
        #expect(try GzipBlocks.compress(input.span, level: 5) == block)
        #expect(
            try Self.encode(Samples.text, level: 9) == Samples.gzippedText,
            "CPython with the same zlib and no time")
    }

    @Test(
        "Another program reads blocks that follow one another",
        .enabled(if: Tool.hasPython))
    func isReadElsewhere() throws {
        let input = Samples.noise(150_000) + [UInt8](repeating: 0x42, count: 150_000)
        var packed: [UInt8] = []
        for start in stride(from: 0, to: input.count, by: 70_000) {
            let end = min(start + 70_000, input.count)
            packed += try GzipBlocks.compress(input.span.extracting(start..<end), level: 6)
        }
        try Tool.withFile(packed) { folder, file in
            let script = """
                import gzip, sys
                open(sys.argv[2], "wb").write(gzip.open(sys.argv[1]).read())
                """
            let output = "\(folder)/output"
            let outcome = try Tool.run("python3", "-c", script, file, output)
            #expect(outcome.status == 0)
            #expect(try Tool.read(output) == input)
        }
    }

    @Test("The versions of the encoders are those of a zlib 1 and a libdeflate 1")
    func namesVersion() {
        #expect(EncoderVersion.zlib.wholeMatch(of: /1\.[0-9.]+.*/) != nil)
        #expect(EncoderVersion.libdeflate.wholeMatch(of: /1\.[0-9.]+/) != nil)
    }
}
