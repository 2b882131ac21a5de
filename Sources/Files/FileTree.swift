internal import Glibc

/// Folders as a whole: what is in them, making them, taking them away.
package enum FileTree {
    /// Lists everything below `root` that is not a folder.
    ///
    /// Symbolic links are not followed. The order is that of the paths' bytes, so it depends
    /// neither on the file system nor on a locale.
    ///
    /// - Returns: `files`, the regular files, and `refused`, all else (links, pipes, sockets,
    ///   devices, names that are not UTF-8), both relative to `root` and sorted.
    package static func list(
        _ root: String
    ) throws(FileFailure) -> (files: [String], refused: [String]) {
        var (files, refused): ([String], [String]) = ([], [])
        var folders = [""]
        while let folder = folders.popLast() {
            let path = folder.isEmpty ? root : "\(root)/\(folder)"
            let flags = O_RDONLY | O_DIRECTORY | (folder.isEmpty ? 0 : O_NOFOLLOW)
            let directory = try DirectoryReader(Descriptor(opening: path, flags), path: path)
            while let entry = try directory.next() {
                let relative = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
                switch entry.kind {
                case .file where entry.isWellNamed: files.append(relative)
                case .folder where entry.isWellNamed: folders.append(relative)
                default: refused.append(relative)
                }
            }
        }
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        refused.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (files, refused)
    }

    /// Makes `path` and whatever folder above it is missing, each 0700 and on the disk when this returns.
    package static func createDirectories(_ path: String) throws(FileFailure) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            let above = made.isEmpty ? "." : made
            made += made.isEmpty || made == "/" ? String(part) : "/\(part)"
            if unsafe mkdir(made, 0o700) == 0 {
                try synchronizeFolder(above)
                continue
            }
            let reason = errno
            var status = stat()
            guard reason == EEXIST || reason == EROFS || reason == EACCES || reason == EISDIR,
                unsafe stat(made, &status) == 0, status.isDirectory
            else { throw FileFailure(errno: reason, path: made) }
        }
    }

    /// Forces the names in a folder to the disk, not what they stand for.
    package static func synchronizeFolder(_ path: String) throws(FileFailure) {
        try Descriptor(opening: path, O_RDONLY | O_DIRECTORY).synchronize(path: path)
    }

    /// Forces the names in `root` and in every folder below it to the disk: what a killed process has named may not be.
    package static func synchronizeFolders(_ root: String) throws(FileFailure) {
        for name in try folders(in: root) { try synchronizeFolders("\(root)/\(name)") }
        try synchronizeFolder(root)
    }

    /// The names of the folders in `path`, by their bytes; links to folders are none.
    package static func folders(in path: String) throws(FileFailure) -> [String] {
        try names(in: path) { $0 == .folder }
    }

    /// All names in `path`, by their bytes.
    package static func entries(in path: String) throws(FileFailure) -> [String] {
        try names(in: path) { _ in true }
    }

    /// The names in `path` of the wanted kinds, by their bytes.
    static func names(
        in path: String, where isWanted: (DirectoryReader.Entry.Kind) -> Bool
    ) throws(FileFailure) -> [String] {
        let reader = try DirectoryReader(
            Descriptor(opening: path, O_RDONLY | O_DIRECTORY), path: path)
        var names: [String] = []
        while let entry = try reader.next() {
            if entry.isWellNamed, isWanted(entry.kind) { names.append(entry.name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Where a symbolic link leads, as it says it; `nil` for anything else.
    package static func target(of link: String) -> String? {
        var bytes = [CChar](repeating: 0, count: 4_096)
        let count = unsafe readlink(link, &bytes, bytes.count)
        guard count > 0, count < bytes.count else { return nil }
        return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether anything has that name, even a link that leads nowhere.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0
    }

    /// Whether a folder has that name, or a link that leads to one.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.isDirectory
    }

    /// Removes a file, a link, or a folder with all that is below it; links are not followed.
    ///
    /// - Returns: Whether nothing of that name is left.
    @discardableResult
    package static func remove(_ path: String) -> Bool {
        if unsafe unlink(path) == 0 || errno == ENOENT { return true }
        guard
            let descriptor = try? Descriptor(
                opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        else { return false }
        empty(descriptor, path: path)
        return unsafe rmdir(path) == 0
    }

    /// Removes as ``remove(_:)`` does, for what must not stay.
    package static func delete(_ path: String) throws(FileFailure) {
        guard remove(path) else { throw FileFailure(errno: errno == 0 ? EIO : errno, path: path) }
    }

    /// Forces every file and folder below `path`, and `path` itself, to the disk.
    static func synchronize(_ path: String) throws(FileFailure) {
        let folder = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        let reader = try DirectoryReader(
            Descriptor(opening: ".", in: folder, O_RDONLY | O_DIRECTORY, path: path), path: path)
        while let entry = try reader.next() {
            let below = "\(path)/\(entry.name)"
            switch entry.kind {
            case .folder: try synchronize(below)
            case .file:
                let file = try Descriptor(
                    opening: entry.name, in: folder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
                    path: below)
                try file.synchronize(path: below)
            case .other: continue
            }
        }
        try folder.synchronize(path: path)
    }

    /// Removes what is below an open folder, going by descriptor so that a link put in the way
    /// of a name leads nowhere else.
    private static func empty(_ folder: borrowing Descriptor, path: String) {
        guard
            let again = try? Descriptor(
                opening: ".", in: folder, O_RDONLY | O_DIRECTORY, path: path),
            let reader = try? DirectoryReader(again, path: path)
        else { return }
        var names: [DirectoryReader.Entry] = []
        while let entry = try? reader.next() { names.append(entry) }
        for entry in names {
            let flags = entry.kind == .folder ? AT_REMOVEDIR : 0
            if entry.kind == .folder,
                let below = try? Descriptor(
                    opening: entry.name, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW,
                    path: path)
            {
                empty(below, path: path)
            }
            _ = unsafe unlinkat(folder.raw, entry.rawName, flags)
        }
    }

    /// The path from the root, links resolved; `path` itself when there is nothing there.
    package static func absolute(_ path: String) -> String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
