internal import Glibc

/// A file that could not be read or written: which one, what is wrong with it, and what the
/// system said.
///
/// Two failures are equal when their kinds are, so that tests name the kind alone.
package struct FileFailure: Error, Equatable, Sendable {
    package let kind: Kind
    /// The path as the caller gave it.
    package let path: String
    /// The system's error number, 0 when the refusal is ours.
    package let errno: Int32
    /// Bytes that had reached the file before the failure; `nil` where nothing was being written.
    package let bytesWritten: Int?

    package init(kind: Kind, path: String, errno: Int32, bytesWritten: Int? = nil) {
        self.kind = kind
        self.path = path
        self.errno = errno
        self.bytesWritten = bytesWritten
    }

    /// The failure that an error number of the system stands for.
    package init(errno: Int32, path: String, bytesWritten: Int? = nil) {
        let kind: Kind =
            switch errno {
            case ENOENT: .missing
            case EISDIR, ENXIO, ENODEV: .notAFile
            case ELOOP: .symlinkOutside
            case EIO: .unreadable
            case EACCES, EPERM, EROFS: .noPermission
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            default: .other
            }
        self.init(kind: kind, path: path, errno: errno, bytesWritten: bytesWritten)
    }

    package static func == (left: FileFailure, right: FileFailure) -> Bool {
        left.kind == right.kind
    }

    /// What is wrong with the file.
    package enum Kind: String, Sendable {
        case missing
        /// A directory, a pipe, a socket or a device stands where a regular file should.
        case notAFile
        /// A symbolic link stands in the path, or leads out of the folder that was given.
        case symlinkOutside
        case unreadable
        /// Size, time or identity differ from what they were when the file was opened.
        case changedWhileReading
        case noPermission
        case diskFull
        case other
    }
}

extension FileFailure: CustomStringConvertible {
    package var description: String {
        let sentence =
            switch kind {
            case .missing: "'\(path)' does not exist"
            case .notAFile: "'\(path)' is not a regular file"
            case .symlinkOutside: "'\(path)' is or passes through a symbolic link that is refused"
            case .unreadable: "'\(path)' cannot be read or written"
            case .changedWhileReading: "'\(path)' changed while it was being read"
            case .noPermission: "'\(path)' is not permitted to this user"
            case .diskFull: "the disk is full at '\(path)'"
            case .other: "'\(path)' cannot be used"
            }
        let progress = bytesWritten.map { " after \($0) bytes were written" } ?? ""
        guard errno != 0 else { return sentence + progress }
        return "\(sentence)\(progress) (\(Self.message(for: errno)))"
    }

    private static func message(for errno: Int32) -> String {
        guard let text = unsafe strerror(errno) else { return "error \(errno)" }
        return unsafe String(cString: text)
    }
}
