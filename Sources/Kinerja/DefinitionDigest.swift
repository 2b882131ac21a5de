internal import Archiving
internal import Definition

/// The hashes of the files that a definition consists of.
enum DefinitionDigest {
    static func checksums(
        of definition: PipelineDefinition
    ) -> [(name: String, checksum: String)] {
        definition.files.map { ($0.name, "\(Checksum.of($0.bytes.span))") }
    }
}
