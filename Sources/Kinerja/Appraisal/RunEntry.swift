internal import Archiving
internal import Diagnostics
internal import Evidence
internal import Exporting
internal import Files
internal import Ledger

/// What the book says of a run, taken from the run's own files: a folder that is found again gives the same entry.
struct RunEntry {
    let run: LedgerRun
    let parts: LedgerParts

    /// `folder`: The published one, relative to `root`; its manifest has been checked or just written. `findings`: How
    /// often a code was found in a file; `nil` asks the published table.
    ///
    /// - Throws: ``RunFailure`` of kind `verification` when a file is not what a run publishes.
    init(
        folder: String, root: String, findings: [Found: Int]? = nil
    ) throws(RunFailure) {
        let path = "\(root)/\(folder)"
        var bytes: [UInt8] = []
        try PackedFile.read("\(path)/\(RunDirectory.manifestName)") { bytes += $0 }
        let manifest: Manifest
        do throws(ManifestFailure) {
            manifest = try Manifest.parse(bytes)
        } catch {
            throw RunFailure(
                .verification,
                Diagnostic(
                    .verificationFailed, at: SourceLocation(file: path), "\(error)",
                    hint: "do not use it; run again"))
        }
        let control = try PublishedControl.read(path)
        let rules = Self.rules(of: manifest)
        var run = LedgerRun(
            run: manifest.runID, identity: manifest.identity, pipeline: manifest.pipeline,
            period: manifest.period, language: manifest.language.rawValue, rules: rules,
            definition: Self.digest(of: manifest), programVersion: manifest.program.version,
            programStamp: manifest.program.stamp,
            pointer: Self.isPointed(rules) && manifest.missing.isEmpty ? .due : .none,
            folder: folder, manifest: "\(Checksum.of(bytes.span))",
            archive: try Self.archive(of: manifest, in: path), previous: manifest.previous?.run,
            ranked: control.ranked, unscored: control.unscored, excluded: control.excluded,
            findings: control.findings)
        run.isPartial = !manifest.missing.isEmpty
        run.asOf = RunDirectory.asOf(manifest).map { "\($0)" }
        self.run = run
        if let findings {
            parts = Self.parts(of: manifest, findings)
        } else {
            parts = Self.parts(of: manifest, try Self.published(manifest, in: path))
        }
    }

    /// A code and the file that it was found in.
    struct Found: Hashable {
        let code: String
        let file: String
    }

    static func findings(of record: RunRecord) -> [Found: Int] {
        record.findings.reduce(into: [:]) { counts, finding in
            counts[Found(code: finding.code.rawValue, file: finding.location.file), default: 0] += 1
        }
    }

    static func rules(of manifest: Manifest) -> String {
        manifest.options.first { $0.name == RunDirectory.rulesName }?.value ?? ""
    }

    /// What another law would have given is no result that anybody may take for the latest.
    static func isPointed(_ rules: String) -> Bool {
        rules.isEmpty || rules.hasPrefix("then")
    }

    private static func digest(of manifest: Manifest) -> String {
        var hasher = Checksum.Hasher()
        for file in manifest.definition {
            hasher.update("\(file.name.utf8.count):\(file.name)\(file.sha256)")
        }
        return "\(hasher.finish())"
    }

    private static func archive(
        of manifest: Manifest, in folder: String
    ) throws(RunFailure) -> String? {
        let base = "\(manifest.pipeline)-\(manifest.period)-\(manifest.runID)"
        let sidecar = "\(folder)/\(base).tar.gz.sha256"
        guard FileTree.exists(sidecar) else { return nil }
        var bytes: [UInt8] = []
        try PackedFile.read(sidecar) { bytes += $0 }
        return Checksum(hex: String(decoding: bytes.prefix(64), as: UTF8.self)).map { "\($0)" }
    }

    /// Of a run whose table of findings is called and headed as by default; else nothing is known of them.
    private static func published(
        _ manifest: Manifest, in folder: String
    ) throws(RunFailure) -> [Found: Int] {
        guard manifest.outputs.contains(where: { $0.name == "temuan.csv" }) else { return [:] }
        let table = try PublishedTable("\(folder)/temuan.csv")
        var counts: [Found: Int] = [:]
        for row in table.rows.indices {
            let found = Found(
                code: table.cell(row, "kode", "code"), file: table.cell(row, "berkas", "file"))
            if !found.code.isEmpty { counts[found, default: 0] += 1 }
        }
        return counts
    }

    private static func input(
        _ input: Manifest.Input, _ manifest: Manifest
    ) -> LedgerParts.Input {
        let rows = input.rows
        var entry = LedgerParts.Input(
            path: input.path, source: input.source, supplier: input.supplier,
            sha256: input.sha256, bytes: input.size, replacedBy: input.replacedBy,
            rows: .init(
                read: rows.read, used: rows.used, rejected: rows.rejected,
                excluded: rows.excluded, superseded: rows.superseded,
                setAside: rows.acting + rows.otherPeriod + rows.repeated + rows.notInForce))
        if let other = input.replacedBy {
            // A file without rows tells by its content alone.
            let isEqual = manifest.inputs.contains { $0.path == other && $0.sha256 == input.sha256 }
            let isRepeated = rows.repeated > 0 || (rows.superseded == 0 && isEqual)
            entry.replacedBecause = isRepeated ? .repeated : .version
        }
        return entry
    }

    private static func parts(of manifest: Manifest, _ found: [Found: Int]) -> LedgerParts {
        let sources = Dictionary(
            manifest.inputs.map { ($0.path, $0.source) }, uniquingKeysWith: { first, _ in first })
        return LedgerParts(
            definition: manifest.definition.map {
                .init(name: $0.name, sha256: $0.sha256, bytes: $0.size)
            },
            inputs: manifest.inputs.map { input($0, manifest) },
            outputs: manifest.outputs.map {
                .init(name: $0.name, sha256: $0.sha256, bytes: $0.bytes, rows: $0.rows)
            },
            findings: found.map { entry in
                .init(
                    code: entry.key.code, source: sources[entry.key.file] ?? "",
                    file: entry.key.file, count: entry.value)
            }.sorted { ($0.code, $0.file) < ($1.code, $1.file) })
    }
}
