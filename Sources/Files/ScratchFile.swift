internal import Glibc

/// A file without a name: written at its end, read at any place, and gone with the process however it ends.
package struct ScratchFile: ~Copyable {
    private let folder: String
    private let descriptor: Descriptor
    /// Bytes written so far.
    package private(set) var count = 0

    /// Makes one in a folder, on whose disk its bytes will be.
    package init(in folder: String) throws(FileFailure) {
        let name = "\(folder)/.kinerja-sementara-\(getpid())-\(Self.random())"
        let descriptor = try Descriptor(
            opening: name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        guard unsafe unlink(name) == 0 else { throw FileFailure(errno: errno, path: folder) }
        self.init(folder: folder, descriptor: descriptor)
    }

    private init(folder: String, descriptor: consuming Descriptor) {
        self.folder = folder
        self.descriptor = descriptor
    }

    private static func random() -> UInt64 { UInt64.random(in: 0 ... .max) }

    /// - Returns: Where the bytes begin.
    @discardableResult
    package mutating func append(_ bytes: [UInt8]) throws(FileFailure) -> Int {
        let start = count
        var failure: FileFailure?
        unsafe bytes.withUnsafeBytes { buffer in
            guard let address = buffer.baseAddress else { return }
            var done = 0
            while done < buffer.count {
                let written = unsafe pwrite(
                    descriptor.raw, address + done, buffer.count - done, off_t(start + done))
                if written < 0 {
                    if errno == EINTR { continue }
                    failure = FileFailure(errno: errno, path: folder)
                    return
                }
                done += written
            }
        }
        if let failure { throw failure }
        count += bytes.count
        return start
    }

    /// Reads bytes that were written before.
    package func read(_ range: Range<Int>) throws(FileFailure) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var failure: FileFailure?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let got = unsafe pread(
                    descriptor.raw, buffer.baseAddress.map { unsafe $0 + filled },
                    range.count - filled, off_t(range.lowerBound + filled))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    failure = FileFailure(errno: got < 0 ? errno : EIO, path: folder)
                    return
                }
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
