internal import Archiving
internal import Diagnostics
internal import Exporting
internal import Files
internal import FoundationEssentials
internal import PayFiles
internal import Payroll

/// Where a payment file stands: `OUT/pembayaran/<scheme>/<month>/<number>/`, a manifest with what it names.
struct PaymentFolder {
    static let rootName = "pembayaran"
    static let manifestName = "manifest.json"

    /// The hash of the manifest in the form of `sha256sum`, so that a folder can be checked without the book.
    static let sidecarName = "manifest.json.sha256"

    let output: String
    let id: PaymentID

    var relative: String { "\(Self.rootName)/\(id)" }
    var path: String { "\(output)/\(relative)" }
    private var parent: String { "\(output)/\(Self.rootName)/\(id.scheme)/\(id.month)" }

    /// Writes the documents under a hidden name, calls `stage`, and gives the folder its name.
    ///
    /// - Throws: What `stage` throws; ``RunFailure`` of kind `output` when nothing appeared.
    func publish(
        _ documents: [PayDocument], stage: () throws(RunFailure) -> Void
    ) throws(RunFailure) {
        do {
            try FileTree.createDirectories(parent)
            try synchronizeNames()
            try StagedDirectory.removeAbandoned(parent: parent, name: "\(id.number)")
            let staged = try StagedDirectory(parent: parent, name: "\(id.number)")
            for document in documents {
                var file = try OutputFile(path: "\(staged.path)/\(document.name)")
                try file.write(document.bytes.span)
                try file.close()
            }
            try stage()
            try staged.publish()
        } catch let failure as RunFailure {
            throw failure
        } catch let failure as FileFailure {
            throw RunDirectory.failure(failure)
        } catch {
            throw RunFailure(
                .internal,
                Diagnostic(.outputFailed, at: SourceLocation(file: path), "\(error)"))
        }
    }

    /// Forces the folder's name to the disk, and those above it: a process that named them may have died before it did.
    func synchronizeNames() throws(FileFailure) {
        var folder = output
        try FileTree.synchronizeFolder(folder)
        for name in [Self.rootName, id.scheme, "\(id.month)"] {
            folder += "/\(name)"
            try FileTree.synchronizeFolder(folder)
        }
    }

    /// Whether the folder has its name.
    var exists: Bool { FileTree.exists(path) }

    /// Checks every file against the manifest, and the manifest against the hash that the book has.
    ///
    /// - Throws: ``RunFailure`` of kind `verification` naming each file that is not as it was.
    func verify(manifest expected: String) throws(RunFailure) {
        let manifestPath = "\(path)/\(Self.manifestName)"
        let bytes = try content(of: manifestPath)
        guard "\(Checksum.of(bytes.span))" == expected else {
            throw RunFailure(
                .verification,
                problem(manifestPath, "it is not the manifest that was prepared: \(expected)"))
        }
        let sidecar = "\(path)/\(Self.sidecarName)"
        guard try content(of: sidecar) == Self.sidecar(hash: expected).bytes else {
            throw RunFailure(.verification, problem(sidecar, "it is not what was prepared"))
        }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
            throw RunFailure(.verification, problem(manifestPath, "it is no manifest"))
        }
        var problems: [Diagnostic] = []
        for output in manifest.outputs {
            do throws(RunFailure) {
                let bytes = try content(of: "\(path)/\(output.name)")
                guard "\(Checksum.of(bytes.span))" != output.sha256 else { continue }
                problems.append(
                    problem("\(path)/\(output.name)", "it is not what the manifest says"))
            } catch {
                problems += error.diagnostics
            }
        }
        let known = Set(manifest.outputs.map(\.name) + [Self.manifestName, Self.sidecarName])
        let listing = try? FileTree.list(path)
        problems += ((listing?.files ?? []) + (listing?.refused ?? [])).filter {
            !known.contains($0)
        }.map {
            problem("\(path)/\($0)", "the manifest does not name this file")
        }
        guard problems.isEmpty else { throw RunFailure(.verification, problems) }
    }

    /// `hash`: Of the manifest, in digits.
    static func sidecar(hash: String) -> PayDocument {
        PayDocument(name: sidecarName, bytes: Array("\(hash)  \(manifestName)\n".utf8))
    }

    /// SHA-256 of the manifest that stands in the folder; `nil` where none does.
    var manifestChecksum: String? {
        (try? content(of: "\(path)/\(Self.manifestName)")).map { "\(Checksum.of($0.span))" }
    }

    private struct Manifest: Decodable {
        struct Output: Decodable {
            let name: String
            let sha256: String
        }

        let outputs: [Output]
    }

    private func content(of path: String) throws(RunFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(FileFailure) {
            var file = try InputFile(path: path)
            _ = try file.read(into: &bytes, atMost: file.size)
        } catch {
            throw RunFailure(.verification, problem(path, error.description))
        }
        return bytes
    }

    private func problem(_ path: String, _ message: String) -> Diagnostic {
        Diagnostic(
            .verificationFailed, at: SourceLocation(file: path), message,
            hint: "do not pay from it: withdraw the file and prepare it again")
    }
}
