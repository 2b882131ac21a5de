internal import Glibc

/// The right to write somewhere, held by one process at a time.
///
/// It is a lock of the kernel on an open file, not a file with a process number in it: however
/// the holder dies, the lock is gone with it and nobody has to clear anything by hand.
package struct FileLock: ~Copyable {
    private let descriptor: Descriptor

    private init(_ descriptor: consuming Descriptor) {
        self.descriptor = descriptor
    }

    /// Takes the lock on `path`, a file that is created 0600 where missing and never removed.
    ///
    /// - Returns: The lock, held until it is dropped, or `nil` when another holds it.
    package static func acquire(_ path: String) throws(FileFailure) -> FileLock? {
        let descriptor = try Descriptor(
            opening: path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode: 0o600)
        guard try descriptor.status(path: path).isRegularFile else {
            throw FileFailure(kind: .notAFile, path: path, errno: 0)
        }
        while flock(descriptor.raw, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return nil }
            guard errno == EINTR else { throw FileFailure(errno: errno, path: path) }
        }
        return FileLock(descriptor)
    }
}
