/// One entry of a zip archive, as the directory at its end describes it.
struct ZipEntry {
    static let centralSignature = 0x0201_4B50
    static let centralSize = 46
    static let localSignature = 0x0403_4B50
    static let localSize = 30

    let name: String
    let flags: Int
    /// 0 stored, 8 deflated.
    let method: Int
    let checksum: Int
    let packedSize: Int
    let size: Int
    /// Of the local header.
    let offset: Int
    /// Bytes of the directory that describe it.
    let directoryBytes: Int

    /// Sizes and checksum follow the content, so the local header need not have them.
    var hasDescriptor: Bool { flags & 0x0008 != 0 }

    /// Reads the description at a byte of the directory, whose last byte stands before `end`.
    init(_ archive: ZipBytes, at place: Int, end: Int) throws(ZipFailure) {
        guard place + Self.centralSize <= end,
            archive.number4(at: place) == Self.centralSignature
        else { throw ZipFailure(.corrupt, at: place) }
        let nameSize = archive.number2(at: place + 28)
        directoryBytes =
            Self.centralSize + nameSize + archive.number2(at: place + 30)
            + archive.number2(at: place + 32)
        guard place + directoryBytes <= end else { throw ZipFailure(.corrupt, at: place) }
        let nameStart = place + Self.centralSize
        guard let name = archive.text(nameStart..<nameStart + nameSize), Self.isSafe(name) else {
            throw ZipFailure(.badName, at: nameStart)
        }
        self.name = name
        flags = archive.number2(at: place + 8)
        method = archive.number2(at: place + 10)
        checksum = archive.number4(at: place + 16)
        packedSize = archive.number4(at: place + 20)
        size = archive.number4(at: place + 24)
        offset = archive.number4(at: place + 42)
        // Bit 0: encrypted; bit 6: strongly; bit 13: the directory is.
        if flags & 0x2041 != 0 { throw ZipFailure(.encrypted, at: place, entry: name) }
        let isZip64 = [packedSize, size, offset].contains(0xFFFF_FFFF)
        guard method == 0 || method == 8, !isZip64, flags & 0x0020 == 0,
            archive.number2(at: place + 34) == 0
        else { throw ZipFailure(.unsupported, at: place, entry: name) }
        if method == 0, packedSize != size { throw ZipFailure(.corrupt, at: place, entry: name) }
    }

    /// Where the content lies, before the directory at `end`, once the local header agrees.
    func content(_ archive: ZipBytes, end: Int) throws(ZipFailure) -> Range<Int> {
        guard offset + Self.localSize <= end,
            archive.number4(at: offset) == Self.localSignature,
            archive.number2(at: offset + 6) == flags, archive.number2(at: offset + 8) == method
        else { throw ZipFailure(.corrupt, at: offset, entry: name) }
        let nameSize = archive.number2(at: offset + 26)
        let nameStart = offset + Self.localSize
        let start = nameStart + nameSize + archive.number2(at: offset + 28)
        let isStated =
            hasDescriptor
            || (archive.number4(at: offset + 14) == checksum
                && archive.number4(at: offset + 18) == packedSize
                && archive.number4(at: offset + 22) == size)
        guard isStated, start <= end, packedSize <= end - start,
            archive.text(nameStart..<nameStart + nameSize) == name
        else { throw ZipFailure(.corrupt, at: offset, entry: name) }
        return start..<start + packedSize
    }

    /// Whether a name stays within the archive on any system.
    private static func isSafe(_ name: String) -> Bool {
        if name.isEmpty || name.hasPrefix("/") { return false }
        if name.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\\") }) { return false }
        if name.dropFirst().hasPrefix(":") { return false }
        return !name.split(separator: "/").contains("..")
    }
}

/// The bytes of an archive, with numbers as zip writes them.
struct ZipBytes {
    let bytes: [UInt8]

    /// Two bytes, the low one first. The caller has checked that they are there.
    func number2(at place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }

    /// Four bytes, the low one first. The caller has checked that they are there.
    func number4(at place: Int) -> Int { number2(at: place) | number2(at: place + 2) << 16 }

    /// `nil` when the bytes are no UTF-8 or not there.
    func text(_ range: Range<Int>) -> String? {
        guard range.upperBound <= bytes.count else { return nil }
        return String(validating: bytes[range], as: UTF8.self)
    }
}
