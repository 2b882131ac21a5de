internal import Glibc

/// What the system refused to a test.
package struct DiskFailure: Error, CustomStringConvertible {
    package let description: String

    init(_ call: String, _ path: String) {
        description = unsafe "\(call) '\(path)': \(String(cString: strerror(errno)))"
    }
}
