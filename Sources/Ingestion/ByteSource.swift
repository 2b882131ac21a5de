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

    init(path: String, root: String) throws(RunFailure) {
        name = path
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
    /// `raw`: Sees the bytes as they are in the file.
    ///
    /// - Returns: False at the end, when nothing was appended.
    /// - Throws: ``RunFailure`` of kind `input` when the file is cut, damaged or changed.
    func pull(
        into output: inout [UInt8], raw: ([UInt8]) -> Void = { _ in }
    ) throws(RunFailure) -> Bool {
        while true {
            piece.removeAll(keepingCapacity: true)
            let count = try read()
            if count == 0 {
                try finish()
                return false
            }
            raw(piece)
            let before = output.count
            do throws(GzipFailure) {
                if decoder == nil {
                    output.append(contentsOf: piece)
                } else {
                    try decoder?.decode(piece.span, into: &output)
                }
            } catch {
                throw InputFailures.refusal(of: error, file: name)
            }
            // A piece may hold nothing but a gzip header.
            if output.count > before { return true }
        }
    }

    private func read() throws(RunFailure) -> Int {
        do throws(FileFailure) {
            return try file.read(into: &piece, atMost: Self.pieceBytes)
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
    }
}
