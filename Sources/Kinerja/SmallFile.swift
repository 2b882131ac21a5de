internal import Files

/// Files that people write: definitions, tables, parameters, rule tests.
enum SmallFile {
    /// Bytes above which a file is none of these.
    private static let limit = 16 << 20

    /// - Returns: `nil` where there is no readable file of that size.
    static func bytes(of path: String) -> [UInt8]? {
        guard var file = try? InputFile(path: path), file.size <= limit else { return nil }
        var bytes: [UInt8] = []
        guard (try? file.read(into: &bytes, atMost: file.size)) != nil else { return nil }
        return bytes
    }
}
