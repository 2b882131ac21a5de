internal import Glibc

/// An open file descriptor that is closed once, on every path.
///
/// Every call that the system may interrupt is repeated here and nowhere else.
struct Descriptor: ~Copyable {
    private var number: Int32

    /// Takes over an open descriptor.
    init(owning number: Int32) {
        self.number = number
    }

    /// Opens `path`; descriptors never leak into child processes.
    init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws(FileFailure) {
        number = try Self.checked(path) { unsafe open(path, flags | O_CLOEXEC, mode) }
    }

    /// Opens `name` inside the directory `parent`, reporting failures under `path`.
    init(
        opening name: String, in parent: borrowing Descriptor, _ flags: Int32, path: String
    ) throws(FileFailure) {
        let directory = parent.number
        number = try Self.checked(path) { unsafe openat(directory, name, flags | O_CLOEXEC) }
    }

    deinit {
        if number >= 0 { Glibc.close(number) }
    }

    /// The number itself, valid while the descriptor lives.
    var raw: Int32 { number }

    /// Gives up the number to a caller that will close it.
    consuming func release() -> Int32 {
        let released = number
        number = -1
        return released
    }

    /// Closes now, so that an error of the last write is not lost.
    consuming func close(path: String) throws(FileFailure) {
        let closing = number
        number = -1
        // Linux releases the descriptor even when close(2) was interrupted: never repeat it.
        if Glibc.close(closing) != 0, errno != EINTR {
            throw FileFailure(errno: errno, path: path)
        }
    }

    /// What the system knows of the open file.
    func status(path: String) throws(FileFailure) -> stat {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else {
            throw FileFailure(errno: errno, path: path)
        }
        return status
    }

    /// Forces everything written to the disk.
    ///
    /// An error is final: the kernel may have dropped the pages, and a second call would
    /// answer that all is well.
    func synchronize(path: String, bytesWritten: Int? = nil) throws(FileFailure) {
        while fsync(number) != 0 {
            guard errno == EINTR else {
                throw FileFailure(errno: errno, path: path, bytesWritten: bytesWritten)
            }
        }
    }

    /// Runs a call that answers with a descriptor, or with -1 and `errno`.
    private static func checked(
        _ path: String, _ call: () -> Int32
    ) throws(FileFailure) -> Int32 {
        // The C call would silently stop at a NUL and open another file.
        guard !path.utf8.contains(0) else { throw FileFailure(errno: EINVAL, path: path) }
        while true {
            let result = call()
            if result >= 0 { return result }
            guard errno == EINTR else { throw FileFailure(errno: errno, path: path) }
        }
    }
}
