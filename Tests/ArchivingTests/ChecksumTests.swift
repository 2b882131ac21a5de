import Archiving
import Testing

@Suite("Checksum")
struct ChecksumTests {
    /// Messages and digests of FIPS 180-2, appendix B, and of the empty message.
    private static let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test("The standard's messages have the standard's digests", arguments: vectors)
    func matchesStandard(_ message: String, digest: String) throws {
        let checksum = Checksum.of(Array(message.utf8).span)
        #expect(checksum.description == digest)
        #expect(Checksum(hex: digest) == checksum)
        #expect(Checksum(hex: digest.uppercased()) == checksum)
    }

    @Test("A message fed in pieces, as text or as bytes, has the digest of the whole")
    func acceptsPieces() throws {
        let (message, digest) = Self.vectors[2]
        for cut in 0...message.utf8.count {
            var hasher = Checksum.Hasher()
            hasher.update(String(message.prefix(cut)))
            let rest = Array(message.dropFirst(cut).utf8)
            unsafe rest.withUnsafeBytes { unsafe hasher.update($0) }
            #expect(hasher.finish().description == digest)
        }
    }

    @Test(
        "Only 64 hexadecimal digits are a checksum",
        arguments: [
            "", "ba78", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
            String(repeating: "0", count: 63) + "g", " " + String(repeating: "0", count: 63),
        ])
    func refusesOthers(_ text: String) {
        #expect(Checksum(hex: text) == nil)
    }

    @Test("Checksums differ when any digit does")
    func distinguishes() throws {
        let zero = Array(repeating: Character("0"), count: 64)
        var seen: Set<Checksum> = [try #require(Checksum(hex: String(zero)))]
        for place in 0..<64 {
            var digits = zero
            digits[place] = "1"
            seen.insert(try #require(Checksum(hex: String(digits))))
        }
        #expect(seen.count == 65)
    }
}
