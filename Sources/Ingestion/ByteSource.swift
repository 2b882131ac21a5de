internal import Archiving
internal import Diagnostics
internal import Files

/// The bytes of one input file, unpacked when its name ends in `.gz`.
///
/// One reader uses it from its first byte to its last; at the end the file must still be what it was.
final class ByteSource {
    /// Unpacked size above which a file is refused; a province's year of attendance is a tenth of it.
    static let outputLimit = 64 << 30
    private static let pieceBytes = 256 << 10

    private let name: String
    private var file: InputFile
    private var decoder: GzipDecoder?
    private var piece: [UInt8] = []
    private(set) var identity: FileIdentity
    private var hasher: Checksum.Hasher?
    /// SHA-256 of the file as it is; known at its end, when it was asked for.
    private(set) var checksum: Checksum?

    init(path: String, root: String, hashes: Bool) throws(RunFailure) {
        name = path
        hasher = hashes ? Checksum.Hasher() : nil
        do throws(FileFailure) {
            file = try InputFile(path: path, below: root)
        } catch {
            throw InputFailures.refusal(of: error, file: path)
        }
        identity = file.identity
        guard path.hasSuffix(".gz") else { return }
        do throws(GzipFailure) {
            decoder = try GzipDecoder(outputLimit: Self.outputLimit)
        } catch {
            throw InputFailures.refusal(of: error, file: path)
        }
    }

    /// Appends some unpacked bytes.
    ///
    /// - Returns: False at the end, when nothing was appended.
    /// - Throws: ``RunFailure`` of kind `input` when the file is cut, damaged or changed.
    func pull(into output: inout [UInt8]) throws(RunFailure) -> Bool {
        if decoder == nil {
            let before = output.count
            guard try read(into: &output) > 0 else {
                try finish()
                return false
            }
            hasher?.update(output.span.extracting(before..<output.count))
            return true
        }
        while true {
            piece.removeAll(keepingCapacity: true)
            guard try read(into: &piece) > 0 else {
                try finish()
                return false
            }
            hasher?.update(piece.span)
            let before = output.count
            do throws(GzipFailure) {
                try decoder?.decode(piece.span, into: &output)
            } catch {
                throw InputFailures.refusal(of: error, file: name)
            }
            // A piece may hold nothing but a gzip header.
            if output.count > before { return true }
        }
    }

    private func read(into bytes: inout [UInt8]) throws(RunFailure) -> Int {
        do throws(FileFailure) {
            return try file.read(into: &bytes, atMost: Self.pieceBytes)
        } catch {
            throw InputFailures.refusal(of: error, file: name)
        }
    }

    private func finish() throws(RunFailure) {
        do throws(FileFailure) {
            try file.verifyUnchanged()
        } catch {
            throw InputFailures.refusal(of: error, file: name)
        }
        do throws(GzipFailure) {
            if let decoder = decoder.take() { try decoder.finish() }
        } catch {
            throw InputFailures.refusal(of: error, file: name)
        }
        checksum = hasher?.finish()
    }
}
