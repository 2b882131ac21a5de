internal import Archiving
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Files
internal import FoundationEssentials
internal import Ingestion

/// Evidence that an earlier run kept, opened for a run with other weights, caps or bands.
struct KeptEvidence {
    let index: KeptIndex
    let rejects: [RejectedRow]
    private let folder: String

    /// - Throws: ``RunFailure`` of kind `input` when the folder is none, or damaged.
    init(_ folder: String) throws(RunFailure) {
        self.folder = folder
        let json = try Self.bytes(of: EvidenceKeeper.indexName, in: folder)
        let seal = try Self.bytes(of: EvidenceKeeper.sealName, in: folder)
        guard Array("\(Checksum.of(json.span))".utf8) == seal else {
            throw Self.refusal(EvidenceKeeper.indexName, folder, "its bytes have changed")
        }
        guard let index = try? JSONDecoder().decode(KeptIndex.self, from: Data(json)),
            index.sources.count == index.areWhole.count
        else { throw Self.refusal(EvidenceKeeper.indexName, folder, "it is no index of evidence") }
        self.index = index
        let packed = try Self.bytes(of: EvidenceKeeper.rejectsName, in: folder)
        guard
            "\(Checksum.of(packed.span))" == index.checksums[EvidenceKeeper.rejectsName],
            let rejects = try? RejectBlock.decode(packed)
        else { throw Self.refusal(EvidenceKeeper.rejectsName, folder, "its bytes have changed") }
        self.rejects = rejects
    }

    /// Whether a definition reads the inputs as the run did that kept the evidence.
    func answers(for definition: PipelineDefinition, program: ProgramVersion) -> Bool {
        index.reading == "\(ReadingDigest.of(definition, program: program))"
    }

    /// Whether these inputs are those that the evidence was read from.
    func answers(for inventory: InputInventory) -> Bool {
        inventory.entries.count == index.entries.count
            && zip(inventory.entries, index.entries).allSatisfy { entry, kept in
                entry.path == kept.path && entry.source == kept.source
                    && entry.checksum.map { "\($0)" } == kept.checksum
            }
    }

    /// Whether every file has the bytes that were kept; reads them all.
    func isWhole() -> Bool {
        do throws(RunFailure) {
            for source in index.sources {
                for reader in try readers(of: source) {
                    while try reader.next() != nil {}
                }
            }
            return true
        } catch {
            return false
        }
    }

    /// The inputs as they were listed when the evidence was read.
    var inventory: InputInventory {
        let entries = index.entries.map { entry in
            var known = InputEntry(
                path: entry.path, source: entry.source, captures: entry.captures,
                checksum: Checksum(hex: entry.checksum), contentChecksum: nil, size: entry.size,
                identity: nil)
            if let original = entry.repeatedOf { known.fate = .repeated(of: original) }
            if let winner = entry.supersededBy { known.fate = .superseded(by: winner) }
            return known
        }
        let findings = index.inventoryFindings.compactMap { note in
            note.finding.map {
                InputFinding(
                    code: $0.code, path: $0.location.file, message: $0.message, hint: $0.hint)
            }
        }
        return InputInventory(restoring: entries, findings: findings)
    }

    /// The files of a source's blocks: one, or one for each range of people that waited on disk.
    ///
    /// - Throws: ``RunFailure`` of kind `input` when a file is gone.
    func readers(of source: String) throws(RunFailure) -> [BlockReader] {
        var readers: [BlockReader] = []
        for (number, name) in index.sources.enumerated() where name == source {
            let file = EvidenceKeeper.blocksName(number)
            readers.append(
                try BlockReader(
                    "\(folder)/\(file)", checksum: index.checksums[file] ?? "", name: file,
                    folder: folder))
        }
        return readers
    }

    /// Whether the rows of a source were kept with all that they say.
    func isWhole(_ source: String) -> Bool {
        index.sources.firstIndex(of: source).map { index.areWhole[$0] } ?? true
    }

    private static func bytes(
        of name: String, in folder: String
    ) throws(RunFailure) -> [UInt8] {
        do throws(FileFailure) {
            var file = try InputFile(path: "\(folder)/\(name)")
            var bytes: [UInt8] = []
            _ = try file.read(into: &bytes, atMost: file.size)
            return bytes
        } catch {
            throw refusal(name, folder, error.description)
        }
    }

    static func refusal(_ name: String, _ folder: String, _ message: String) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(
                .unreadableFile, at: SourceLocation(file: "\(folder)/\(name)"), message,
                hint: "name a folder that 'run --keep-evidence' made"))
    }
}

/// Reads a file of blocks, each after its length, and checks the whole at its end.
final class BlockReader {
    private var file: InputFile
    private var hasher = Checksum.Hasher()
    private let checksum: String
    private let name: String
    private let folder: String

    init(
        _ path: String, checksum: String, name: String, folder: String
    ) throws(RunFailure) {
        self.checksum = checksum
        self.name = name
        self.folder = folder
        do throws(FileFailure) {
            file = try InputFile(path: path)
        } catch {
            throw KeptEvidence.refusal(name, folder, error.description)
        }
    }

    /// - Returns: The next block; `nil` at the end, when all bytes were those that were kept.
    func next() throws(RunFailure) -> [UInt8]? {
        let head = try read(8)
        if head.isEmpty {
            guard "\(hasher.finish())" == checksum else {
                throw KeptEvidence.refusal(name, folder, "its bytes have changed")
            }
            return nil
        }
        var length: UInt64 = 0
        for byte in head.reversed() { length = length << 8 | UInt64(byte) }
        guard head.count == 8, length <= UInt64(file.size),
            case let block = try read(Int(length)), block.count == Int(length)
        else { throw KeptEvidence.refusal(name, folder, "it ends before its last block does") }
        return block
    }

    private func read(_ count: Int) throws(RunFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        do throws(FileFailure) {
            _ = try file.read(into: &bytes, atMost: count)
        } catch {
            throw KeptEvidence.refusal(name, folder, error.description)
        }
        hasher.update(bytes.span)
        return bytes
    }
}
