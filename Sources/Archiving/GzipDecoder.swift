internal import CZlib

/// A gzip stream of one or more members, unpacked piece by piece under limits.
///
/// A cut stream is refused and never taken for a short file; what follows the last member must
/// be zero padding; output stops growing at a stated size, and at a stated ratio to the input.
@safe
package struct GzipDecoder: ~Copyable {
    /// Bytes of output below which the ratio does not count: short and monotonous is common.
    package static let ratioGrace = 16 << 20
    /// Bytes unpacked before they are appended.
    private static let pieceSize = 262_144

    /// The first of the two bytes that begin a member; zlib waits for the second before it judges.
    private static let magic: UInt8 = 0x1F

    /// On the heap: zlib remembers the address of the stream it was given.
    private let stream: UnsafeMutablePointer<z_stream>
    private let piece: UnsafeMutablePointer<UInt8>
    private let outputLimit: Int
    private let ratioLimit: Int
    private var place = Place.beforeFirst
    private var consumed = 0
    private var produced = 0
    private var failure: GzipFailure?

    /// Begins a stream.
    ///
    /// - Parameters:
    ///   - outputLimit: Bytes of output above which the stream is refused.
    ///   - ratioLimit: Bytes of output per byte of input above which it is refused, counted
    ///     beyond ``ratioGrace``; zlib itself reaches at most about 1030.
    /// - Throws: ``GzipFailure`` when memory is short.
    package init(outputLimit: Int, ratioLimit: Int = 200) throws(GzipFailure) {
        try self.init(outputLimit: outputLimit, ratioLimit: ratioLimit, consumed: 0, produced: 0)
    }

    /// Begins at the end of a member of a stream that somebody else unpacked so far.
    init(
        outputLimit: Int, ratioLimit: Int, consumed: Int, produced: Int
    ) throws(GzipFailure) {
        precondition(outputLimit >= 0 && ratioLimit > 0)
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let status = unsafe inflateInit2_(
            stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            unsafe stream.deallocate()
            throw GzipFailure(status: status)
        }
        unsafe self.stream = unsafe stream
        unsafe piece = .allocate(capacity: Self.pieceSize)
        self.outputLimit = outputLimit
        self.ratioLimit = ratioLimit
        self.consumed = consumed
        self.produced = produced
        if consumed > 0 { place = .between }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
        unsafe piece.deallocate()
    }

    /// Unpacks the next piece of the stream and appends all that it gives.
    ///
    /// After a failure every further call fails in the same way. Output appended before the
    /// failure has not passed its member's checksum.
    package mutating func decode(
        _ input: UnsafeRawBufferPointer, into output: inout [UInt8]
    ) throws(GzipFailure) {
        if let failure { throw failure }
        do {
            try unsafe unpack(input.bindMemory(to: UInt8.self), into: &output)
        } catch {
            failure = error
            throw error
        }
    }

    /// Unpacks the next piece of the stream; see ``decode(_:into:)-(UnsafeRawBufferPointer,_)``.
    package mutating func decode(
        _ input: Span<UInt8>, into output: inout [UInt8]
    ) throws(GzipFailure) {
        try unsafe input.withUnsafeBytes { (bytes) throws(GzipFailure) in
            try unsafe decode(bytes, into: &output)
        }
    }

    /// Ends the decoder's life; refuses a stream that is not at the end of a member.
    package consuming func finish() throws(GzipFailure) {
        if let failure { throw failure }
        guard place == .between || place == .padding else { throw failed(.cut) }
    }

    private mutating func unpack(
        _ input: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
    ) throws(GzipFailure) {
        var done = 0
        while done < input.count {
            switch place {
            case .padding:
                guard unsafe input[done] == 0 else { throw failed(.trailingGarbage) }
                done += 1
                consumed += 1
            case .between where unsafe input[done] == 0:
                place = .padding
            case .between:
                guard unsafe input[done] == Self.magic else { throw failed(.trailingGarbage) }
                guard unsafe inflateReset(stream) == Z_OK else { throw failed(.corrupt) }
                place = .inLater
            case .beforeFirst:
                guard unsafe input[done] == Self.magic else { throw failed(.notGzip) }
                place = .inFirst
            case .inFirst, .inLater:
                done += try unsafe inflateSome(
                    UnsafeBufferPointer(rebasing: input[done...]), into: &output)
            }
        }
    }

    /// Unpacks until the member or the input ends.
    ///
    /// - Returns: Bytes of `input` consumed.
    private mutating func inflateSome(
        _ input: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
    ) throws(GzipFailure) -> Int {
        let offered = min(input.count, 1 << 30)  // zlib counts in 32 bits
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(offered)
        let consumedBefore = consumed
        while true {
            unsafe stream.pointee.next_out = piece
            unsafe stream.pointee.avail_out = UInt32(Self.pieceSize)
            let status = unsafe inflate(stream, Z_NO_FLUSH)
            consumed = unsafe consumedBefore + offered - Int(stream.pointee.avail_in)
            let count = unsafe Self.pieceSize - Int(stream.pointee.avail_out)
            try admit(count)
            unsafe output.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
            switch status {
            case Z_STREAM_END:
                place = .between
                return consumed - consumedBefore
            case Z_OK, Z_BUF_ERROR:
                // Room left over means that zlib wants more input.
                if unsafe stream.pointee.avail_out > 0 { return consumed - consumedBefore }
            case Z_DATA_ERROR where unsafe stream.pointee.total_in <= 2:
                throw failed(place == .inFirst ? .notGzip : .trailingGarbage)
            default:
                throw GzipFailure(status: status, compressedOffset: consumed)
            }
        }
    }

    /// Counts output before it is handed on, so that no caller ever holds more than the limit.
    private mutating func admit(_ count: Int) throws(GzipFailure) {
        guard count <= outputLimit - produced else { throw failed(.tooLarge) }
        produced += count
        if produced > Self.ratioGrace, produced / ratioLimit > consumed { throw failed(.tooLarge) }
    }

    private func failed(_ kind: GzipFailure.Kind) -> GzipFailure {
        GzipFailure(kind: kind, compressedOffset: consumed)
    }

    /// Where in the sequence of members the next byte belongs.
    private enum Place {
        case beforeFirst
        case inFirst
        case inLater
        case between
        case padding
    }
}
