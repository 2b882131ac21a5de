internal import Glibc

/// A folder of output that appears whole or not at all.
///
/// It is filled under a hidden name beside its destination, `.<name>.staging-<pid>`. `publish`
/// forces every file and folder to the disk and only then gives it its name with one rename(2).
/// Dropped without `publish`, it removes itself; a process that was killed leaves only the
/// hidden name, which ``removeAbandoned(parent:name:)`` clears.
package struct StagedDirectory: ~Copyable {
    /// Where to write: the hidden folder, 0700.
    package let path: String
    private let parent: String
    private let destination: String
    private var isSettled = false

    /// Makes the hidden folder inside `parent`, which must exist.
    ///
    /// - Precondition: The caller holds the lock of the destination: a folder left under the
    ///   same hidden name is taken for that of a dead process whose number came round again.
    package init(parent: String, name: String) throws(FileFailure) {
        try Self.check(name, in: parent)
        let hidden = "\(parent)/\(Self.hiddenPrefix(of: name))\(getpid())"
        FileTree.remove(hidden)
        guard unsafe mkdir(hidden, 0o700) == 0 else {
            throw FileFailure(errno: errno, path: hidden)
        }
        self.parent = parent
        path = hidden
        destination = "\(parent)/\(name)"
    }

    deinit {
        if !isSettled { FileTree.remove(path) }
    }

    /// Takes the folder away for good, where it was never meant to be published: a power cut does not bring it back.
    package consuming func remove() throws(FileFailure) {
        isSettled = true
        try FileTree.delete(path)
        try FileTree.synchronizeFolder(parent)
    }

    /// Makes the folder appear under its name; whatever non-empty folder has it already stays.
    package consuming func publish() throws(FileFailure) {
        try FileTree.synchronize(path)
        guard unsafe rename(path, destination) == 0 else {
            throw FileFailure(errno: errno, path: destination)
        }
        isSettled = true
        try Descriptor(opening: parent, O_RDONLY | O_DIRECTORY).synchronize(path: parent)
    }

    /// Removes what killed processes left of earlier attempts at `name`.
    ///
    /// - Precondition: The caller holds the lock of the destination, so none is still at work.
    package static func removeAbandoned(parent: String, name: String) throws(FileFailure) {
        try check(name, in: parent)
        let prefix = hiddenPrefix(of: name)
        let reader = try DirectoryReader(
            Descriptor(opening: parent, O_RDONLY | O_DIRECTORY), path: parent)
        var abandoned: [String] = []
        while let entry = try reader.next() {
            let (name, isFolder) = (entry.name, entry.kind == .folder)
            let process = name.dropFirst(prefix.count)
            if isFolder, name.hasPrefix(prefix), Int32(process) != nil { abandoned.append(name) }
        }
        guard !abandoned.isEmpty else { return }
        for name in abandoned { FileTree.remove("\(parent)/\(name)") }
        try FileTree.synchronizeFolder(parent)
    }

    /// Takes a published folder away: it loses its name in one step, and its files afterwards.
    ///
    /// A process that is killed on the way leaves only a hidden name. A folder that is not there is no fault.
    package static func discard(_ folder: String) throws(FileFailure) {
        guard FileTree.exists(folder) else { return }
        let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
        let parent = slash.map { String(folder[..<$0]) } ?? "."
        let name = slash.map { String(folder[folder.utf8.index(after: $0)...]) } ?? folder
        try check(name, in: parent)
        let hidden = "\(parent)/\(hiddenPrefix(of: name))\(getpid())"
        FileTree.remove(hidden)
        guard unsafe rename(folder, hidden) == 0 else {
            throw FileFailure(errno: errno, path: folder)
        }
        try FileTree.synchronizeFolder(parent)
        try FileTree.delete(hidden)
    }

    private static func hiddenPrefix(of name: String) -> String { ".\(name).staging-" }

    /// One name, nothing that leads out of `parent`.
    private static func check(_ name: String, in parent: String) throws(FileFailure) {
        let isPlain =
            !name.isEmpty && name != "." && name != ".."
            && !name.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") }
        guard isPlain else { throw FileFailure(errno: EINVAL, path: "\(parent)/\(name)") }
    }
}
