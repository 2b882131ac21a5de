internal import Glibc

/// A new file that only its owner may read, written from start to end.
///
/// It is created 0600 by open(2) itself, so that it is never wider for an instant, whatever the
/// umask; an existing file or link of that name is refused. Dropped without `close`, it stays
/// behind unsynchronised: the directory that stages it takes it away.
package struct OutputFile: ~Copyable {
    /// Bytes that the system has accepted.
    package private(set) var bytesWritten = 0
    private let path: String
    private let descriptor: Descriptor

    /// `isPublic`: 0644 whatever the umask, for what holds nothing of a person.
    package init(path: String, isPublic: Bool = false) throws(FileFailure) {
        let opened = try Descriptor(
            opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        if isPublic, fchmod(opened.raw, 0o644) != 0 {
            throw FileFailure(errno: errno, path: path)
        }
        self.path = path
        descriptor = opened
    }

    /// Writes all of `bytes`, however often the system takes only a part.
    package mutating func write(_ bytes: Span<UInt8>) throws(FileFailure) {
        var written = bytesWritten
        defer { bytesWritten = written }
        try unsafe bytes.withUnsafeBytes { (buffer) throws(FileFailure) in
            guard let start = buffer.baseAddress else { return }
            var done = 0
            while done < buffer.count {
                let count = unsafe Glibc.write(descriptor.raw, start + done, buffer.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw FileFailure(errno: errno, path: path, bytesWritten: written)
                }
                done += count
                written += count
            }
        }
    }

    /// Forces the bytes to the disk and ends the file's life.
    package consuming func close() throws(FileFailure) {
        try descriptor.synchronize(path: path, bytesWritten: bytesWritten)
        try descriptor.close(path: path)
    }
}
