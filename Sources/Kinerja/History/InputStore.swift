internal import Archiving
internal import Diagnostics
internal import Files
internal import Ledger

/// Copies of what runs were made from, by their SHA-256: equal content stands once, whatever it was called.
///
/// `OUT/.kinerja/inputs/ab/<sha256>.gz`, or without `.gz` what came packed already and is stored as it is. Written
/// whole or not at all, 0600 in folders 0700; checked when it is read.
struct InputStore {
    /// libdeflate's level: exports are text that shrinks to a tenth at any, and a nightly run waits for it.
    private static let compressionLevel: Int32 = 1
    private static let pieceBytes = 1 << 20
    /// First bytes of gzip and of ZIP, which workbooks are.
    private static let packedMarks: [[UInt8]] = [[0x1F, 0x8B], [0x50, 0x4B, 0x03, 0x04]]

    private let folder: String

    /// `root`: The output tree.
    init(_ root: String) {
        folder = "\(root)/\(Ledger.folderName)/inputs"
    }

    private func shelf(_ sha256: String) -> String { "\(folder)/\(sha256.prefix(2))" }

    /// Where the content stands, packed or as it is; `nil` where it does not.
    private func place(_ sha256: String) -> (path: String, isPacked: Bool)? {
        let path = "\(shelf(sha256))/\(sha256)"
        if FileTree.exists("\(path).gz") { return ("\(path).gz", true) }
        return FileTree.exists(path) ? (path, false) : nil
    }

    func holds(_ sha256: String) -> Bool { place(sha256) != nil }

    // MARK: Keeping

    /// Copies an input; what stands already is not copied again.
    ///
    /// - Throws: ``RunFailure`` of kind `input` when the file is no longer the one that was read.
    func keep(_ path: String, below inputs: String, sha256: String) throws(RunFailure) {
        if holds(sha256) { return }
        do throws(FileFailure) {
            try FileTree.createDirectories(shelf(sha256))
        } catch {
            throw RunDirectory.failure(error)
        }
        var source: InputFile
        do throws(FileFailure) {
            source = try InputFile(path: path, below: inputs)
        } catch {
            throw Self.changed(path)
        }
        var piece: [UInt8] = []
        do throws(FileFailure) {
            _ = try source.read(into: &piece, atMost: Self.pieceBytes)
        } catch {
            throw Self.changed(path)
        }
        let isPacked = Self.packedMarks.contains { piece.starts(with: $0) }
        let target = "\(shelf(sha256))/\(sha256)\(isPacked ? "" : ".gz")"
        var hasher = Checksum.Hasher()
        do throws(FileFailure) {
            var file = try FreshFile(path: target)
            repeat {
                hasher.update(piece.span)
                let stored = try isPacked ? piece : Self.packed(piece, target)
                try file.write(stored.span)
                piece.removeAll(keepingCapacity: true)
                guard let count = try? source.read(into: &piece, atMost: Self.pieceBytes) else {
                    throw FileFailure(kind: .changedWhileReading, path: path, errno: 0)
                }
                if count == 0 { break }
            } while true
            guard "\(hasher.finish())" == sha256 else {
                throw FileFailure(kind: .changedWhileReading, path: path, errno: 0)
            }
            try file.publish()
        } catch {
            if error.kind == .changedWhileReading { throw Self.changed(path) }
            throw RunDirectory.failure(error)
        }
    }

    /// Copies a file of the definition.
    func keep(_ bytes: [UInt8], sha256: String) throws(RunFailure) {
        if holds(sha256) { return }
        let target = "\(shelf(sha256))/\(sha256).gz"
        do throws(FileFailure) {
            try FileTree.createDirectories(shelf(sha256))
            var file = try FreshFile(path: target)
            let stored = try Self.packed(bytes, target)
            try file.write(stored.span)
            try file.publish()
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    private static func packed(
        _ bytes: [UInt8], _ path: String
    ) throws(FileFailure) -> [UInt8] {
        do throws(GzipFailure) {
            return try GzipBlocks.compress(bytes.span, level: compressionLevel)
        } catch {
            throw FileFailure(kind: .other, path: path, errno: 0)
        }
    }

    private static func changed(_ path: String) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(
                .changedFile, at: SourceLocation(file: path),
                "the file is no longer the one whose rows were read",
                hint: "run again when the delivery is complete"))
    }

    // MARK: Reading

    /// Writes content to a new file, after the folders on its way.
    ///
    /// `name`: What people called it.
    ///
    /// - Throws: ``RunFailure`` of kind `input` when it is not kept, or not what it was.
    func restore(_ sha256: String, to path: String, named name: String) throws(RunFailure) {
        guard let (stored, isPacked) = place(sha256) else {
            throw Self.notKept(
                name, "it is not kept, or was purged: no content \(sha256) in the store")
        }
        var hasher = Checksum.Hasher()
        var failure: FileFailure?
        do throws(FileFailure) {
            let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
            try FileTree.createDirectories(above)
            let file = OpenOutput(try OutputFile(path: path))
            let take = { (piece: [UInt8]) in
                hasher.update(piece.span)
                guard failure == nil else { return }
                do throws(FileFailure) { try file.write(piece) } catch { failure = error }
            }
            do throws(RunFailure) {
                if isPacked {
                    try PackedFile.read(stored, take)
                } else {
                    try PackedFile.readPlain(stored, take)
                }
            } catch {
                throw FileFailure(kind: .unreadable, path: stored, errno: 0)
            }
            if let failure { throw failure }
            try file.close()
        } catch {
            if error.kind == .unreadable, error.path == stored {
                throw Self.notKept(stored, "the kept copy is damaged")
            }
            throw RunDirectory.failure(error)
        }
        guard "\(hasher.finish())" == sha256 else {
            throw Self.notKept(stored, "the kept copy has other bytes than were kept")
        }
    }

    /// A small file's content, checked; `nil` where it is not kept or not what it was.
    func content(_ sha256: String) -> [UInt8]? {
        guard let (stored, isPacked) = place(sha256) else { return nil }
        var bytes: [UInt8] = []
        do throws(RunFailure) {
            if isPacked {
                try PackedFile.read(stored) { bytes += $0 }
            } else {
                try PackedFile.readPlain(stored) { bytes += $0 }
            }
        } catch {
            return nil
        }
        return "\(Checksum.of(bytes.span))" == sha256 ? bytes : nil
    }

    private static func notKept(_ path: String, _ message: String) -> RunFailure {
        RunFailure(
            .input,
            Diagnostic(
                .inputNotKept, at: SourceLocation(file: path), message,
                hint: "run again from the delivered files; 'keep_inputs: false' keeps none"))
    }

    // MARK: Sweeping

    /// Removes content that nothing uses any more.
    ///
    /// `inUse`: SHA-256 of what stays. `isTrial`: Counts, and removes nothing.
    ///
    /// - Returns: How many files.
    /// - Throws: ``RunFailure`` of kind `output`.
    func sweep(except inUse: Set<String>, isTrial: Bool) throws(RunFailure) -> Int {
        guard FileTree.exists(folder) else { return 0 }
        do throws(FileFailure) {
            let unused = try FileTree.list(folder).files.filter { name in
                let file = name.split(separator: "/").last ?? ""
                return !inUse.contains(String(file.hasSuffix(".gz") ? file.dropLast(3) : file))
            }
            if isTrial { return unused.count }
            for name in unused { try FileTree.delete("\(folder)/\(name)") }
            try FileTree.synchronizeFolders(folder)
            return unused.count
        } catch {
            throw RunDirectory.failure(error)
        }
    }

    /// Removes what a killed process left unfinished.
    func removeLeftovers() throws(FileFailure) {
        guard FileTree.exists(folder) else { return }
        for shelf in try FileTree.folders(in: folder) {
            try Leftovers.remove(in: "\(folder)/\(shelf)")
        }
    }
}
