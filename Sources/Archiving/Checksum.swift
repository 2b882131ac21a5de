internal import Crypto

/// The SHA-256 of some bytes: 256 bits, written as 64 lower-case hexadecimal digits.
///
/// Manifests name every input and output by it, so it is a value that compares and sorts out
/// into text, not a digest object of the library that computed it.
package struct Checksum: Sendable, Hashable, CustomStringConvertible {
    /// The 32 bytes in order, eight to a word, the first byte in the highest bits.
    private let words: [UInt64]

    /// Reads the written form; `nil` unless it is exactly 64 hexadecimal digits of either case.
    package init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (place, digit) in digits.enumerated() {
            guard let value = Self.value(ofDigit: digit) else { return nil }
            words[place / 16] = words[place / 16] << 4 | value
        }
        self.words = words
    }

    private init(digest: SHA256.Digest) {
        var words: [UInt64] = [0, 0, 0, 0]
        for (place, byte) in digest.enumerated() {
            words[place / 8] = words[place / 8] << 8 | UInt64(byte)
        }
        self.words = words
    }

    /// The checksum of bytes that are all at hand.
    package static func of(_ bytes: Span<UInt8>) -> Checksum {
        var hasher = Hasher()
        unsafe bytes.withUnsafeBytes { unsafe hasher.update($0) }
        return hasher.finish()
    }

    package var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for word in words {
            for shift in stride(from: UInt64(60), through: 0, by: -4) {
                let value = UInt8(truncatingIfNeeded: word >> shift & 0xF)
                text.append(value < 10 ? 0x30 + value : 0x61 + value - 10)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func value(ofDigit digit: UInt8) -> UInt64? {
        switch digit {
        case 0x30...0x39: UInt64(digit - 0x30)
        case 0x41...0x46: UInt64(digit - 0x41 + 10)
        case 0x61...0x66: UInt64(digit - 0x61 + 10)
        default: nil
        }
    }

    /// A checksum in the making, fed piece by piece.
    ///
    /// How the bytes are cut into pieces does not change the result.
    package struct Hasher: Sendable {
        private var hash = SHA256()

        package init() {}

        /// Adds bytes.
        package mutating func update(_ bytes: UnsafeRawBufferPointer) {
            unsafe hash.update(bufferPointer: bytes)
        }

        /// Adds the UTF-8 form of `text`.
        package mutating func update(_ bytes: Span<UInt8>) {
            unsafe bytes.withUnsafeBytes { unsafe update($0) }
        }

        package mutating func update(_ text: String) {
            var text = text
            text.withUTF8 { bytes in unsafe update(UnsafeRawBufferPointer(bytes)) }
        }

        /// The checksum of everything added so far; more may be added afterwards.
        package func finish() -> Checksum { Checksum(digest: hash.finalize()) }
    }
}
