internal import Archiving
internal import Diagnostics
internal import Files

/// The members of one of our archives, by name without the archive's own folder.
enum ArchiveMembers {
    struct Member {
        var size = 0
        /// Of the unpacked bytes where the member itself is packed.
        var checksum = Checksum.of([UInt8]().span)
        /// Kept of the manifest only.
        var bytes: [UInt8]?
    }

    /// - Throws: ``RunFailure`` of kind `verification` when the archive is cut, damaged or not what the sidecar says.
    static func read(
        _ path: String, sidecar: String
    ) throws(RunFailure) -> [String: Member] {
        try checkSidecar(path, sidecar)
        var collector = Collector()
        var reader = TarReader()
        var failure: TarFailure?
        try PackedFile.read(path) { piece in
            guard failure == nil else { return }
            do throws(TarFailure) {
                try reader.consume(
                    piece.span, entry: { name, _ in collector.begin(name) },
                    data: { collector.add($0) })
            } catch {
                failure = error
            }
        }
        do throws(TarFailure) {
            if let failure { throw failure }
            try reader.finish()
        } catch {
            throw refusal(path, error.description)
        }
        collector.end()
        if let name = collector.broken {
            throw refusal(path, "the member '\(name)' is damaged gzip data")
        }
        return collector.members
    }

    private static func checkSidecar(_ path: String, _ sidecar: String) throws(RunFailure) {
        guard FileTree.exists(sidecar) else { return }
        var stated: [UInt8] = []
        try PackedFile.read(sidecar) { stated += $0 }
        var hasher = Checksum.Hasher()
        do throws(FileFailure) {
            var file = try InputFile(path: path)
            var piece: [UInt8] = []
            while try file.read(into: &piece, atMost: 1 << 20) > 0 {
                hasher.update(piece.span)
                piece.removeAll(keepingCapacity: true)
            }
        } catch {
            throw refusal(path, error.description)
        }
        let found = "\(hasher.finish())"
        let name = path.split(separator: "/").last ?? ""
        // Byte for byte: a sidecar that names another file witnesses for nothing.
        guard stated == Array("\(found)  \(name)\n".utf8) else {
            throw refusal(
                path, "its SHA-256 is \(found), the sidecar '\(name).sha256' says otherwise")
        }
    }

    private static func refusal(_ path: String, _ message: String) -> RunFailure {
        RunFailure(
            .verification,
            Diagnostic(
                .verificationFailed, at: SourceLocation(file: path), message,
                hint: "do not use it; take a copy that verifies"))
    }
}

/// Collects members as they stream by, hashing each.
private struct Collector {
    private(set) var members: [String: ArchiveMembers.Member] = [:]
    private(set) var broken: String?
    private var name: String?
    private var isPacked = false
    private var packed: [UInt8] = []
    private var hasher = Checksum.Hasher()
    private var member = ArchiveMembers.Member()

    mutating func begin(_ path: String) {
        end()
        // The first component is the archive's own folder.
        let name = path.split(separator: "/", maxSplits: 1).last.map(String.init) ?? path
        self.name = name
        isPacked = name.hasSuffix(".gz")
        hasher = Checksum.Hasher()
        member = ArchiveMembers.Member()
        if name == RunDirectory.manifestName { member.bytes = [] }
    }

    mutating func add(_ data: Span<UInt8>) {
        guard !isPacked else {
            for index in data.indices { packed.append(data[index]) }
            return
        }
        member.size += data.count
        let bytes = (0..<data.count).map { data[$0] }
        hasher.update(bytes.span)
        member.bytes?.append(contentsOf: bytes)
    }

    mutating func end() {
        guard let name else { return }
        if isPacked { unpack(name) }
        member.checksum = hasher.finish()
        members[name] = member
        self.name = nil
    }

    private mutating func unpack(_ name: String) {
        do {
            var decoder = try GzipDecoder(outputLimit: 1 << 40, ratioLimit: 2_000)
            var plain: [UInt8] = []
            try decoder.decode(packed.span, into: &plain)
            try decoder.finish()
            member.size = plain.count
            hasher.update(plain.span)
        } catch {
            broken = name
        }
        packed.removeAll()
    }
}
