internal import Glibc

/// A regular file open for reading from its start to its end, once.
///
/// It reads into the caller's buffers with read(2) and never maps: a mapped file that shrinks
/// kills the process. It remembers what the file was when it was opened, so that a file that
/// changes under the reader is refused and not half old, half new.
package struct InputFile: ~Copyable {
    /// Bytes when it was opened.
    package let size: Int
    /// Bytes handed out so far.
    package private(set) var bytesRead = 0
    private let path: String
    private let descriptor: Descriptor
    /// What the file was when it was opened.
    package let identity: FileIdentity

    /// Opens `path`, following symbolic links; anything but a regular file is refused.
    package init(path: String) throws(FileFailure) {
        // Without O_NONBLOCK the open of a pipe that nobody writes to would hang.
        let descriptor = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        try self.init(descriptor, path: path)
    }

    /// Opens `relative` below `root`, refusing every symbolic link on the way, and `..`.
    ///
    /// For paths that a listing of `root` or somebody's data names: between the listing and
    /// the reading a folder may have been replaced by a link that leads elsewhere.
    package init(path relative: String, below root: String) throws(FileFailure) {
        let whole = "\(root)/\(relative)"
        let parts = relative.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            throw FileFailure(kind: .symlinkOutside, path: whole, errno: 0)
        }
        var directory = try Descriptor(opening: root, O_RDONLY | O_DIRECTORY)
        for part in parts.dropLast() {
            directory = try Self.folder(String(part), in: directory, path: whole)
        }
        let descriptor = try Descriptor(
            opening: String(parts[parts.count - 1]), in: directory,
            O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW, path: whole)
        try self.init(descriptor, path: whole)
    }

    private static func folder(
        _ name: String, in directory: borrowing Descriptor, path: String
    ) throws(FileFailure) -> Descriptor {
        do {
            return try Descriptor(
                opening: name, in: directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, path: path)
        } catch {
            // To a link, O_DIRECTORY and O_NOFOLLOW together answer that it is no folder.
            guard error.errno == ENOTDIR else { throw error }
            throw FileFailure(kind: .symlinkOutside, path: path, errno: ENOTDIR)
        }
    }

    private init(_ descriptor: consuming Descriptor, path: String) throws(FileFailure) {
        let status = try descriptor.status(path: path)
        guard status.isRegularFile else {
            throw FileFailure(kind: .notAFile, path: path, errno: 0)
        }
        self.path = path
        self.identity = FileIdentity(status)
        self.size = identity.size
        self.descriptor = descriptor
    }

    /// Fills `buffer` as far as the file goes.
    ///
    /// - Returns: Bytes read; less than the buffer holds only at the file's end, then 0.
    package mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileFailure) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        var filled = 0
        while filled < buffer.count {
            let count = unsafe Glibc.read(
                descriptor.raw, start + filled, buffer.count - filled)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFailure(errno: errno, path: path)
            }
            if count == 0 { break }
            filled += count
            bytesRead += count
            // A file that somebody keeps appending to would otherwise never end.
            guard bytesRead <= size else { throw changed }
        }
        return filled
    }

    /// Appends up to `atMost` bytes to `bytes`.
    ///
    /// - Returns: Bytes appended; less than `atMost` only at the file's end, then 0.
    package mutating func read(
        into bytes: inout [UInt8], atMost: Int
    ) throws(FileFailure) -> Int {
        precondition(atMost >= 0)
        // One byte more than is left: a file that grows is noticed, a short one costs no large buffer.
        let wanted = min(atMost, max(0, size - bytesRead) + 1)
        var failure: FileFailure?
        let before = bytes.count
        bytes.append(addingCapacity: wanted) { room in
            unsafe room.withUnsafeMutableBufferPointer { buffer, count in
                do throws(FileFailure) {
                    let free = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
                    count += try unsafe read(into: UnsafeMutableRawBufferPointer(free))
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
        return bytes.count - before
    }

    /// Refuses the file unless all of it was read and it is still what it was when opened.
    ///
    /// - Throws: `changedWhileReading` when size, time or identity differ, by descriptor or by
    ///   path (a rename over it), or when the bytes read are not as many as the file had.
    package func verifyUnchanged() throws(FileFailure) {
        var named = stat()
        guard unsafe stat(path, &named) == 0 else { throw changed }
        guard try FileIdentity(descriptor.status(path: path)) == identity,
            FileIdentity(named) == identity, bytesRead == size
        else { throw changed }
    }

    private var changed: FileFailure {
        FileFailure(kind: .changedWhileReading, path: path, errno: 0)
    }
}
