internal import Glibc

/// The entries of one open folder, in whatever order the file system gives them.
@safe
struct DirectoryReader: ~Copyable {
    private let stream: OpaquePointer
    private let descriptor: Int32
    private let path: String

    /// - Precondition: `folder` was opened with `O_DIRECTORY`.
    init(_ folder: consuming Descriptor, path: String) throws(FileFailure) {
        let number = folder.release()
        guard let stream = unsafe fdopendir(number) else {
            let failure = FileFailure(errno: errno, path: path)
            close(number)
            throw failure
        }
        unsafe self.stream = unsafe stream
        self.descriptor = number
        self.path = path
    }

    deinit {
        unsafe closedir(stream)
    }

    /// The next entry, `.` and `..` left out; `nil` after the last.
    func next() throws(FileFailure) -> Entry? {
        while true {
            errno = 0
            guard let found = unsafe readdir(stream) else {
                guard errno == 0 else { throw FileFailure(errno: errno, path: path) }
                return nil
            }
            let rawName = unsafe withUnsafeBytes(of: &found.pointee.d_name) { bytes in
                unsafe bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
            }
            if rawName == [0x2E, 0] || rawName == [0x2E, 0x2E, 0] { continue }
            return try Entry(rawName: rawName, kind: kind(of: rawName))
        }
    }

    /// Asks the entry itself: the type in a directory's entry is optional on Linux.
    private func kind(of rawName: [CChar]) throws(FileFailure) -> Entry.Kind {
        var status = stat()
        guard unsafe fstatat(descriptor, rawName, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw FileFailure(errno: errno, path: path)
        }
        if status.isDirectory { return .folder }
        return status.isRegularFile ? .file : .other
    }

    /// One name in a folder.
    struct Entry {
        /// As the file system spells it, with its final NUL.
        let rawName: [CChar]
        let kind: Kind

        enum Kind {
            case file
            case folder
            case other
        }

        /// The name as text; bytes that are not UTF-8 are replaced, and lead nowhere.
        var name: String {
            String(decoding: rawName.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }

        /// Whether `name` leads back to the entry.
        var isWellNamed: Bool {
            name.utf8.elementsEqual(rawName.dropLast().map { UInt8(bitPattern: $0) })
        }
    }
}
