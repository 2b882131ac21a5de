import Archiving
import Testing

@Suite("TarWriter")
struct TarWriterTests {
    /// Names at every border of the format's fields: 100 bytes of name, 155 of prefix.
    static let names = [
        "hasil.csv", "tables/unor.csv", "n\u{e4}me \u{4e2d}.csv",
        String(repeating: "a", count: 100),
        String(repeating: "b", count: 101),
        String(repeating: "c", count: 155) + "/" + String(repeating: "d", count: 100),
        String(repeating: "e", count: 156) + "/" + String(repeating: "f", count: 100),
        String(repeating: "g", count: 155) + "/" + String(repeating: "h", count: 101),
        "i/" + String(repeating: "j", count: 99),
        String(repeating: "k/", count: 120) + "l",
        String(repeating: "m", count: 995),
    ]

    static func archive(_ entries: [(name: String, data: [UInt8])]) throws -> [UInt8] {
        var writer = TarWriter()
        var bytes: [UInt8] = []
        for (name, data) in entries {
            try writer.entry(
                name: name, size: data.count, modificationTime: 1_750_000_000, into: &bytes)
            bytes += data
            bytes += repeatElement(0, count: writer.padding(size: data.count))
        }
        writer.end(into: &bytes)
        return bytes
    }

    static let entries = names.enumerated().map { number, name in
        (name: name, data: Samples.noise([0, 1, 511, 512, 513, 10_000][number % 6]))
    }

    @Test("Another program finds every name, size, mode and time", .enabled(if: Tool.hasPython))
    func isReadByPython() throws {
        let script = """
            import tarfile, sys, hashlib
            for m in tarfile.open(sys.argv[1], "r:"):
                data = tarfile.open(sys.argv[1]).extractfile(m.name).read()
                print(m.name, m.size, oct(m.mode), m.uid, m.gid, m.uname + m.gname, int(m.mtime),
                      m.isreg(), hashlib.sha256(data).hexdigest(), sep="|")
            """
        let bytes = try Self.archive(Self.entries)
        #expect(bytes.count.isMultiple(of: 512))
        let outcome = try Tool.withFile(bytes) { _, file in
            try Tool.run("env", "PYTHONIOENCODING=utf-8", "python3", "-c", script, file)
        }
        #expect(outcome.status == 0)
        let expected = Self.entries.map { name, data in
            let checksum = Checksum.of(data.span)
            return "\(name)|\(data.count)|0o600|0|0||1750000000|True|\(checksum)\n"
        }
        #expect(outcome.output == expected.joined())
    }

    @Test("GNU tar extracts every file", .enabled(if: Tool.hasTar))
    func isReadByTar() throws {
        // A file system takes no part of more than 255 bytes.
        let entries = Self.entries.filter { $0.name.utf8.count < 255 || $0.name.contains("/") }
        try Tool.withFile(try Self.archive(entries)) { folder, file in
            let outcome = try Tool.run("tar", "-xf", file, "-C", folder)
            #expect(outcome.status == 0)
            for (name, data) in entries { #expect(try Tool.read("\(folder)/\(name)") == data) }
        }
    }

    @Test("A file of 8 GiB or more is announced whole", .enabled(if: Tool.hasPython))
    func announcesLargeFile() throws {
        var writer = TarWriter()
        var bytes: [UInt8] = []
        for size in [(1 << 33) - 1, 1 << 33, 123_456_789_012] {
            bytes = []
            try writer.entry(name: "besar", size: size, modificationTime: 0, into: &bytes)
            let script = """
                import tarfile, sys
                print(tarfile.open(sys.argv[1]).next().size)
                """
            let outcome = try Tool.withFile(bytes) { _, file in
                try Tool.run("python3", "-c", script, file)
            }
            #expect(outcome.output == "\(size)\n")
        }
    }

    @Test(
        "A name that leads out of the archive is refused before anything is written",
        arguments: [
            "", "/", "/etc/passwd", "..", "../a", "a/..", "a/../b", "a//b", "a/", "./a", "a\u{0}b",
        ])
    func refusesUnsafeNames(_ name: String) {
        var writer = TarWriter()
        var bytes: [UInt8] = []
        #expect(throws: TarFailure(kind: .unsafeName)) {
            try writer.entry(name: name, size: 0, modificationTime: 0, into: &bytes)
        }
        #expect(bytes.isEmpty)
    }

    @Test(
        "Times and sizes outside the format are refused",
        arguments: [(0, -1), (0, 1 << 33), (-1, 0)])
    func refusesNumbers(size: Int, time: Int) {
        var writer = TarWriter()
        var bytes: [UInt8] = []
        #expect(throws: TarFailure(kind: .tooLarge)) {
            try writer.entry(name: "a", size: size, modificationTime: time, into: &bytes)
        }
    }
}
