internal import Glibc

/// A folder of one test's own, gone with the test.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws(DiskFailure) {
        var template = Array("/tmp/kinerja-test-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, let name = unsafe mkdtemp(start) else {
                return nil
            }
            return unsafe String(cString: name)
        }
        guard let made else { throw DiskFailure("mkdtemp", "/tmp") }
        path = made
    }

    deinit {
        // A run that was refused may leave folders without the right to write.
        _ = try? Subprocess.run(["chmod", "-R", "u+rwx", path])
        _ = try? Subprocess.run(["rm", "-rf", path])
    }

    /// The path of `name` in the folder.
    package func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}
