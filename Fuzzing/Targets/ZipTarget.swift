internal import Archiving

/// zip: names lead nowhere, sizes are those stated and within the limits; an archive written plainly is read back.
struct ZipTarget {
    private let isPacked: Bool
    private let bytes: [UInt8]
    private static let limits = ZipLimits(
        entries: 16, totalBytes: 1 << 20, ratio: 200, ratioGrace: 1 << 16)

    init(_ input: inout FuzzInput) {
        isPacked = input.byte() & 1 == 1
        bytes = input.rest
    }

    func run() throws(Violation) {
        if isPacked { return try roundTrip() }
        let reader: ZipReader
        do throws(ZipFailure) {
            reader = try ZipReader(bytes, limits: Self.limits)
        } catch {
            return
        }
        var total = 0
        try require(Set(reader.names).count == reader.names.count, "a name twice")
        for name in reader.names {
            let steps = name.split(separator: "/", omittingEmptySubsequences: false)
            try require(
                !name.isEmpty && !name.hasPrefix("/") && !steps.contains("..")
                    && !name.utf8.contains(0) && !name.contains("\\"),
                "the name '\(name)'")
            do throws(ZipFailure) {
                total += try reader.unpack(name).count
            } catch {
                continue
            }
        }
        try require(total <= Self.limits.totalBytes, "unpacked beyond the limit")
    }

    private func roundTrip() throws(Violation) {
        let parts = bytes.split(separator: 0x0A, maxSplits: 15).enumerated().map {
            (name: "f/\($0.offset).txt", bytes: Array($0.element))
        }
        do throws(ZipFailure) {
            let reader = try ZipReader(StoredZip.pack(parts), limits: Self.limits)
            try Self.compare(reader, parts)
        } catch {
            let size = parts.reduce(0) { $0 + $1.bytes.count }
            try require(size > Self.limits.totalBytes, "a sound archive is refused: \(error)")
        }
    }

    private static func compare(
        _ reader: ZipReader, _ parts: [(name: String, bytes: [UInt8])]
    ) throws(ZipFailure) {
        for part in parts where try reader.unpack(part.name) != part.bytes {
            throw ZipFailure(.corrupt, entry: part.name)
        }
    }
}
