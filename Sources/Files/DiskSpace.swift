internal import Glibc

/// Room on the disk of a folder.
package enum DiskSpace {
    /// Bytes that an ordinary user may still write; `nil` where the system does not say.
    package static func free(at folder: String) -> Int? {
        var status = statvfs()
        guard unsafe statvfs(folder, &status) == 0 else { return nil }
        let (bytes, isOverflown) = Int(status.f_bavail).multipliedReportingOverflow(
            by: Int(status.f_frsize))
        return isOverflown ? nil : bytes
    }
}
