/// A zip archive that is whole in memory; entries are unpacked when they are asked for.
///
/// The directory at the end decides and everything else must agree with it: the local headers, the
/// sizes, the checksums. Entries may not overlap, names may not lead anywhere, and what is stated to
/// unpack beyond the limits is refused before anything is unpacked.
package struct ZipReader: Sendable {
    private static let endSignature = 0x0605_4B50
    private static let endSize = 22

    private let archive: ZipBytes
    private let content: [String: Content]
    /// Names in the order of the directory.
    package let names: [String]

    private struct Content: Sendable {
        let range: Range<Int>
        let isDeflated: Bool
        let size: Int
        let checksum: Int
    }

    /// Reads the directory.
    ///
    /// - Throws: ``ZipFailure`` when anything contradicts, is not read, or is more than `limits`.
    package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipFailure) {
        let archive = ZipBytes(bytes: bytes)
        guard bytes.count >= 4, bytes[0] == 0x50, bytes[1] == 0x4B else {
            throw ZipFailure(.notZip)
        }
        let end = try Self.findEnd(archive)
        let count = archive.number2(at: end + 10)
        let directorySize = archive.number4(at: end + 12)
        let directory = archive.number4(at: end + 16)
        guard count != 0xFFFF, directory != 0xFFFF_FFFF, archive.number4(at: end + 4) == 0,
            archive.number2(at: end + 8) == count
        else { throw ZipFailure(.unsupported, at: end) }
        guard directory + directorySize == end else { throw ZipFailure(.corrupt, at: end) }
        guard count <= limits.entries else { throw ZipFailure(.tooManyEntries, at: end) }
        var entries: [ZipEntry] = []
        var place = directory
        for _ in 0..<count {
            let entry = try ZipEntry(archive, at: place, end: end)
            place += entry.directoryBytes
            entries.append(entry)
        }
        guard place == end else { throw ZipFailure(.corrupt, at: place) }
        try Self.measure(entries, limits)
        content = try Self.locate(entries, in: archive, end: directory)
        names = entries.map(\.name)
        self.archive = archive
    }

    package func contains(_ name: String) -> Bool { content[name] != nil }

    /// Unpacks one entry and checks it.
    ///
    /// - Throws: ``ZipFailure`` when there is no such entry, or its bytes are not those that were packed.
    package func unpack(_ name: String) throws(ZipFailure) -> [UInt8] {
        guard let entry = content[name] else { throw ZipFailure(.missingEntry, entry: name) }
        let start = entry.range.lowerBound
        let packed = archive.bytes[entry.range]
        var bytes: [UInt8]
        if entry.isDeflated {
            switch RawInflate.unpack(packed, size: entry.size) {
            case .success(let unpacked): bytes = unpacked
            case .failure(let kind): throw ZipFailure(kind, at: start, entry: name)
            }
        } else {
            bytes = Array(packed)
        }
        guard RawInflate.checksum(of: bytes) == entry.checksum else {
            throw ZipFailure(.corrupt, at: start, entry: name)
        }
        return bytes
    }

    /// The record that ends the archive; a comment may follow it, and nothing else.
    private static func findEnd(_ archive: ZipBytes) throws(ZipFailure) -> Int {
        let last = archive.bytes.count - endSize
        guard last >= 0 else { throw ZipFailure(.cut) }
        var place = last
        while place >= max(0, last - 0xFFFF) {
            if archive.number4(at: place) == endSignature,
                archive.number2(at: place + 20) == last - place
            {
                return place
            }
            place -= 1
        }
        throw ZipFailure(.cut, at: archive.bytes.count)
    }

    private static func measure(
        _ entries: [ZipEntry], _ limits: ZipLimits
    ) throws(ZipFailure) {
        var total = 0
        for entry in entries {
            total += entry.size
            let isBomb =
                entry.size > limits.ratioGrace
                && entry.size / limits.ratio > max(entry.packedSize, 1)
            if isBomb || total > limits.totalBytes {
                throw ZipFailure(.tooLarge, at: entry.offset, entry: entry.name)
            }
        }
    }

    private static func locate(
        _ entries: [ZipEntry], in archive: ZipBytes, end: Int
    ) throws(ZipFailure) -> [String: Content] {
        var content: [String: Content] = [:]
        var last = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            // Two entries with the same bytes are how a small archive pretends to be a huge one.
            guard entry.offset >= last else {
                throw ZipFailure(.corrupt, at: entry.offset, entry: entry.name)
            }
            let range = try entry.content(archive, end: end)
            last = range.upperBound
            guard content[entry.name] == nil else {
                throw ZipFailure(.badName, at: entry.offset, entry: entry.name)
            }
            content[entry.name] = Content(
                range: range, isDeflated: entry.method == 8, size: entry.size,
                checksum: entry.checksum)
        }
        return content
    }
}
