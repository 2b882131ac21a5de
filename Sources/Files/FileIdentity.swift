internal import Glibc

/// What tells one state of a file from another without reading it.
package struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    /// Bytes.
    package let size: Int
    let modifiedSeconds: Int
    let modifiedNanoseconds: Int

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        modifiedSeconds = status.st_mtim.tv_sec
        modifiedNanoseconds = status.st_mtim.tv_nsec
    }
}

extension stat {
    /// Whether the bytes live in the file itself: no directory, link, pipe, socket or device.
    var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }

    var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
}
