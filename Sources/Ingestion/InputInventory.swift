package import Archiving
package import Definition
package import Diagnostics
internal import Files

/// Finds the files of a run, says which source claims which, and which of them count.
package struct InputInventory: Sendable {
    /// Claimed files: sources in reading order, in each by the bytes of the path.
    package private(set) var entries: [InputEntry] = []
    package private(set) var findings: [InputFinding] = []

    /// Claimed paths before their content is known.
    package struct Claim: Sendable {
        package let path: String
        package let source: String
        package let captures: [String: String]
    }

    /// Lists the inputs.
    ///
    /// - Parameters:
    ///   - root: Folder of the inputs.
    ///   - definition: Its sources claim files in the order in which they stand.
    /// - Returns: The claims, and findings about files that nobody claims.
    /// - Throws: ``RunFailure`` of kind `input` when the folder is unreadable or a pattern matches nothing.
    package static func claims(
        in root: String, for definition: PipelineDefinition
    ) throws(RunFailure) -> (claims: [Claim], findings: [InputFinding]) {
        let listing: (files: [String], refused: [String])
        do throws(FileFailure) {
            listing = try FileTree.list(root)
        } catch {
            throw InputFailures.refusal(of: error, file: root)
        }
        var claims: [Claim] = []
        var claimed: Set<String> = []
        var refusals: [Diagnostic] = []
        for source in definition.sources {
            let found = listing.files.compactMap { path -> Claim? in
                guard !claimed.contains(path),
                    let captures = source.patterns.lazy.compactMap({ $0.match(path) }).first
                else { return nil }
                return Claim(path: path, source: source.name, captures: captures)
            }
            claimed.formUnion(found.map(\.path))
            claims += found
            if found.isEmpty, !source.isOptional {
                refusals += Self.refusedInstead(of: source, listing.refused)
                let patterns = source.patterns.map { "'\($0.text)'" }.joined(separator: ", ")
                refusals.append(
                    Diagnostic(
                        .noFileMatches, at: SourceLocation(file: root),
                        "no file matches \(patterns) of the source '\(source.name)'",
                        hint: "deliver the file, or mark the source 'optional: true'"))
            }
        }
        if refusals.isEmpty { refusals += missingRegister(definition, claims, root: root) }
        if !refusals.isEmpty { throw RunFailure(.input, refusals) }
        var findings = listing.refused.map { path in
            InputFinding(
                code: .refusedFile, path: path,
                message: Wording(
                    "tautan simbolik atau berkas khusus tidak dibaca",
                    "a symbolic link or special file is not read"),
                hint: Wording(
                    "salin berkasnya sendiri ke folder masukan",
                    "copy the file itself into the inputs"))
        }
        findings += listing.files.filter { !claimed.contains($0) }.map { path in
            InputFinding(
                code: .unclaimedFile, path: path,
                message: Wording(
                    "tidak ada sumber dalam definisi yang mengambil berkas ini",
                    "no source of the definition claims this file"),
                hint: Wording(
                    "tambahkan polanya ke definisi, atau singkirkan berkasnya",
                    "add a pattern for it to the definition, or remove it"))
        }
        return (claims, findings)
    }

    /// What would be a source's file if it were a regular one.
    private static func refusedInstead(
        of source: SourceDefinition, _ refused: [String]
    ) -> [Diagnostic] {
        refused.filter { path in
            source.patterns.contains { $0.match(path) != nil || $0.text.hasPrefix("\(path)/") }
        }.map { path in
            Diagnostic(
                .refusedFile, at: SourceLocation(file: path),
                "a symbolic link, pipe, device or name that is not UTF-8 is not read",
                hint: "copy the file itself into the inputs")
        }
    }

    /// Of several registers each may be optional, where agencies send either of two forms; one must be there.
    private static func missingRegister(
        _ definition: PipelineDefinition, _ claims: [Claim], root: String
    ) -> [Diagnostic] {
        let registers = definition.sources.filter { $0.kind == .register }
        let isDelivered = registers.contains { register in
            claims.contains { $0.source == register.name }
        }
        if registers.count < 2 || isDelivered { return [] }
        let patterns = registers.flatMap(\.patterns).map { "'\($0.text)'" }
        return [
            Diagnostic(
                .noFileMatches, at: SourceLocation(file: root),
                "no file matches \(patterns.joined(separator: ", ")): there is no register of people",
                hint: "deliver a register in one of the forms")
        ]
    }

    /// Says which claimed files must be hashed before they are read for their rows.
    ///
    /// - Returns: By claim, whether another file of its source may be the same: it has as many bytes, or one of the
    ///   source is packed. What cannot be looked at is left to its reading.
    package static func needsChecksum(_ claims: [Claim], in root: String) -> [Bool] {
        let bySource = Dictionary(grouping: claims.indices, by: { claims[$0].source })
        var needs = [Bool](repeating: false, count: claims.count)
        for places in bySource.values where places.count > 1 {
            let isPacked = places.contains { claims[$0].path.hasSuffix(".gz") }
            let bySize = Dictionary(grouping: places) { place in
                isPacked ? 0 : (try? identity(of: claims[place], in: root))?.size ?? 0
            }
            for twins in bySize.values where twins.count > 1 {
                for place in twins { needs[place] = true }
            }
        }
        return needs
    }

    private static func identity(
        of claim: Claim, in root: String
    ) throws(RunFailure) -> FileIdentity {
        try ByteSource(
            path: claim.path, root: root, hashes: false, limits: UnpackingLimits()
        ).identity
    }

    /// A claimed file as it is listed.
    package static func entry(
        of claim: Claim, in root: String
    ) throws(RunFailure) -> InputEntry {
        let identity = try identity(of: claim, in: root)
        return InputEntry(
            path: claim.path, source: claim.source, captures: claim.captures, checksum: nil,
            contentChecksum: nil, size: identity.size, identity: identity)
    }

    /// Reads a claimed file once for its checksums.
    package static func hashedEntry(
        of claim: Claim, in root: String, limits: UnpackingLimits = UnpackingLimits()
    ) throws(RunFailure) -> InputEntry {
        let source = try ByteSource(
            path: claim.path, root: root, hashes: true, limits: limits)
        var content = Checksum.Hasher()
        let isPacked = claim.path.hasSuffix(".gz")
        var buffer: [UInt8] = []
        while try source.pull(into: &buffer) {
            if isPacked { content.update(buffer.span) }
            buffer.removeAll(keepingCapacity: true)
        }
        return InputEntry(
            path: claim.path, source: claim.source, captures: claim.captures,
            checksum: source.checksum,
            contentChecksum: isPacked ? content.finish() : source.checksum,
            size: source.identity.size, identity: source.identity)
    }

    /// Decides which files count: repeated ones once, of versions the highest.
    ///
    /// `read`: One entry a claim, in the order of the claims.
    ///
    /// - Throws: ``RunFailure`` of kind `input` when two different files state the same version.
    package init(
        _ read: [InputEntry], findings: [InputFinding], definition: PipelineDefinition
    ) throws(RunFailure) {
        self.findings = findings
        entries = read
        for source in definition.sources {
            settleRepeats(of: source.name)
            if let version = source.version {
                try settleVersions(of: source, version: version)
            }
        }
    }

    /// The inventory of an earlier reading.
    package init(restoring entries: [InputEntry], findings: [InputFinding]) {
        self.entries = entries
        self.findings = findings
    }

    /// Takes the checksums that reading the files gave, by place of the entry.
    package mutating func complete(with checksums: [Int: Checksum]) {
        for (place, checksum) in checksums where entries[place].checksum == nil {
            entries[place].checksum = checksum
        }
    }

    private mutating func settleRepeats(of source: String) {
        var first: [Checksum: String] = [:]
        for index in entries.indices where entries[index].source == source {
            let entry = entries[index]
            guard let content = entry.contentChecksum else { continue }
            // Captures are columns: the same bytes under another month are another fact.
            let key = Checksum.of(
                "\(content) \(entry.captures.sorted { $0.key < $1.key })".utf8.span)
            guard let original = first[key] else {
                first[key] = entry.path
                continue
            }
            entries[index].fate = .repeated(of: original)
            findings.append(
                InputFinding(
                    code: .repeatedFile, path: entry.path,
                    message: Wording(
                        "isinya sama dengan '\(original)': dihitung sekali",
                        "the content is the same as that of '\(original)': it counts once"),
                    hint: Wording(
                        "singkirkan salah satu kiriman", "remove one of the two deliveries")))
        }
    }

    private mutating func settleVersions(
        of source: SourceDefinition, version: String
    ) throws(RunFailure) {
        var best: [[String]: Int] = [:]
        for index in entries.indices
        where entries[index].source == source.name && entries[index].fate == .read {
            let group = source.replaces.map { entries[index].captures[$0] ?? "" }
            guard let known = best[group] else {
                best[group] = index
                continue
            }
            let order = Self.compareVersions(
                entries[index].captures[version] ?? "", entries[known].captures[version] ?? "")
            if order == 0 {
                throw InputFailures.refuse(
                    .conflictingVersions, file: entries[index].path,
                    "it states the same version as '\(entries[known].path)' with other content",
                    hint: "remove the one that does not count")
            }
            let (winner, loser) = order > 0 ? (index, known) : (known, index)
            best[group] = winner
            entries[loser].fate = .superseded(by: entries[winner].path)
        }
        // A superseded file names the version that finally counts.
        for index in entries.indices where entries[index].source == source.name {
            guard case .superseded = entries[index].fate else { continue }
            let group = source.replaces.map { entries[index].captures[$0] ?? "" }
            if let winner = best[group] {
                entries[index].fate = .superseded(by: entries[winner].path)
            }
        }
    }

    /// Numbers by value, other texts by their bytes; a longer run of digits is the higher number.
    private static func compareVersions(_ a: String, _ b: String) -> Int {
        let (x, y) = (trimmed(a), trimmed(b))
        if a.allSatisfy(\.isNumber), b.allSatisfy(\.isNumber), x.count != y.count {
            return x.count < y.count ? -1 : 1
        }
        return x == y ? 0 : (x < y ? -1 : 1)
    }

    private static func trimmed(_ version: String) -> Substring { version.drop { $0 == "0" } }
}
