internal import Glibc

/// A single file that appears whole or not at all, readable only by its owner.
package enum AtomicFile {
    /// Writes `bytes` beside `path`, forces them to the disk and gives them the name by one rename(2).
    ///
    /// - Parameters:
    ///   - bytes: The whole content.
    ///   - path: An older file of that name is replaced; a folder is refused.
    /// - Throws: ``FileFailure`` when what was there before stays as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        guard !name.isEmpty, !path.utf8.contains(0) else {
            throw FileFailure(errno: EINVAL, path: path)
        }
        let fresh = "\(folder)/.\(name).new-\(getpid())"
        _ = unsafe unlink(fresh)
        do throws(FileFailure) {
            var file = try OutputFile(path: fresh)
            try file.write(bytes.span)
            try file.close()
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
