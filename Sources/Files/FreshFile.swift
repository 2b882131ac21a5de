internal import Glibc

/// A file written piece by piece that gets its name only when it is whole, readable only by its owner.
///
/// Dropped before ``publish()``, it leaves nothing behind, and what had the name before stays.
package struct FreshFile: ~Copyable {
    private let path: String
    private let folder: String
    private let fresh: String
    private var file: OutputFile?

    /// Opens a hidden file beside `path`; an older file of that name is replaced at the end, a folder refused then.
    package init(path: String, isPublic: Bool = false) throws(FileFailure) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        guard !name.isEmpty, !path.utf8.contains(0) else {
            throw FileFailure(errno: EINVAL, path: path)
        }
        let fresh = "\(folder)/.\(name).new-\(getpid())"
        _ = unsafe unlink(fresh)
        let file = try OutputFile(path: fresh, isPublic: isPublic)
        self.path = path
        self.folder = folder
        self.fresh = fresh
        self.file = consume file
    }

    deinit {
        if file != nil { _ = unsafe unlink(fresh) }
    }

    package mutating func write(_ bytes: Span<UInt8>) throws(FileFailure) {
        try file?.write(bytes)
    }

    /// Forces the bytes to the disk and gives them the name by one rename(2).
    package mutating func publish() throws(FileFailure) {
        guard let whole = file.take() else { return }
        do throws(FileFailure) {
            try whole.close()
            guard unsafe rename(fresh, path) == 0 else {
                throw FileFailure(errno: errno, path: path)
            }
        } catch {
            _ = unsafe unlink(fresh)
            throw error
        }
        try Descriptor(opening: folder, O_RDONLY | O_DIRECTORY).synchronize(path: folder)
    }
}
