/// What killed processes leave of the writing of this module: hidden names that end in a process's number.
package enum Leftovers {
    private static let marks = [".staging-", ".new-", ".pointer-"]

    /// Removes all of them that stand in a folder; those of folders below it stay.
    ///
    /// - Precondition: The caller holds the lock of whatever is written there.
    /// - Returns: Their names, by their bytes.
    @discardableResult
    package static func remove(in folder: String) throws(FileFailure) -> [String] {
        let left = try FileTree.names(in: folder) { _ in true }.filter(isLeftover)
        guard !left.isEmpty else { return [] }
        for name in left { FileTree.remove("\(folder)/\(name)") }
        // Else a power cut brings the names back.
        try FileTree.synchronizeFolder(folder)
        return left
    }

    private static func isLeftover(_ name: String) -> Bool {
        guard name.hasPrefix("."),
            let mark = marks.lazy.compactMap({ name.ranges(of: $0).last }).first,
            mark.lowerBound > name.index(after: name.startIndex)
        else { return false }
        return Int32(name[mark.upperBound...]) != nil
    }
}
