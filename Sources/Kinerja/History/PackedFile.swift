internal import Archiving
internal import Diagnostics
internal import Files

/// Reads a published file from start to end, unpacked where its name ends in `.gz`.
enum PackedFile {
    private static let outputLimit = 1 << 40

    /// - Throws: ``RunFailure`` of kind `verification`.
    static func read(_ path: String, _ body: ([UInt8]) -> Void) throws(RunFailure) {
        try read(path, isPacked: path.hasSuffix(".gz"), body)
    }

    /// Reads a file as it is, whatever its name.
    static func readPlain(_ path: String, _ body: ([UInt8]) -> Void) throws(RunFailure) {
        try read(path, isPacked: false, body)
    }

    private static func read(
        _ path: String, isPacked: Bool, _ body: ([UInt8]) -> Void
    ) throws(RunFailure) {
        do {
            var file = try InputFile(path: path)
            var decoder =
                isPacked
                // Our own tables compress well beyond what an export of somebody else may.
                ? try GzipDecoder(outputLimit: outputLimit, ratioLimit: 2_000) : nil
            var piece: [UInt8] = []
            var plain: [UInt8] = []
            while try file.read(into: &piece, atMost: 1 << 18) > 0 {
                if decoder != nil {
                    try decoder?.decode(piece.span, into: &plain)
                    body(plain)
                    plain.removeAll(keepingCapacity: true)
                } else {
                    body(piece)
                }
                piece.removeAll(keepingCapacity: true)
            }
            if let decoder = decoder.take() { try decoder.finish() }
        } catch {
            throw RunFailure(
                .verification,
                Diagnostic(
                    .verificationFailed, at: SourceLocation(file: path), "\(error)",
                    hint: "do not use it: take a copy that verifies, or move it away and run again")
            )
        }
    }
}
