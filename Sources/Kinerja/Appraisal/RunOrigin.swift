internal import Files

/// Where a run's inputs and definition were, so that `explain` finds them again on the same machine.
///
/// It stands beside the run and is no part of it: paths are not results.
struct RunOrigin {
    let definition: String
    let inputs: String
    let previous: String?
    /// The file of `--rules`, where it was one.
    let rules: String?

    /// `inputs`: Where the inputs of kept evidence were; else those of the options.
    init(_ options: RunOptions, inputs: String? = nil) {
        definition = FileTree.absolute(options.definition)
        self.inputs = inputs ?? FileTree.absolute(options.inputs)
        previous = options.previous.map { FileTree.absolute($0) }
        rules = options.rulesPath.map { FileTree.absolute($0) }
    }

    /// - Returns: `nil` when the note is gone or is none.
    init?(readingFrom path: String) {
        guard var file = try? InputFile(path: path), file.size < 65_536 else { return nil }
        var bytes: [UInt8] = []
        guard (try? file.read(into: &bytes, atMost: file.size)) != nil else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        guard lines.count >= 2 else { return nil }
        definition = lines[0]
        inputs = lines[1]
        func line(_ place: Int) -> String? {
            lines.count > place && !lines[place].isEmpty ? lines[place] : nil
        }
        previous = line(2)
        rules = line(3)
    }

    func write(to path: String) throws(FileFailure) {
        let lines = [definition, inputs, previous ?? "", rules ?? ""]
        try AtomicFile.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: path)
    }
}
