package import Archiving
package import Definition
package import Diagnostics
internal import Files

/// Says which of the claimed files count.
package struct InputInventory: Sendable {
    /// Claimed files: sources in reading order, in each by the bytes of the path.
    package private(set) var entries: [InputEntry] = []
    package private(set) var findings: [InputFinding] = []

    /// Says which claimed files must be hashed before they are read for their rows.
    ///
    /// - Returns: By claim, whether another file of its source may be the same: it has as many bytes, or one of the
    ///   source is packed. What cannot be looked at is left to its reading.
    package static func needsChecksum(_ claims: [InputListing.Claim], in root: String) -> [Bool] {
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
        of claim: InputListing.Claim, in root: String
    ) throws(RunFailure) -> FileIdentity {
        try ByteSource(
            path: claim.path, root: root, hashes: false, limits: UnpackingLimits()
        ).identity
    }

    /// A claimed file as it is listed.
    package static func entry(
        of claim: InputListing.Claim, in root: String
    ) throws(RunFailure) -> InputEntry {
        let identity = try identity(of: claim, in: root)
        return InputEntry(
            path: claim.path, source: claim.source, captures: claim.captures, checksum: nil,
            contentChecksum: nil, size: identity.size, identity: identity)
    }

    /// Reads a claimed file once for its checksums.
    package static func hashedEntry(
        of claim: InputListing.Claim, in root: String, limits: UnpackingLimits = UnpackingLimits()
    ) throws(RunFailure) -> InputEntry {
        let source = try ByteSource(
            path: claim.path, root: root, hashes: true, limits: limits)
        var content = Checksum.Hasher()
        let isPacked = claim.path.hasSuffix(".gz")
        var buffer: [UInt8] = []
        var bytes = 0
        while try source.pull(into: &buffer) {
            if isPacked { content.update(buffer.span) }
            bytes += buffer.count
            buffer.removeAll(keepingCapacity: true)
        }
        var entry = InputEntry(
            path: claim.path, source: claim.source, captures: claim.captures,
            checksum: source.checksum,
            contentChecksum: isPacked ? content.finish() : source.checksum,
            size: source.identity.size, identity: source.identity)
        entry.contentSize = bytes
        return entry
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
            settleRepeats(of: source)
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

    private mutating func settleRepeats(of source: SourceDefinition) {
        var first: [String: String] = [:]
        for index in entries.indices where entries[index].source == source.name {
            let entry = entries[index]
            guard let content = entry.contentChecksum else { continue }
            // Captures are columns: the same bytes under another month are another fact.
            let captures = source.identifyingCaptures(entry.captures).sorted { $0.key < $1.key }
            let keys =
                ["\(content) \(captures)"] + (entry.lineDigest.map { ["\($0) \(captures)"] } ?? [])
            guard let original = keys.lazy.compactMap({ first[$0] }).first else {
                for key in keys { first[key] = entry.path }
                continue
            }
            entries[index].fate = .repeated(of: original)
            findings.append(Self.repeated(entry.path, of: original, inOrder: first[keys[0]] != nil))
        }
    }

    private static func repeated(
        _ path: String, of original: String, inOrder: Bool
    ) -> InputFinding {
        InputFinding(
            code: .repeatedFile, path: path,
            message: inOrder
                ? Wording(
                    "isinya sama dengan '\(original)': dihitung sekali",
                    "the content is the same as that of '\(original)': it counts once")
                : Wording(
                    "barisnya sama dengan '\(original)' dalam urutan lain: dihitung sekali",
                    "the lines are those of '\(original)' in another order: they count once"),
            hint: Wording(
                "singkirkan salah satu kiriman", "remove one of the two deliveries"))
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
