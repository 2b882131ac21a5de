/// A zip archive in the making, in memory, the same bytes for the same entries everywhere.
///
/// Entries are deflated as they are written, so of a large one only the packed bytes are held. No clock enters: every
/// entry is of 1980-01-01, the first day that zip can say. No name may occur twice.
package struct ZipWriter: ~Copyable {
    private struct Entry {
        let name: [UInt8]
        let offset: Int
        var checksum: UInt32 = 0
        var packedSize = 0
        var size = 0
    }

    /// A gzip member is ten bytes, deflated data, checksum and size: all that an entry of zip needs.
    private static let memberHead = 10
    private static let memberTail = 8
    private static let day: UInt16 = 0x0021
    private static let version: UInt16 = 20
    /// Bit 11: names are UTF-8.
    private static let flags: UInt16 = 0x0800
    private static let deflated: UInt16 = 8
    /// Above which ZIP64 would be needed.
    private static let limit = 0xFFFF_FFFF

    private let level: Int32
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var encoder: GzipEncoder?
    private var packed: [UInt8] = []
    private var size = 0

    /// - Parameter level: zlib's level, 0 (stored) to 9 (smallest).
    package init(level: Int32 = 6) { self.level = level }

    /// Ends the entry before, if any, and begins one that ``write(_:)`` fills.
    ///
    /// - Throws: ``ZipFailure`` when memory is short or the entry before is beyond 4 GiB.
    package mutating func begin(_ name: String) throws(ZipFailure) {
        try endEntry()
        entries.append(Entry(name: Array(name.utf8), offset: bytes.count))
        do throws(GzipFailure) {
            encoder = try GzipEncoder(level: level)
        } catch {
            throw ZipFailure(.outOfMemory, at: bytes.count, entry: name)
        }
    }

    /// Adds bytes to the entry that was begun last.
    package mutating func write(_ content: Span<UInt8>) throws(ZipFailure) {
        size += content.count
        do throws(GzipFailure) {
            try encoder?.encode(content, into: &packed)
        } catch {
            throw ZipFailure(.outOfMemory, at: bytes.count)
        }
    }

    /// - Returns: The archive.
    package consuming func finish() throws(ZipFailure) -> [UInt8] {
        try endEntry()
        let directory = bytes.count
        for entry in entries { appendDirectoryRecord(entry) }
        let directorySize = bytes.count - directory
        guard bytes.count <= Self.limit, entries.count < 0xFFFF else {
            throw ZipFailure(.tooLarge, at: directory)
        }
        append(UInt32(0x0605_4B50))
        append(UInt16(0))
        append(UInt16(0))
        append(UInt16(entries.count))
        append(UInt16(entries.count))
        append(UInt32(directorySize))
        append(UInt32(directory))
        append(UInt16(0))
        return bytes
    }

    private mutating func endEntry() throws(ZipFailure) {
        guard let encoder = encoder.take() else { return }
        do throws(GzipFailure) {
            try encoder.finish(into: &packed)
        } catch {
            throw ZipFailure(.outOfMemory, at: bytes.count)
        }
        var entry = entries.removeLast()
        let end = packed.count - Self.memberTail
        entry.packedSize = end - Self.memberHead
        entry.size = size
        entry.checksum = packed[end..<end + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
        guard size <= Self.limit, bytes.count + packed.count <= Self.limit else {
            throw ZipFailure(.tooLarge, at: bytes.count)
        }
        append(UInt32(ZipEntry.localSignature))
        appendCommonFields(of: entry)
        append(UInt16(0))
        bytes += entry.name
        bytes += packed[Self.memberHead..<end]
        entries.append(entry)
        packed.removeAll(keepingCapacity: true)
        size = 0
    }

    private mutating func appendDirectoryRecord(_ entry: Entry) {
        append(UInt32(ZipEntry.centralSignature))
        append(Self.version)
        appendCommonFields(of: entry)
        // No extra field, no comment, the first disk, no attributes.
        for _ in 0..<4 { append(UInt16(0)) }
        append(UInt32(0))
        append(UInt32(entry.offset))
        bytes += entry.name
    }

    /// From the version needed to the length of the name, which both headers have alike.
    private mutating func appendCommonFields(of entry: Entry) {
        append(Self.version)
        append(Self.flags)
        append(Self.deflated)
        append(UInt16(0))
        append(Self.day)
        append(entry.checksum)
        append(UInt32(entry.packedSize))
        append(UInt32(entry.size))
        append(UInt16(entry.name.count))
    }

    /// Appends a number, its low byte first.
    private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        var rest = number
        for _ in 0..<Number.bitWidth / 8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
