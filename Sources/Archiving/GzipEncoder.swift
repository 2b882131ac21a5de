internal import CZlib

/// A gzip encoder that owns exactly one zlib stream and frees it once, on every path.
///
/// The member's header carries no file name and no time (MTIME 0), so equal input at an equal
/// level gives equal bytes for the same version of zlib.
@safe
package struct GzipEncoder: ~Copyable {
    /// Bytes of compressed output collected before they are appended.
    private static let pieceSize = 65_536

    /// On the heap: zlib remembers the address of the stream it was given.
    private let stream: UnsafeMutablePointer<z_stream>
    private let piece: UnsafeMutablePointer<UInt8>

    /// Begins a member.
    ///
    /// - Parameter level: zlib's level, 0 (stored) to 9 (smallest).
    /// - Throws: ``GzipFailure`` when memory is short.
    package init(level: Int32) throws(GzipFailure) {
        precondition((0...9).contains(level))
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let status = unsafe deflateInit2_(
            stream, level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            unsafe stream.deallocate()
            throw GzipFailure(status: status)
        }
        unsafe self.stream = unsafe stream
        unsafe piece = .allocate(capacity: Self.pieceSize)
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
        unsafe piece.deallocate()
    }

    /// Compresses `input`; what it gives may come out with a later call.
    package mutating func encode(
        _ input: Span<UInt8>, into output: inout [UInt8]
    ) throws(GzipFailure) {
        try unsafe input.withUnsafeBufferPointer { (bytes) throws(GzipFailure) in
            var done = 0
            while done < bytes.count {
                // zlib counts in 32 bits.
                let count = min(bytes.count - done, 1 << 30)
                unsafe stream.pointee.next_in = UnsafeMutablePointer(
                    mutating: bytes.baseAddress.map { unsafe $0 + done })
                unsafe stream.pointee.avail_in = UInt32(count)
                try deflateAll(flush: Z_NO_FLUSH, into: &output)
                done += count
            }
        }
    }

    /// Writes what is left and the trailer, and ends the encoder's life.
    package consuming func finish(into output: inout [UInt8]) throws(GzipFailure) {
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.avail_in = 0
        try deflateAll(flush: Z_FINISH, into: &output)
    }

    private func deflateAll(flush: Int32, into output: inout [UInt8]) throws(GzipFailure) {
        while true {
            unsafe stream.pointee.next_out = piece
            unsafe stream.pointee.avail_out = UInt32(Self.pieceSize)
            let status = unsafe deflate(stream, flush)
            guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
                throw GzipFailure(status: status)
            }
            let room = unsafe Int(stream.pointee.avail_out)
            unsafe output.append(
                contentsOf: UnsafeBufferPointer(start: piece, count: Self.pieceSize - room))
            // Room left over means that zlib has no more to give for this input.
            if room > 0 { return }
        }
    }
}
