import Batches
import Definition
import Diagnostics
import Ingestion
import Testing

/// Packed files through the reader of records; the packed bytes were made by CPython's gzip module with `mtime=0`.
@Suite("RecordReader: packed files")
struct PackedInputTests {
    /// `gzip.compress(b"NIP,ALPA\n1,3\n", 9, mtime=0)`
    private static let first = bytes(
        "1f8b0800000000000203f3f30cd071f40970e432d431e60200d52ccebf0d000000")
    /// `gzip.compress(b"4,5\n6,", 9, mtime=0)`: the record goes on in the next member.
    private static let second = bytes("1f8b080000000000020333d131e532d30100ce56be5b06000000")
    /// `gzip.compress(b"7\n", 9, mtime=0)`
    private static let third = bytes("1f8b080000000000020333e70200d55b0b3102000000")
    /// A member's header (RFC 1952, 2.3): deflate, no flags, no time.
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    private func read(_ packed: [UInt8], chunkBytes: Int = 1 << 20) throws -> [[String]] {
        let folder = InputFolder()
        folder.write(packed, to: "h.csv.gz")
        let definition = try InputFolder.definition(
            "files: h.csv.gz, columns: { nip: NIP, alpa: ALPA }")
        return try folder.rows("hadir", definition, chunkBytes: chunkBytes)
    }

    private func refusal(_ packed: [UInt8]) throws -> Diagnostic? {
        do throws(RunFailure) {
            let folder = InputFolder()
            folder.write(packed, to: "h.csv.gz")
            let definition = try InputFolder.definition(
                "files: h.csv.gz, columns: { nip: NIP, alpa: ALPA }")
            _ = try folder.rows("hadir", definition)
            return nil
        } catch {
            #expect(error.kind == .input)
            return error.diagnostics.first
        }
    }

    private static let rows = [["2", "1", "3"], ["3", "4", "5"], ["4", "6", "7"]]

    @Test("Members that follow one another are one text, in chunks of any size")
    func joinsMembers() throws {
        for chunkBytes in [1, 5, 64, 1 << 20] {
            let found = try read(Self.first + Self.second + Self.third, chunkBytes: chunkBytes)
            #expect(found == Self.rows, "chunks of \(chunkBytes)")
        }
        let padded = try read(
            Self.first + Self.second + Self.third + [UInt8](repeating: 0, count: 700))
        #expect(padded == Self.rows)
    }

    @Test("A file cut at any byte is refused, unless a member ends there")
    func refusesCut() throws {
        let whole = Self.first + Self.second
        for length in 0..<whole.count {
            let found = try refusal(Array(whole[..<length]))
            #expect(
                found?.code == (length == Self.first.count ? nil : .brokenArchive),
                "cut after \(length): \(found.map { "\($0)" } ?? "read")")
        }
        #expect(try read(Self.first) == [Self.rows[0]])
    }

    @Test(
        "Damage is refused, with the place where it was noticed",
        arguments: [
            // A checksum, a length, a byte of the text, of the method, behind the last member.
            (-8, 0x01), (-1, 0x80), (13, 0x10), (2, 0x01), (0, 0x20),
        ])
    func refusesDamage(place: Int, flip: UInt8) throws {
        for packed in [Self.first, Self.third + Self.first] {
            var damaged = packed
            let start = packed.count - Self.first.count
            damaged[place < 0 ? packed.count + place : start + place] ^= flip
            let found = try #require(try refusal(damaged))
            #expect(found.code == .brokenArchive)
            #expect(found.hint?.contains("again") == true)
        }
        let behind = try #require(try refusal(Self.first + Array("x".utf8)))
        #expect(behind.code == .brokenArchive)
        #expect(behind.message.contains("byte \(Self.first.count)"), "\(behind)")
    }

    /// One member of stored blocks (RFC 1951, 3.2.4), its CRC-32 by the polynomial of RFC 1952, 8.
    private static func stored(_ text: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = header
        var start = 0
        repeat {
            let end = min(start + 65_535, text.count)
            let (low, high) = (UInt8((end - start) & 0xFF), UInt8((end - start) >> 8))
            packed += [end == text.count ? 1 : 0, low, high, ~low, ~high] + text[start..<end]
            start = end
        } while start < text.count
        var crc: UInt32 = ~0
        for byte in text {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        for word in [~crc, UInt32(text.count)] {
            packed += (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
        return packed
    }

    @Test("A large member comes in batches like those of a plain file")
    func cutsMembers() throws {
        let text = "NIP,ALPA\n" + (0..<100_000).map { "\($0),1\n" }.joined()
        let folder = InputFolder(["plain.csv": text])
        folder.write(Self.stored(Array(text.utf8)), to: "packed.csv.gz")
        var sizes: [[Int]] = []
        var checksums: [String] = []
        for name in ["plain.csv", "packed.csv.gz"] {
            let definition = try InputFolder.definition(
                "files: \(name), columns: { nip: NIP, alpa: ALPA }")
            let source = try #require(definition.source("hadir"))
            let claims = try InputListing(of: folder.path, for: definition).claims
            let entry = try InputInventory.entry(of: try #require(claims.first), in: folder.path)
            let reader = try RecordReader(entry, of: source, root: folder.path)
            var lengths: [Int] = []
            while let piece = try reader.next() {
                let batch = piece.cut()
                _ = reader.book(batch)
                lengths.append(batch.rows.count)
            }
            sizes.append(lengths)
            checksums.append("\(try #require(reader.checksum))")
            // As `hashedEntry` knows it, which reads the file by itself.
            let hashed = try InputInventory.hashedEntry(
                of: try #require(claims.first), in: folder.path)
            #expect(hashed.checksum.map { "\($0)" } == checksums.last)
        }
        #expect(sizes[0].reduce(0, +) == 100_000)
        #expect(sizes[0] == sizes[1])
        #expect(sizes[0].count > 1)
        #expect(checksums[0] != checksums[1])
    }

    @Test("Members that unpack to suspiciously much are refused, others of their size are not")
    func refusesBomb() throws {
        // `gzip.compress(b"\n" * (1 << 20), 9, mtime=0)`: a thousand to one; the ratio counts from 16 MiB.
        let member =
            Self.bytes("1f8b0800000000000203edc12101000000c320bffe811fe21628")
            + [UInt8](repeating: 0, count: 1015)
            + Self.bytes("80cf0085dfd0e700001000")
        let few = Self.first + Array(repeatElement(member, count: 15).joined())
        let folder = InputFolder()
        folder.write(few, to: "h.csv.gz")
        let definition = try InputFolder.definition("files: h.csv.gz, columns: { nip: NIP }")
        #expect(try folder.inventory(definition).entries.map(\.size) == [few.count])
        let many = Self.first + Array(repeatElement(member, count: 17).joined())
        let found = try #require(try refusal(many))
        #expect(found.code == .brokenArchive)
        #expect(found.hint?.contains("--max-unpacked") == true)
    }
}
