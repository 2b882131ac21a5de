internal import Glibc

/// A file that only grows, line by line, readable only by its owner.
package struct LogFile: ~Copyable {
    private let path: String
    private let descriptor: Descriptor

    /// Opens it at its end, and makes it where there is none, 0600.
    package init(path: String) throws(FileFailure) {
        self.path = path
        descriptor = try Descriptor(
            opening: path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, mode: 0o600)
    }

    /// Writes a line by one write(2), so that two processes never mix theirs.
    package func append(_ line: String) throws(FileFailure) {
        let bytes = Array("\(line)\n".utf8)
        let count = unsafe bytes.withUnsafeBytes {
            unsafe write(descriptor.raw, $0.baseAddress, $0.count)
        }
        guard count == bytes.count else {
            throw FileFailure(errno: count < 0 ? errno : ENOSPC, path: path)
        }
    }
}
