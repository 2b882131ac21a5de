internal import Archiving
package import Diagnostics
internal import Exporting
internal import Files

/// Checks a published run or an archive against its own manifest, offline.
package struct RunVerifier {
    /// What was found to be whole.
    package struct Report: Sendable {
        package let runID: String
        package let pipeline: String
        package let period: String
        package let files: Int
        package let bytes: Int
    }

    package init() {}

    /// - Parameter path: Folder of a run, the pointer to it, or a `.tar.gz`.
    /// - Returns: What was found to be whole.
    /// - Throws: ``RunFailure`` of kind `verification` listing everything that differs, `input` when nothing is there.
    package func verify(_ path: String) throws(RunFailure) -> Report {
        if path.hasSuffix(".gz") { return try verifyArchive(path).report }
        return try verifyFolder(path).report
    }

    struct Verified {
        let report: Report
        let manifest: Manifest
        let manifestChecksum: Checksum
    }

    func verifyFolder(_ folder: String) throws(RunFailure) -> Verified {
        let bytes = try read("\(folder)/\(RunDirectory.manifestName)")
        let manifest = try parse(bytes, path: "\(folder)/\(RunDirectory.manifestName)")
        var problems = identityProblems(manifest, at: folder)
        var total = 0
        for output in manifest.outputs {
            let path = "\(folder)/\(output.name)"
            do throws(RunFailure) {
                let found = try content(of: path)
                total += found.size
                problems += differences(found.checksum, found.size, from: output, at: path)
            } catch {
                problems += error.diagnostics
            }
        }
        let archive = "\(manifest.pipeline)-\(manifest.period)-\(manifest.runID).tar.gz"
        var known = Set(manifest.outputs.map(\.name))
        known.insert(RunDirectory.manifestName)
        let isPacked = manifest.options.contains { $0.name == "archive" && $0.value == "tar.gz" }
        for name in isPacked ? [archive, archive + ".sha256"] : [] {
            known.insert(name)
            guard !FileTree.exists("\(folder)/\(name)") else { continue }
            problems.append(
                problem("\(folder)/\(name)", "the run was published with this file: it is gone"))
        }
        problems += strangers(in: folder, known: known)
        if isPacked, FileTree.exists("\(folder)/\(archive)") {
            do throws(RunFailure) {
                let packed = try verifyArchive("\(folder)/\(archive)")
                if packed.manifestChecksum != Checksum.of(bytes.span) {
                    problems.append(
                        problem("\(folder)/\(archive)", "it holds another manifest than the run"))
                }
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw RunFailure(.verification, problems) }
        return Verified(
            report: report(manifest, bytes: total), manifest: manifest,
            manifestChecksum: Checksum.of(bytes.span))
    }

    private func report(_ manifest: Manifest, bytes: Int) -> Report {
        Report(
            runID: manifest.runID, pipeline: manifest.pipeline, period: manifest.period,
            files: manifest.outputs.count, bytes: bytes)
    }

    private func identityProblems(_ manifest: Manifest, at path: String) -> [Diagnostic] {
        manifest.identity.hasPrefix(manifest.runID)
            ? []
            : [
                problem(
                    path,
                    "the run '\(manifest.runID)' is not the beginning of its identity "
                        + manifest.identity)
            ]
    }

    private func strangers(in folder: String, known: Set<String>) -> [Diagnostic] {
        guard let listing = try? FileTree.list(folder) else { return [] }
        return (listing.files + listing.refused).filter { !known.contains($0) }.map {
            problem("\(folder)/\($0)", "the manifest does not name this file")
        }
    }

    private func differences(
        _ checksum: Checksum, _ size: Int, from output: Manifest.Output, at path: String
    ) -> [Diagnostic] {
        guard "\(checksum)" != output.sha256 || size != output.bytes else { return [] }
        return [
            problem(
                path,
                "found \(size) bytes with SHA-256 \(checksum), the manifest says "
                    + "\(output.bytes) bytes with \(output.sha256)")
        ]
    }

    // MARK: Archive

    func verifyArchive(_ path: String) throws(RunFailure) -> Verified {
        let members = try ArchiveMembers.read(path, sidecar: path + ".sha256")
        guard let manifestMember = members["\(RunDirectory.manifestName)"] else {
            throw RunFailure(.verification, problem(path, "the archive holds no manifest.json"))
        }
        let manifest = try parse(manifestMember.bytes ?? [], path: path)
        var problems = identityProblems(manifest, at: path)
        var known: Set<String> = [RunDirectory.manifestName]
        var total = 0
        for output in manifest.outputs {
            known.insert(output.name)
            guard let member = members[output.name] else {
                problems.append(problem(path, "the archive lacks '\(output.name)'"))
                continue
            }
            total += member.size
            problems += differences(
                member.checksum, member.size, from: output, at: "\(path):\(output.name)")
        }
        for file in manifest.definition {
            let name = "definisi/\(file.name)"
            known.insert(name)
            guard let member = members[name], "\(member.checksum)" == file.sha256 else {
                problems.append(
                    problem(path, "'\(name)' is missing or is not what the manifest says"))
                continue
            }
        }
        for name in members.keys.sorted() where !known.contains(name) {
            problems.append(problem(path, "the manifest does not name '\(name)'"))
        }
        guard problems.isEmpty else { throw RunFailure(.verification, problems) }
        return Verified(
            report: report(manifest, bytes: total), manifest: manifest,
            manifestChecksum: manifestMember.checksum)
    }

    // MARK: Files

    private func parse(_ bytes: [UInt8], path: String) throws(RunFailure) -> Manifest {
        do throws(ManifestFailure) {
            return try Manifest.parse(bytes)
        } catch {
            throw RunFailure(.verification, problem(path, "\(error)"))
        }
    }

    private func read(_ path: String) throws(RunFailure) -> [UInt8] {
        do throws(FileFailure) {
            var file = try InputFile(path: path)
            var bytes: [UInt8] = []
            _ = try file.read(into: &bytes, atMost: file.size)
            return bytes
        } catch {
            throw RunFailure(
                .verification,
                problem(path, error.description, hint: "name the folder of a published run"))
        }
    }

    /// Size and hash of what a file says, unpacked where it is packed.
    private func content(
        of path: String
    ) throws(RunFailure) -> (size: Int, checksum: Checksum) {
        var hasher = Checksum.Hasher()
        var size = 0
        try PackedFile.read(path) { piece in
            size += piece.count
            hasher.update(piece.span)
        }
        return (size, hasher.finish())
    }

    private func problem(_ path: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(
            .verificationFailed, at: SourceLocation(file: path), message,
            hint: hint ?? "do not use it: take a copy that verifies, or move it away and run again")
    }
}
