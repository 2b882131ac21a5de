internal import CDeflate

/// Whole gzip members from whole blocks, by libdeflate.
///
/// Members may simply follow one another in a file, so blocks compressed by different tasks
/// join to one valid gzip file whose bytes do not depend on how many tasks there were. libdeflate
/// wants a block whole, which zlib does not, and is three times as fast for it.
package enum GzipBlocks {
    /// Compresses `bytes` to one complete member.
    ///
    /// - Parameters:
    ///   - bytes: Any number, none included.
    ///   - level: libdeflate's level, 0 (stored) to 12 (smallest).
    /// - Returns: Header, compressed data and trailer.
    /// - Throws: ``GzipFailure`` when memory is short.
    package static func compress(
        _ bytes: Span<UInt8>, level: Int32
    ) throws(GzipFailure) -> [UInt8] {
        precondition((0...12).contains(level))
        guard let compressor = unsafe libdeflate_alloc_compressor(level) else {
            throw GzipFailure(kind: .outOfMemory)
        }
        defer { unsafe libdeflate_free_compressor(compressor) }
        let bound = unsafe libdeflate_gzip_compress_bound(compressor, bytes.count)
        return unsafe bytes.withUnsafeBytes { input in
            // Empty input has no address, and libdeflate copies from it nevertheless.
            unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                count = unsafe libdeflate_gzip_compress(
                    compressor, input.baseAddress ?? UnsafeRawPointer(compressor), input.count,
                    output.baseAddress, bound)
            }
        }
    }
}
