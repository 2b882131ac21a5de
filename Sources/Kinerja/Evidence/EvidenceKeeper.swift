internal import Archiving
internal import Diagnostics
internal import Evidence
internal import Files
internal import FoundationEssentials

/// Writes the evidence of a run for later runs with other weights, caps or bands.
///
/// A folder that appears whole or not at all: an index, the rejects, and for each source its rows as blocks, each
/// after its length. One task uses it.
final class EvidenceKeeper {
    static let indexName = "isi.json"
    /// SHA-256 of the index, in digits: the index holds those of all other files.
    static let sealName = "isi.json.sha256"
    static let rejectsName = "penolakan.kolom"

    static func blocksName(_ number: Int) -> String { "sumber-\(number).kolom" }

    private var staged: StagedDirectory?
    /// Where the files are written until the folder appears.
    private let path: String
    private var file: OpenOutput?
    private var hasher = Checksum.Hasher()
    private var checksums: [String: String] = [:]
    private(set) var sources: [String] = []
    private(set) var areWhole: [Bool] = []

    /// - Parameter folder: Must not exist; its parent must.
    /// - Throws: ``RunFailure`` of kind `output`.
    init(folder: String) throws(RunFailure) {
        let parts = folder.split(separator: "/").map(String.init)
        let above = parts.dropLast().joined(separator: "/")
        let parent = folder.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
        guard !FileTree.exists(folder), let name = parts.last else {
            throw RunFailure(
                .output,
                Diagnostic(
                    .outputFailed, at: SourceLocation(file: folder), "the folder exists",
                    hint: "name a folder that does not exist yet"))
        }
        do throws(FileFailure) {
            let made = try StagedDirectory(parent: parent, name: name)
            path = made.path
            staged = consume made
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    /// Begins the next source.
    func begin(_ source: String, isWhole: Bool) throws(RunFailure) {
        try endFile()
        sources.append(source)
        areWhole.append(isWhole)
        do throws(FileFailure) {
            file = OpenOutput(
                try OutputFile(path: "\(path)/\(Self.blocksName(sources.count - 1))"))
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    /// Adds a block of the source begun last.
    func append(_ block: [UInt8]) throws(RunFailure) {
        var length: [UInt8] = []
        for shift in stride(from: 0, to: 64, by: 8) {
            length.append(UInt8(truncatingIfNeeded: block.count >> shift))
        }
        do throws(FileFailure) {
            for bytes in [length, block] {
                hasher.update(bytes.span)
                try file?.write(bytes)
            }
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    private func endFile() throws(RunFailure) {
        guard let ending = file else { return }
        file = nil
        checksums[Self.blocksName(sources.count - 1)] = "\(hasher.finish())"
        hasher = Checksum.Hasher()
        do throws(FileFailure) {
            try ending.close()
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    /// Adds the rest and makes the folder appear.
    ///
    /// `index`: The index, given the checksums of the other files.
    func publish(
        rejects: [RejectedRow], index: ([String: String]) -> KeptIndex
    ) throws(RunFailure) {
        try endFile()
        let packed = RejectBlock.encode(rejects)
        checksums[Self.rejectsName] = "\(Checksum.of(packed.span))"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(index(checksums)) else {
            preconditionFailure("numbers and texts can be written as JSON")
        }
        do throws(FileFailure) {
            let seal = "\(Checksum.of(Array(json).span))"
            for (name, bytes) in [
                (Self.rejectsName, packed), (Self.indexName, Array(json)),
                (Self.sealName, Array(seal.utf8)),
            ] {
                var output = try OutputFile(path: "\(path)/\(name)")
                try output.write(bytes.span)
                try output.close()
            }
            if let staged = staged.take() { try staged.publish() }
        } catch {
            throw RunDirectory.failure(error)
        }
    }
}
