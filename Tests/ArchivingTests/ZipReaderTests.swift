import Archiving
import TestSupport
import Testing

@Suite("ZipReader")
struct ZipReaderTests {
    private static let parts: [(name: String, bytes: [UInt8])] = [
        ("satu.xml", Array("satu dua tiga ".utf8) + Array(repeating: 65, count: 300)),
        ("map/", []), ("map/dua.txt", Array("dua".utf8)), ("kosong", []),
    ]

    private func contents(
        _ archive: [UInt8], limits: ZipLimits = ZipLimits()
    ) throws(ZipFailure) -> [[UInt8]] {
        let reader = try ZipReader(archive, limits: limits)
        var contents: [[UInt8]] = []
        for name in reader.names { contents.append(try reader.unpack(name)) }
        return contents
    }

    private func kind(
        _ archive: [UInt8], limits: ZipLimits = ZipLimits()
    ) -> ZipFailure.Kind? {
        do throws(ZipFailure) {
            _ = try contents(archive, limits: limits)
            return nil
        } catch {
            return error.kind
        }
    }

    /// Replaces every occurrence of a run of bytes by another of the same length.
    private func replacing(_ old: [UInt8], by new: [UInt8], in archive: [UInt8]) -> [UInt8] {
        precondition(old.count == new.count)
        var bytes = archive
        for place in 0...(bytes.count - old.count)
        where Array(bytes[place..<place + old.count]) == old {
            bytes.replaceSubrange(place..<place + old.count, with: new)
        }
        return bytes
    }

    /// Places of the descriptions in the directory.
    private func directory(_ archive: [UInt8]) -> [Int] {
        archive.indices.dropLast(4).filter { Array(archive[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] }
    }

    @Test(
        "What another program packed comes out as it was",
        arguments: [Zip.Method.stored, .deflated], [false, true])
    func reads(method: Zip.Method, isStreamed: Bool) throws {
        let archive = try Zip.pack(
            Self.parts, method, isStreamed: isStreamed, comment: "catatan PK\u{5}\u{6}")
        let reader = try ZipReader(archive)
        #expect(reader.names == Self.parts.map(\.name))
        for part in Self.parts { #expect(try reader.unpack(part.name) == part.bytes) }
        #expect(throws: ZipFailure(.missingEntry)) { try reader.unpack("lain") }
    }

    @Test("An archive that is cut is refused wherever it is cut")
    func cut() throws {
        let archive = try Zip.pack(
            Self.parts + [("lagi", Array(repeating: 7, count: 700))], .stored)
        #expect(archive.count > 970)
        for count in stride(from: 0, to: archive.count, by: 97) {
            #expect(kind(Array(archive.prefix(count))) != nil, "\(count) bytes")
        }
        #expect(kind(Array(archive.dropLast())) != nil)
        #expect(kind(archive + [0]) == .cut)
        #expect(kind([0x50, 0x4B, 0x03] + archive) == .corrupt)
    }

    @Test("A flipped byte is refused, or changes nothing that is read", arguments: [1, 0xFF])
    func flipped(mask: Int) throws {
        let archive = try Zip.pack(Self.parts)
        let whole = try contents(archive)
        let names = Self.parts.map(\.name)
        for place in archive.indices {
            var bytes = archive
            bytes[place] ^= UInt8(mask)
            guard let reader = try? ZipReader(bytes), let read = try? contents(bytes) else {
                continue
            }
            #expect(read == whole && reader.names == names, "byte \(place)")
        }
    }

    @Test("Each field of a local header that says what the content is counts")
    func localHeader() throws {
        let archive = try Zip.pack(Self.parts)
        // Signature, flags, method, checksum, both sizes, both lengths, the name; not version and time.
        for place in Array(0..<4) + Array(6..<10) + Array(14..<38) {
            var bytes = archive
            bytes[place] ^= 0x01
            #expect(kind(bytes) != nil, "byte \(place)")
        }
    }

    @Test(
        "Names that lead out of the archive are refused",
        arguments: [
            "../satu", "a/../b", "..", "/satu", "a\\b", "C:/satu", "\\\\a\\b",
        ])
    func names(name: String) throws {
        #expect(kind(try Zip.pack([(name, [1])])) == .badName)
    }

    @Test("Dots within a name lead nowhere", arguments: ["a..b", "..a", "a/...", ".a/b."])
    func dots(name: String) throws {
        #expect(kind(try Zip.pack([(name, [1])])) == nil)
    }

    @Test("A name with NUL or one that is there twice is refused")
    func oddNames() throws {
        let archive = try Zip.pack([("aXXa", [1]), ("aXXb", [2])])
        #expect(
            kind(replacing(Array("aXXa".utf8), by: [97, 0, 88, 97], in: archive)) == .badName)
        #expect(
            kind(replacing(Array("aXXb".utf8), by: Array("aXXa".utf8), in: archive)) == .badName)
    }

    @Test("Encryption, ZIP64 and other methods are refused")
    func forms() throws {
        var archive = try Zip.pack([("a", [1])])
        let central = try #require(directory(archive).first)
        archive[6] |= 1
        archive[central + 8] |= 1
        #expect(kind(archive) == .encrypted)
        var large = try Zip.pack([("a", [1])])
        large.replaceSubrange(central + 24..<central + 28, with: [255, 255, 255, 255])
        #expect(kind(large) == .unsupported)
        #expect(kind(try Zip.pack([("a", [1, 2, 3])], .bzip2)) == .unsupported)
        #expect(kind(Array("<html>".utf8)) == .notZip)
        #expect(kind([]) == .notZip)
    }

    @Test("Two entries may not have the same bytes")
    func overlap() throws {
        var archive = try Zip.pack([("aa", [1, 2]), ("ab", [1, 2])], .stored)
        let second = try #require(directory(archive).last)
        archive.replaceSubrange(second + 42..<second + 46, with: [0, 0, 0, 0])
        #expect(kind(archive) == .corrupt)
    }

    @Test("Ceilings hold on both sides")
    func limits() throws {
        let archive = try Zip.pack(Self.parts)
        let total = Self.parts.reduce(0) { $0 + $1.bytes.count }
        #expect(kind(archive, limits: ZipLimits(entries: 4)) == nil)
        #expect(kind(archive, limits: ZipLimits(entries: 3)) == .tooManyEntries)
        #expect(kind(archive, limits: ZipLimits(totalBytes: total)) == nil)
        #expect(kind(archive, limits: ZipLimits(totalBytes: total - 1)) == .tooLarge)
        // Deflate turns a run of a million equal bytes into about a thousand.
        let bomb = try Zip.pack([("a", Array(repeating: 0, count: 1 << 20))])
        #expect(kind(bomb) == nil)
        #expect(kind(bomb, limits: ZipLimits(ratio: 200, ratioGrace: 1 << 20)) == nil)
        #expect(kind(bomb, limits: ZipLimits(ratio: 200, ratioGrace: (1 << 20) - 1)) == .tooLarge)
        #expect(kind(bomb, limits: ZipLimits(ratio: 2_000, ratioGrace: 0)) == nil)
    }
}
