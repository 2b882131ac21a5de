internal import Arithmetic
package import CivilService
package import Diagnostics
internal import Documents

/// Turns the text of a definition into a checked ``PipelineDefinition``; opens no file itself.
package struct DefinitionLoader {
    /// Reads a file below the definition's folder, `nil` when there is none.
    private let read: (String) -> [UInt8]?
    private let name: String

    /// - Parameters:
    ///   - name: The definition's file name below its folder.
    ///   - read: Reads a file by its path relative to the definition's folder.
    package init(name: String, read: @escaping (String) -> [UInt8]?) {
        self.name = name
        self.read = read
    }

    /// - Parameter period: The period of the run; its last day selects schemes and parameters.
    /// - Returns: The checked definition.
    /// - Throws: ``RunFailure`` of kind `definition` with every fault found.
    package func load(
        for period: AppraisalPeriod
    ) throws(RunFailure) -> PipelineDefinition {
        guard let bytes = read(name) else {
            throw RunFailure(
                .definition,
                Diagnostic(
                    .unreadableDefinition, at: SourceLocation(file: name),
                    "there is no readable definition file here",
                    hint: "name a file such as pipelines/ambon.yaml"))
        }
        let root = try DocumentReader.read(String(decoding: bytes, as: UTF8.self), file: name)
        let reading = DefinitionReading(period: period)
        let pipeline = PipelineLoader(
            reading: reading, files: DefinitionFiles(main: name, bytes: bytes, read: read))
        let definition = pipeline.load(root)
        guard let definition, reading.problems.isEmpty else {
            throw RunFailure(.definition, reading.problems)
        }
        return definition
    }
}

/// The files that a definition names, remembered as they were read: they go into manifest and archive.
final class DefinitionFiles {
    private(set) var files: [DefinitionFile]
    private let read: (String) -> [UInt8]?

    init(main: String, bytes: [UInt8], read: @escaping (String) -> [UInt8]?) {
        self.files = [DefinitionFile(name: main, bytes: bytes)]
        self.read = read
    }

    func text(_ path: String) -> String? {
        if let known = files.first(where: { $0.name == path }) {
            return String(decoding: known.bytes, as: UTF8.self)
        }
        guard let bytes = read(path) else { return nil }
        files.append(DefinitionFile(name: path, bytes: bytes))
        return String(decoding: bytes, as: UTF8.self)
    }
}
