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

    /// Makes the run's folder appear, after its archive was read back.
    ///
    /// Where its inputs were is noted first: a run without that note could not be explained.
    ///
    /// - Throws: ``RunFailure`` of kind `output`, `verification` when the archive is not what was packed, or
    ///   `internal` when a balance does not hold.
    func publish(_ origin: RunOrigin) async throws(RunFailure) {
        let sheet = ControlSheet(record)
        let imbalances = sheet.imbalances()
        guard imbalances.isEmpty else { throw RunFailure(.internal, imbalances) }
        let outputs = try OutputCatalog.outputs(of: record.definition)
        var damage: RunFailure?
        do throws(FileFailure) {
            try FileTree.createDirectories(directory.parent)
            let staged = try StagedDirectory(parent: directory.parent, name: directory.runID)
            let manifest = try await write(outputs, sheet: sheet, into: staged.path)
            damage = archiveDamage(in: staged.path, manifest)
            if damage == nil {
                try origin.write(to: directory.originPath)
                try staged.publish()
            }
        } catch {
            throw RunDirectory.failure(error)
        }
        if let damage { throw damage }
    }

    /// Reads the archive back from the disk and compares every member with what was to be packed.
    private func archiveDamage(in folder: String, _ manifest: Checksum) -> RunFailure? {
        guard record.definition.export.hasArchive else { return nil }
        let path = "\(folder)/\(directory.archiveName)"
        do throws(RunFailure) {
            let read = try RunVerifier().verifyArchive(path)
            if read.manifestChecksum == manifest { return nil }
        } catch {
            return error
        }
        return RunFailure(
            .verification,
            Diagnostic(
                .verificationFailed, at: SourceLocation(file: path),
                "read back, the archive holds another manifest than was packed",
                hint: "check the disk, then run again: nothing was published"))
    }

    /// Points `terkini` to the run.
    func point() throws(RunFailure) {
        do throws(FileFailure) {
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
            let staged = try StagedDirectory(parent: directory.parent, name: name)
            _ = try await write(outputs, sheet: ControlSheet(record), into: staged.path)
            let again = try Self.checksums(in: staged.path)
            try staged.remove()
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

    /// - Returns: SHA-256 of the manifest.
    private func write(
        _ outputs: [PlannedOutput], sheet: ControlSheet, into folder: String
    ) async throws(FileFailure) -> Checksum {
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
            ] + RunDirectory.asOfOption(record.asOf),
            previousChecksum: previousChecksum)
        let json = manifest.json()
        try Self.write(json, to: "\(folder)/\(RunDirectory.manifestName)")
        if record.definition.export.hasArchive {
            let names = written.map(\.name) + [RunDirectory.manifestName]
            try writeArchive(of: names, in: folder)
        }
        return Checksum.of(json.span)
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
