/// A single file that appears whole or not at all, readable only by its owner unless it is made public.
package enum AtomicFile {
    /// Writes `bytes` beside `path`, forces them to the disk and gives them the name by one rename(2).
    ///
    /// - Parameters:
    ///   - bytes: The whole content.
    ///   - path: An older file of that name is replaced; a folder is refused.
    ///   - isPublic: Readable by everybody, for what holds nothing of a person.
    /// - Throws: ``FileFailure`` when what was there before stays as it was.
    package static func write(
        _ bytes: [UInt8], to path: String, isPublic: Bool = false
    ) throws(FileFailure) {
        var file = try FreshFile(path: path, isPublic: isPublic)
        try file.write(bytes.span)
        try file.publish()
    }
}
