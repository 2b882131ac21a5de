internal import Glibc

/// A symbolic link that leads to the old or the new place, at every instant to one of them.
package enum AtomicPointer {
    /// Points `link` to `target`, creating it or replacing it by one rename(2).
    ///
    /// The link is relative, so the tree may be moved as a whole.
    ///
    /// - Parameters:
    ///   - link: Where the link is or shall be; anything there but a link or file is refused.
    ///   - target: Relative to the link's folder, or a path below that same folder.
    /// - Throws: ``FileFailure`` when the old link stays as it was.
    package static func point(_ link: String, to target: String) throws(FileFailure) {
        let parts = link.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = parts.map { String(link[..<$0]) } ?? "."
        let name = parts.map { String(link[link.utf8.index(after: $0)...]) } ?? link
        var relative = target
        if target.hasPrefix("\(folder)/") { relative = String(target.dropFirst(folder.count + 1)) }
        guard !relative.isEmpty, !relative.hasPrefix("/"), !name.isEmpty,
            !relative.utf8.contains(0), !link.utf8.contains(0)
        else { throw FileFailure(errno: EINVAL, path: link) }

        let fresh = "\(folder)/.\(name).pointer-\(getpid())"
        _ = unsafe unlink(fresh)
        guard unsafe symlink(relative, fresh) == 0 else {
            throw FileFailure(errno: errno, path: fresh)
        }
        guard unsafe rename(fresh, link) == 0 else {
            let failure = FileFailure(errno: errno, path: link)
            _ = unsafe unlink(fresh)
            throw failure
        }
        try Descriptor(opening: folder, O_RDONLY | O_DIRECTORY).synchronize(path: folder)
    }
}
