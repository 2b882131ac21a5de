internal import Diagnostics
internal import Files

/// The right to write below an output tree, held by one process at a time; gone with it however it ends.
enum TreeLock {
    /// Makes the tree where there is none, and takes its lock.
    ///
    /// - Throws: ``RunFailure`` of kind `locked` when another process holds it.
    static func take(_ root: String) throws(RunFailure) -> FileLock {
        let lock: FileLock?
        do throws(FileFailure) {
            try FileTree.createDirectories(root)
            lock = try FileLock.acquire("\(root)/\(RunDirectory.lockName)")
        } catch {
            throw RunDirectory.failure(error)
        }
        guard let lock else {
            throw RunFailure(
                .locked,
                Diagnostic(
                    .runLocked, at: SourceLocation(file: root),
                    "another run is writing below this folder",
                    hint: "wait for it to end, then run again"))
        }
        return lock
    }
}
