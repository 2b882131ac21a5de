/// A single file that appears whole or not at all, readable only by its owner.
package enum AtomicFile {
    /// Writes `bytes` beside `path`, forces them to the disk and gives them the name by one rename(2).
    ///
    /// - Parameters:
    ///   - bytes: The whole content.
    ///   - path: An older file of that name is replaced; a folder is refused.
    /// - Throws: ``FileFailure`` when what was there before stays as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        var file = try FreshFile(path: path)
        try file.write(bytes.span)
        try file.publish()
    }
}
