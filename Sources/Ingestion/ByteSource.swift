package import Archiving
package import Diagnostics
internal import Files

/// The bytes of one input file, unpacked when its name ends in `.gz`.
///
/// One reader uses it from its first byte to its last; at the end the file must still be what it was.
package final class ByteSource {
    private static let pieceBytes = 256 << 10

    private let name: String
    private let limits: UnpackingLimits
    private var file: InputFile
    private var packing = Packing.none
    /// Bytes of the file as it is while it is streamed, else unpacked ones.
    private var piece: [UInt8] = []
    /// Unpacked bytes of `piece` that were handed on.
    private var given = 0
    private(set) var identity: FileIdentity
    private var hasher: Checksum.Hasher?
    /// SHA-256 of the file as it is; known at its end, when it was asked for.
    private(set) var checksum: Checksum?

    /// Opens a file that somebody names, wherever it is.
    package convenience init(
        path: String, limits: UnpackingLimits = UnpackingLimits()
    ) throws(RunFailure) {
        try self.init(path: path, root: nil, hashes: false, limits: limits)
    }

    init(
        path: String, root: String?, hashes: Bool, limits: UnpackingLimits
    ) throws(RunFailure) {
        name = path
        self.limits = limits
        hasher = hashes ? Checksum.Hasher() : nil
        do throws(FileFailure) {
            if let root {
                file = try InputFile(path: path, below: root)
            } else {
                file = try InputFile(path: path)
            }
        } catch {
            throw InputFailures.refusal(of: error, file: path)
        }
        identity = file.identity
        if path.hasSuffix(".gz") {
            packing = identity.size <= GzipReader.packedLimit ? .unread : try newStream()
        }
    }

    /// Appends some unpacked bytes.
    ///
    /// - Returns: False at the end, when nothing was appended.
    /// - Throws: ``RunFailure`` of kind `input` when the file is cut, damaged or changed.
    package func pull(into output: inout [UInt8]) throws(RunFailure) -> Bool {
        switch packing {
        case .none: return try pullPlain(into: &output)
        case .stream(let stream): return try pull(from: stream, into: &output)
        case .unread:
            let file = try readWhole()
            packing = .whole(file)
            return try pull(from: file, into: &output)
        case .whole(let file): return try pull(from: file, into: &output)
        }
    }

    private func pullPlain(into output: inout [UInt8]) throws(RunFailure) -> Bool {
        let before = output.count
        guard try read(into: &output) > 0 else {
            try verify()
            checksum = hasher?.finish()
            return false
        }
        hasher?.update(output.span.extracting(before..<output.count))
        return true
    }

    private func read(into bytes: inout [UInt8]) throws(RunFailure) -> Int {
        do throws(FileFailure) {
            return try file.read(into: &bytes, atMost: Self.pieceBytes)
        } catch {
            throw InputFailures.refusal(of: error, file: name)
        }
    }

    private func verify() throws(RunFailure) {
        do throws(FileFailure) {
            try file.verifyUnchanged()
        } catch {
            throw InputFailures.refusal(of: error, file: name)
        }
    }
}

extension ByteSource {
    /// How the file is unpacked.
    private enum Packing {
        case none
        /// Small enough to be unpacked from memory, which is faster, and not read yet.
        case unread
        case whole(Unpacker)
        case stream(Stream)
    }

    /// A packed file in memory.
    private final class Unpacker {
        private var reader: GzipReader

        init(_ packed: [UInt8], _ limits: UnpackingLimits) throws(GzipFailure) {
            reader = try GzipReader(
                packed: packed, outputLimit: limits.bytes, ratioLimit: limits.ratio)
        }

        func next(into output: inout [UInt8]) throws(GzipFailure) -> Bool {
            try reader.next(into: &output)
        }
    }

    /// The decoder of a packed file too large to be held; nil when it has ended.
    private final class Stream {
        var decoder: GzipDecoder?

        init(_ limits: UnpackingLimits) throws(GzipFailure) {
            decoder = try GzipDecoder(outputLimit: limits.bytes, ratioLimit: limits.ratio)
        }
    }

    private func newStream() throws(RunFailure) -> Packing {
        do throws(GzipFailure) {
            return .stream(try Stream(limits))
        } catch {
            throw InputFailures.refusal(of: error, file: name, limits)
        }
    }

    /// Reads the packed file to its end, where it must still be what it was: what is unpacked after that
    /// depends on the file no more.
    private func readWhole() throws(RunFailure) -> Unpacker {
        var packed: [UInt8] = []
        packed.reserveCapacity(identity.size + Self.pieceBytes)
        // A file that grows without end has changed: that much is known one piece beyond its size.
        while packed.count <= identity.size, try read(into: &packed) > 0 {}
        hasher?.update(packed.span)
        try verify()
        checksum = hasher?.finish()
        do throws(GzipFailure) {
            return try Unpacker(packed, limits)
        } catch {
            throw InputFailures.refusal(of: error, file: name, limits)
        }
    }

    /// Hands a member on in pieces, so that the size of a batch does not follow from how a file was packed.
    ///
    /// The ratio to the packed size is judged at the end of each member and not at each piece of it.
    private func pull(
        from file: Unpacker, into output: inout [UInt8]
    ) throws(RunFailure) -> Bool {
        while given == piece.count {
            piece.removeAll(keepingCapacity: true)
            given = 0
            do throws(GzipFailure) {
                guard try file.next(into: &piece) else { return false }
            } catch {
                throw InputFailures.refusal(of: error, file: name, limits)
            }
        }
        let end = min(given + Self.pieceBytes, piece.count)
        output.append(contentsOf: piece[given..<end])
        given = end
        return true
    }

    private func pull(
        from stream: Stream, into output: inout [UInt8]
    ) throws(RunFailure) -> Bool {
        while true {
            piece.removeAll(keepingCapacity: true)
            let isEnd = try read(into: &piece) == 0
            if isEnd { try verify() }
            hasher?.update(piece.span)
            let before = output.count
            do throws(GzipFailure) {
                try stream.decoder?.decode(piece.span, into: &output)
                if isEnd, let decoder = stream.decoder.take() { try decoder.finish() }
            } catch {
                throw InputFailures.refusal(of: error, file: name, limits)
            }
            if isEnd {
                checksum = hasher?.finish()
                return false
            }
            // A piece may hold nothing but a gzip header.
            if output.count > before { return true }
        }
    }
}
