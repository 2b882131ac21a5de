internal import Archiving
internal import CivilService
internal import Definition
internal import Diagnostics
internal import Evidence
internal import Exporting
internal import Files
internal import Regulation

/// Writes the outputs of a run into a staging folder and publishes them with one rename.
struct RunPublisher {
    /// zlib's level for the archive: that of people's `gzip`.
    static let compressionLevel: Int32 = 6

    let record: RunRecord
    let prepared: PreparedRun
    let previousChecksum: String?
    let directory: RunDirectory

    /// - Returns: Path of the published run.
    /// - Throws: ``RunFailure`` of kind `output`, or `internal` when a balance does not hold.
    func publish() async throws(RunFailure) {
        let sheet = ControlSheet(record)
        let imbalances = sheet.imbalances()
        guard imbalances.isEmpty else { throw RunFailure(.internal, imbalances) }
        let outputs = try OutputCatalog.outputs(of: record.definition)
        do throws(FileFailure) {
            try FileTree.createDirectories(directory.parent)
            try StagedDirectory.removeAbandoned(
                parent: directory.parent, name: directory.runID)
            let staged = try StagedDirectory(parent: directory.parent, name: directory.runID)
            try await write(outputs, sheet: sheet, into: staged.path)
            try staged.publish()
            // What another law would have given is no result that anybody may take for the latest.
            if record.definition.rules.isAsked { return }
            try AtomicPointer.point(
                "\(directory.parent)/\(RunDirectory.pointerName)", to: directory.runID)
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    /// Writes everything once more beside the published run, compares each file's bytes, and removes the copy.
    ///
    /// - Returns: Names of the files that differ or are missing on one side.
    func differences(from published: RunDirectory) async throws(RunFailure) -> [String] {
        let outputs = try OutputCatalog.outputs(of: record.definition)
        do throws(FileFailure) {
            let name = "\(directory.runID)-ulang"
            try StagedDirectory.removeAbandoned(parent: directory.parent, name: name)
            let staged = try StagedDirectory(parent: directory.parent, name: name)
            try await write(outputs, sheet: ControlSheet(record), into: staged.path)
            let again = try Self.checksums(in: staged.path)
            let before = try Self.checksums(in: published.path)
            return Set(again.keys).union(before.keys).filter { again[$0] != before[$0] }.sorted()
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    private static func checksums(in folder: String) throws(FileFailure) -> [String: Checksum] {
        var checksums: [String: Checksum] = [:]
        for name in try FileTree.list(folder).files {
            var file = try InputFile(path: "\(folder)/\(name)")
            var hasher = Checksum.Hasher()
            var piece: [UInt8] = []
            while try file.read(into: &piece, atMost: 1 << 20) > 0 {
                hasher.update(piece.span)
                piece.removeAll(keepingCapacity: true)
            }
            checksums[name] = hasher.finish()
        }
        return checksums
    }

    private func write(
        _ outputs: [PlannedOutput], sheet: ControlSheet, into folder: String
    ) async throws(FileFailure) {
        let tables = TableFiles(record: record, options: prepared.options, folder: folder)
        var written = try await tables.write(outputs)
        for (name, bytes) in [
            (RunDirectory.controlTextName, sheet.text(prepared.options.language)),
            (RunDirectory.controlJSONName, sheet.json()),
        ] {
            try Self.write(bytes, to: "\(folder)/\(name)")
            written.append(
                .init(
                    name: name, sha256: "\(Checksum.of(bytes.span))", bytes: bytes.count,
                    rows: nil))
        }
        let program = prepared.options.program
        let manifest = Manifest(
            record,
            program: .init(name: "kinerja", version: program.version, stamp: program.stamp),
            language: prepared.options.language, identity: "\(prepared.identity)",
            outputs: written,
            options: [
                RunDirectory.archiveOption(record.definition),
                RunDirectory.rulesOption(record.definition),
            ],
            previousChecksum: previousChecksum)
        try Self.write(manifest.json(), to: "\(folder)/\(RunDirectory.manifestName)")
        if record.definition.export.hasArchive {
            let names = written.map(\.name) + [RunDirectory.manifestName]
            try writeArchive(of: names, in: folder)
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        var file = try OutputFile(path: path)
        try file.write(bytes.span)
        try file.close()
    }

    // MARK: Archive

    /// One `.tar.gz` of outputs, definition, tables and parameters, with its own hash in a sidecar.
    private func writeArchive(of names: [String], in folder: String) throws(FileFailure) {
        let path = "\(folder)/\(directory.archiveName)"
        let archive = try ArchiveFile(
            path: path, modificationTime: Int(record.definition.period.last.dayNumber) * 86_400)
        for name in names {
            try archive.add("\(directory.archiveBase)/\(name)", from: "\(folder)/\(name)")
        }
        for file in record.definition.files {
            try archive.add("\(directory.archiveBase)/definisi/\(file.name)", bytes: file.bytes)
        }
        let checksum = try archive.finish()
        try Self.write(
            Array("\(checksum)  \(directory.archiveName)\n".utf8),
            to: "\(folder)/\(directory.sidecarName)")
    }
}
