internal import Archiving
internal import Definition

/// The hashes of the files that a definition consists of.
enum DefinitionDigest {
    static func checksums(
        of definition: PipelineDefinition
    ) -> [(name: String, checksum: String)] {
        definition.files.map { ($0.name, "\(Checksum.of($0.bytes.span))") }
    }

    /// The files with their hashes, for the store.
    static func contents(
        of definition: PipelineDefinition
    ) -> [(bytes: [UInt8], checksum: String)] {
        definition.files.map { ($0.bytes, "\(Checksum.of($0.bytes.span))") }
    }
}
