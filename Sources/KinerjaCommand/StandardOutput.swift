internal import Diagnostics
internal import Glibc

/// Data for people and pipes, without what would command a terminal.
enum StandardOutput {
    static func write(_ text: String) {
        _ = Descriptors.write(Array(VisibleText.of(text, lines: true).utf8), to: 1)
    }

    /// Writes records, of which none may be lost in silence.
    ///
    /// - Throws: ``RunFailure`` of kind `output`.
    static func write(_ bytes: [UInt8]) throws(RunFailure) {
        let code = Descriptors.write(bytes, to: 1)
        guard code != 0 else { return }
        let message = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        throw RunFailure(
            .output,
            Diagnostic(
                .outputFailed, at: SourceLocation(file: "standard output"), message,
                hint: "free the disk, then run again: what was written so far is not whole"))
    }
}

/// Messages; never data.
enum StandardError {
    static func write(_ text: String) { _ = Descriptors.write(Array(text.utf8), to: 2) }

    static var isTerminal: Bool { isatty(2) == 1 }
}

/// Ends the process with a code; buffers of this program are empty by then.
enum Process {
    static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}

private enum Descriptors {
    /// A reader that has gone away (a closed pipe) ends the writing and nothing else.
    ///
    /// - Returns: The system's error number, 0 when all was written.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var bytes = bytes[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return errno == 0 ? EIO : errno }
            bytes = bytes.dropFirst(count)
        }
        return 0
    }
}
