internal import Diagnostics
internal import Glibc

/// Data for people and pipes, without what would command a terminal.
enum StandardOutput {
    static func write(_ text: String) {
        Descriptors.write(VisibleText.of(text, lines: true), to: 1)
    }
}

/// Messages; never data.
enum StandardError {
    static func write(_ text: String) { Descriptors.write(text, to: 2) }

    static var isTerminal: Bool { isatty(2) == 1 }
}

/// Ends the process with a code; buffers of this program are empty by then.
enum Process {
    static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}

private enum Descriptors {
    /// A reader that has gone away (a closed pipe) ends the writing and nothing else.
    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
