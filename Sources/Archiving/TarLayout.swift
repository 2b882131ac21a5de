/// Where the fields of a ustar header lie, and what both writer and reader hold true of them.
enum TarLayout {
    /// Bytes per block; headers are one block, data are padded to whole blocks.
    static let blockSize = 512
    static let name = 0..<100
    static let mode = 100..<108
    static let owner = 108..<116
    static let group = 116..<124
    static let size = 124..<136
    static let modificationTime = 136..<148
    static let checksum = 148..<156
    static let type = 156
    static let magic = 257..<265
    static let deviceMajor = 329..<337
    static let deviceMinor = 337..<345
    static let prefix = 345..<500

    static let posixMagic = Array("ustar\u{0}00".utf8)
    static let gnuMagic = Array("ustar  \u{0}".utf8)

    /// Numbers below this fit the eleven octal digits of size and time.
    static let octalLimit = 1 << 33

    /// Bytes that follow `size` bytes of data up to the next block.
    static func padding(after size: Int) -> Int { (blockSize - size % blockSize) % blockSize }

    /// The sum of a header's bytes with its checksum field taken as blanks.
    static func sum(of header: [UInt8]) -> Int {
        var sum = checksum.count * 0x20
        for (place, byte) in header.enumerated() where !checksum.contains(place) {
            sum += Int(byte)
        }
        return sum
    }

    /// Whether extracting `name` can only write below the folder of extraction.
    static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, !name.utf8.contains(0) else { return false }
        return name.split(separator: "/", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
