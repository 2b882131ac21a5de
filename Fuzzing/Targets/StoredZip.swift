/// A zip archive without compression, written plainly: so that mutated parts reach the reader with a right checksum.
enum StoredZip {
    static func pack(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let name = Array(part.name.utf8)
            let common =
                number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4)
                + number(Int(checksum(part.bytes)), 4) + number(part.bytes.count, 4)
                + number(part.bytes.count, 4) + number(name.count, 2) + number(0, 2)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + common
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
            directory += number(archive.count, 4) + name
            archive += [0x50, 0x4B, 3, 4] + common + name + part.bytes
        }
        let start = archive.count
        let count = number(parts.count, 2)
        archive += directory + [0x50, 0x4B, 5, 6] + number(0, 4) + count + count
        return archive + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    /// The low byte first.
    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// CRC-32 bit by bit, as RFC 1952 defines it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~sum
    }
}
