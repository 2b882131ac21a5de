internal import Diagnostics
internal import Files
internal import Regulation

/// A regulation folder on disk.
enum LawFolder {
    /// - Parameter folder: Holds one file per parameter.
    /// - Returns: All its parameters.
    /// - Throws: ``RunFailure`` of kind `definition` with every fault of every file.
    static func read(_ folder: String) throws(RunFailure) -> LawRegister {
        guard let tree = try? FileTree.list(folder) else {
            throw failure(folder, "there is no readable folder here")
        }
        let names = tree.files.filter { $0.hasSuffix(".yaml") && !$0.contains("/") }
        guard !names.isEmpty else { throw failure(folder, "no parameter file is in this folder") }
        var files: [(path: String, text: String)] = []
        for name in names {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            guard let bytes = SmallFile.bytes(of: path) else {
                throw failure(path, "the file cannot be read")
            }
            files.append((path, String(decoding: bytes, as: UTF8.self)))
        }
        return try LawRegister.read(files)
    }

    private static func failure(_ path: String, _ message: String) -> RunFailure {
        RunFailure(
            .definition,
            Diagnostic(.unreadableDefinition, at: SourceLocation(file: path), message))
    }
}
