internal import Archiving
internal import Files

/// A `.tar.gz` that is written entry by entry, without ever holding a file whole.
final class ArchiveFile {
    private static let pieceBytes = 1 << 20

    private let path: String
    private let modificationTime: Int
    private var file: OutputFile?
    private var encoder: GzipEncoder?
    private var tar = TarWriter()
    private var hasher = Checksum.Hasher()
    private var plain: [UInt8] = []
    private var packed: [UInt8] = []

    /// `modificationTime`: Of every entry, seconds since 1970; the same for the same run.
    /// - Throws: ``FileFailure`` when the file cannot be created.
    init(path: String, modificationTime: Int) throws(FileFailure) {
        self.path = path
        self.modificationTime = modificationTime
        file = try OutputFile(path: path)
        do throws(GzipFailure) {
            encoder = try GzipEncoder(level: RunPublisher.compressionLevel)
        } catch {
            throw FileFailure(kind: .other, path: path, errno: 0)
        }
    }

    func add(_ name: String, from source: String) throws(FileFailure) {
        var input = try InputFile(path: source)
        try begin(name, size: input.size)
        var piece: [UInt8] = []
        while try input.read(into: &piece, atMost: Self.pieceBytes) > 0 {
            try pack(piece)
            piece.removeAll(keepingCapacity: true)
        }
        try input.verifyUnchanged()
        try pad(size: input.size)
    }

    func add(_ name: String, bytes: [UInt8]) throws(FileFailure) {
        try begin(name, size: bytes.count)
        try pack(bytes)
        try pad(size: bytes.count)
    }

    /// - Returns: SHA-256 of the archive as it is on disk.
    func finish() throws(FileFailure) -> Checksum {
        plain.removeAll(keepingCapacity: true)
        tar.end(into: &plain)
        let last = plain
        try pack(last)
        packed.removeAll(keepingCapacity: true)
        do throws(GzipFailure) {
            if let encoder = encoder.take() { try encoder.finish(into: &packed) }
        } catch {
            throw FileFailure(kind: .other, path: path, errno: 0)
        }
        hasher.update(packed.span)
        let ready = packed
        try file?.write(ready.span)
        if let file = file.take() { try file.close() }
        return hasher.finish()
    }

    private func begin(_ name: String, size: Int) throws(FileFailure) {
        plain.removeAll(keepingCapacity: true)
        do throws(TarFailure) {
            try tar.entry(
                name: name, size: size, modificationTime: modificationTime, into: &plain)
        } catch {
            throw FileFailure(kind: .other, path: "\(path): \(name)", errno: 0)
        }
        let header = plain
        try pack(header)
    }

    private func pad(size: Int) throws(FileFailure) {
        try pack(Array(repeating: 0, count: tar.padding(size: size)))
    }

    private func pack(_ bytes: [UInt8]) throws(FileFailure) {
        packed.removeAll(keepingCapacity: true)
        do throws(GzipFailure) {
            try encoder?.encode(bytes.span, into: &packed)
        } catch {
            throw FileFailure(kind: .other, path: path, errno: 0)
        }
        hasher.update(packed.span)
        let ready = packed
        try file?.write(ready.span)
    }
}
