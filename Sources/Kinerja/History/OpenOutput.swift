internal import Files

/// An output file that stays open over the pieces of a table; one task writes to it.
final class OpenOutput {
    private var file: OutputFile?

    init(_ file: consuming OutputFile) {
        self.file = consume file
    }

    func write(_ bytes: [UInt8]) throws(FileFailure) {
        try file?.write(bytes.span)
    }

    /// Forces the file to disk and closes it.
    func close() throws(FileFailure) {
        if let file = file.take() { try file.close() }
    }
}
