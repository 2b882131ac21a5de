/// Whole gzip members from whole blocks.
///
/// Members may simply follow one another in a file, so blocks compressed by different tasks
/// join to one valid gzip file whose bytes do not depend on how many tasks there were.
package enum GzipBlocks {
    /// Compresses `bytes` to one complete member.
    ///
    /// - Parameters:
    ///   - bytes: Any number, none included.
    ///   - level: zlib's level, 0 to 9.
    /// - Returns: Header, compressed data and trailer.
    /// - Throws: ``GzipFailure`` when memory is short.
    package static func compress(
        _ bytes: Span<UInt8>, level: Int32
    ) throws(GzipFailure) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 4 + 64)
        var encoder = try GzipEncoder(level: level)
        try encoder.encode(bytes, into: &output)
        try encoder.finish(into: &output)
        return output
    }
}
