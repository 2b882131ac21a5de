internal import Definition
internal import Diagnostics
internal import Files

/// Where a run's inputs and definition were, so that `explain` finds them again on the same machine.
///
/// It stands beside the run and is no part of it: paths are not results.
struct RunOrigin {
    let definition: String
    let inputs: String
    let previous: String?

    /// `inputs`: Where the inputs of kept evidence were; else those of the options.
    init(_ options: RunOptions, inputs: String? = nil) {
        definition = FileTree.absolute(options.definition)
        self.inputs = inputs ?? FileTree.absolute(options.inputs)
        previous = options.previous.map { FileTree.absolute($0) }
    }

    /// - Returns: `nil` when the note is gone or is none.
    init?(readingFrom path: String) {
        guard var file = try? InputFile(path: path), file.size < 65_536 else { return nil }
        var bytes: [UInt8] = []
        guard (try? file.read(into: &bytes, atMost: file.size)) != nil else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.count >= 2 else { return nil }
        definition = lines[0]
        inputs = lines[1]
        previous = lines.count > 2 ? lines[2] : nil
    }

    func write(to path: String) throws(RunFailure) {
        let lines = [definition, inputs, previous].compactMap { $0 }
        do throws(FileFailure) {
            FileTree.remove(path)
            var file = try OutputFile(path: path)
            try file.write(Array(lines.map { $0 + "\n" }.joined().utf8).span)
            try file.close()
        } catch {
            throw RunDirectory.failure(error)
        }
    }
}
