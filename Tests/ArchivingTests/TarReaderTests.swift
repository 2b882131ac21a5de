import Archiving
import Testing

@Suite("TarReader")
struct TarReaderTests {
    /// One file as the reader reported it.
    struct Found: Equatable {
        var name: String
        var size: Int
        var data: [UInt8] = []
    }

    private static func read(
        _ bytes: [UInt8], pieceSize: Int = 65_536
    ) throws(TarFailure) -> [Found] {
        var reader = TarReader()
        var found: [Found] = []
        for start in stride(from: 0, to: bytes.count, by: pieceSize) {
            let end = min(start + pieceSize, bytes.count)
            try reader.consume(
                bytes.span.extracting(start..<end),
                entry: { found.append(Found(name: $0, size: $1)) },
                data: { piece in
                    for place in piece.indices { found[found.count - 1].data.append(piece[place]) }
                })
        }
        try reader.finish()
        return found
    }

    /// An archive that CPython's tarfile makes of the statements in `script`.
    private static func made(by script: String) throws -> [UInt8] {
        let whole = """
            import tarfile, io, sys
            def add(name, data=b"", **fields):
                info = tarfile.TarInfo(name)
                info.size = len(data)
                for key, value in fields.items(): setattr(info, key, value)
                archive.addfile(info, io.BytesIO(data))
            kind = {"ustar": tarfile.USTAR_FORMAT, "pax": tarfile.PAX_FORMAT,
                    "gnu": tarfile.GNU_FORMAT}[sys.argv[2]] if len(sys.argv) > 2 else 0
            archive = tarfile.open(sys.argv[1], "w", format=kind)
            """
        return try Tool.withFile { folder, _ in
            let parts = script.split(separator: "#", maxSplits: 1).map(String.init)
            let output = "\(folder)/a.tar"
            let body = "\(whole)\n\(parts[1])\narchive.close()"
            let outcome = try Tool.run("python3", "-c", body, output, parts[0])
            try #require(outcome.status == 0)
            return try Tool.read(output)
        }
    }

    @Test("What the writer wrote is read back", arguments: [1, 2, 7, 64, 512, 65_536])
    func readsOwn(pieceSize: Int) throws {
        let bytes = try TarWriterTests.archive(TarWriterTests.entries)
        let expected = TarWriterTests.entries.map { name, data in
            Found(name: name, size: data.count, data: data)
        }
        #expect(try Self.read(bytes, pieceSize: pieceSize) == expected)
    }

    @Test(
        "Archives of another program are read, its folders passed over",
        .enabled(if: Tool.hasPython), arguments: ["ustar", "pax", "gnu"])
    func readsOthers(_ format: String) throws {
        let bytes = try Self.made(
            by: """
                \(format)#add("d", type=tarfile.DIRTYPE)
                add("d/hasil.csv", b"nip;nilai\\n")
                add("kosong")
                add("besar", b"x" * 513, mtime=1.5 if sys.argv[2] == "pax" else 1)
                """)
        #expect(
            try Self.read(bytes) == [
                Found(name: "d/hasil.csv", size: 10, data: Array("nip;nilai\n".utf8)),
                Found(name: "kosong", size: 0),
                Found(name: "besar", size: 513, data: [UInt8](repeating: 0x78, count: 513)),
            ])
    }

    @Test(
        "Entries that could lead out of the archive are refused",
        .enabled(if: Tool.hasPython),
        arguments: [
            ("add('/etc/passwd')", .unsafeName), ("add('../a')", .unsafeName),
            ("add('a/../../b')", .unsafeName),
            ("add('../d', type=tarfile.DIRTYPE)", .unsafeName),
            ("add('x' * 200 + '/../' + 'y' * 120)", .unsafeName),
            ("add('a', type=tarfile.SYMTYPE, linkname='/etc/passwd')", .unsupported),
            ("add('a', type=tarfile.LNKTYPE, linkname='b')", .unsupported),
            ("add('a', type=tarfile.CHRTYPE, devmajor=1, devminor=3)", .unsupported),
            ("add('a', type=tarfile.FIFOTYPE)", .unsupported),
            ("add('a', pax_headers={'path': '/abs'})", .unsafeName),
        ] as [(String, TarFailure.Kind)])
    func refuses(_ script: String, as kind: TarFailure.Kind) throws {
        let bytes = try Self.made(by: "pax#\(script)")
        #expect(throws: TarFailure(kind: kind)) { try Self.read(bytes) }
    }

    @Test("An archive cut at any byte is refused")
    func refusesCut() throws {
        let entries = [(name: "a", data: Samples.text), (name: "b", data: [UInt8]())]
        let bytes = try TarWriterTests.archive(entries)
        #expect(bytes.count == 5 * 512)
        for length in 0..<bytes.count {
            #expect(throws: TarFailure(kind: .cut), "cut after \(length)") {
                try Self.read(Array(bytes[..<length]))
            }
        }
    }

    @Test("A flipped bit anywhere in a header is refused")
    func refusesFlips() throws {
        let bytes = try TarWriterTests.archive([(name: "a", data: Samples.text)])
        for place in 0..<512 {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[place] ^= 1 << UInt8(bit)
                // POSIX lets the checksum end in a NUL or a blank (bit 5), with anything behind
                // it, and begin with a blank for a 0 (bit 4).
                let isOtherSpelling =
                    place == 155 || (place == 154 && bit == 5) || (place == 148 && bit == 4)
                let found = try? Self.read(flipped)
                #expect((found == nil) != isOtherSpelling, "byte \(place) bit \(bit)")
            }
        }
    }

    @Test("Behind the end only zeros may follow")
    func judgesTrailer() throws {
        let bytes = try TarWriterTests.archive([(name: "a", data: [])])
        #expect(try Self.read(bytes + [UInt8](repeating: 0, count: 9_000)).count == 1)
        #expect(throws: TarFailure(kind: .trailingGarbage)) { try Self.read(bytes + [0, 1]) }
    }

    @Test("A single block of zeros between entries is refused")
    func refusesLoneZeroBlock() throws {
        let bytes = try TarWriterTests.archive([(name: "a", data: [])])
        let lone = bytes[..<512] + [UInt8](repeating: 0, count: 512) + bytes[...]
        #expect(throws: TarFailure(kind: .corrupt)) { try Self.read(Array(lone)) }
    }

    @Test("A failure comes again, however often one goes on")
    func staysFailed() {
        var reader = TarReader()
        let noise = Samples.noise(512)
        for _ in 0..<2 {
            #expect(throws: TarFailure(kind: .corrupt)) {
                try reader.consume(noise.span, entry: { _, _ in }, data: { _ in })
            }
        }
        #expect(throws: TarFailure(kind: .corrupt)) { try reader.finish() }
    }
}
