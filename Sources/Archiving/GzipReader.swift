internal import CDeflate

/// A gzip file of one or more members that is whole in memory, unpacked member by member.
///
/// libdeflate unpacks a member at 2.5 times the speed of zlib, but only whole and only where
/// nothing is wrong. A member that is large, odd or refused goes to ``GzipDecoder`` with all that
/// follows it, so limits and failures are those of the decoder.
@safe
package struct GzipReader: ~Copyable {
    /// Bytes of a packed file above which the caller had better stream it.
    package static let packedLimit = 64 << 20
    /// Bytes of an unpacked member above which it is streamed.
    package static let memberLimit = 64 << 20
    /// Bytes handed to the decoder at a time.
    private static let pieceSize = 65_536

    private let packed: [UInt8]
    private let outputLimit: Int
    private let ratioLimit: Int
    private let decompressor: OpaquePointer
    private var decoder: GzipDecoder?
    private var consumed = 0
    private var produced = 0
    /// Bytes to make room for before the size of a member is known.
    private var roomGuess: Int
    private var failure: GzipFailure?

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - packed: The file.
    ///   - outputLimit: Bytes of output above which the file is refused.
    ///   - ratioLimit: Bytes of output per byte of input above which it is refused, counted at
    ///     the end of each member and beyond ``GzipDecoder/ratioGrace``.
    /// - Throws: ``GzipFailure`` when memory is short.
    package init(
        packed: [UInt8], outputLimit: Int, ratioLimit: Int = 200
    ) throws(GzipFailure) {
        precondition(outputLimit >= 0 && ratioLimit > 0)
        guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
            throw GzipFailure(kind: .outOfMemory)
        }
        unsafe self.decompressor = unsafe decompressor
        self.packed = packed
        self.outputLimit = outputLimit
        self.ratioLimit = ratioLimit
        roomGuess = Self.lastSize(of: packed)
    }

    deinit {
        unsafe libdeflate_free_decompressor(decompressor)
    }

    /// Appends a member, or what some of the file gives where it is streamed.
    ///
    /// After a failure every further call fails in the same way. Bytes of a streamed member have
    /// not passed its checksum before the next call.
    ///
    /// - Returns: False at the end, when nothing was appended.
    package mutating func next(into output: inout [UInt8]) throws(GzipFailure) -> Bool {
        if let failure { throw failure }
        do {
            if decoder == nil {
                if consumed > 0, consumed == packed.count { return false }
                if try inflateMember(into: &output) { return true }
                try stream()
            }
            return try decodePiece(into: &output)
        } catch {
            failure = error
            throw error
        }
    }

    /// The size that the file's last four bytes state for its last member; nonsense is cut down to
    /// what a file of this size can hold, since deflate reaches at most about 1 to 1032.
    private static func lastSize(of packed: [UInt8]) -> Int {
        let size = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        return min(max(size, 1_024), 1_032 * packed.count)
    }

    /// - Returns: False where the member is one for the decoder; nothing was appended then.
    private mutating func inflateMember(into output: inout [UInt8]) throws(GzipFailure) -> Bool {
        guard hasPlainHeader, roomGuess <= Self.memberLimit else { return false }
        let most = min(Self.memberLimit, outputLimit - produced)
        var room = min(roomGuess, most)
        while true {
            let before = output.count
            let (result, taken) = inflate(into: &output, room: room)
            switch result {
            case LIBDEFLATE_SUCCESS:
                let size = output.count - before
                consumed += taken
                produced += size
                roomGuess = max(roomGuess, size)
                if produced > GzipDecoder.ratioGrace, produced / ratioLimit > consumed {
                    output.removeLast(size)
                    throw GzipFailure(kind: .tooLarge, compressedOffset: consumed)
                }
                return true
            case LIBDEFLATE_INSUFFICIENT_SPACE where room < most:
                room = min(most, max(room, 16_384) * 4)
            default: return false
            }
        }
    }

    /// Whether a member begins here without a checksum of its header, which libdeflate skips, and
    /// without the flags that RFC 1952 reserves.
    private var hasPlainHeader: Bool {
        packed.count - consumed > 3 && packed[consumed] == 0x1F
            && packed[consumed + 3] & 0b1110_0010 == 0
    }

    /// Appends one member if it fits into `room` bytes and nothing is wrong with it.
    private func inflate(
        into output: inout [UInt8], room: Int
    ) -> (result: libdeflate_result, taken: Int) {
        var result = LIBDEFLATE_BAD_DATA
        var taken = 0
        output.append(addingCapacity: room) { span in
            unsafe span.withUnsafeMutableBufferPointer { target, count in
                unsafe packed.withUnsafeBytes { source in
                    let rest = unsafe UnsafeRawBufferPointer(rebasing: source[consumed...])
                    var size = 0
                    result = unsafe libdeflate_gzip_decompress_ex(
                        decompressor, rest.baseAddress, rest.count,
                        target.baseAddress.map { unsafe $0 + count }, room, &taken, &size)
                    if result == LIBDEFLATE_SUCCESS { count += size }
                }
            }
        }
        return (result, taken)
    }

    /// Leaves this member and all that follow to the decoder.
    private mutating func stream() throws(GzipFailure) {
        decoder = try GzipDecoder(
            outputLimit: outputLimit, ratioLimit: ratioLimit, consumed: consumed,
            produced: produced)
    }

    private mutating func decodePiece(into output: inout [UInt8]) throws(GzipFailure) -> Bool {
        guard var decoder = decoder.take() else { return false }
        let before = output.count
        while consumed < packed.count, output.count == before {
            let end = min(consumed + Self.pieceSize, packed.count)
            try decoder.decode(packed.span.extracting(consumed..<end), into: &output)
            consumed = end
        }
        guard output.count == before else {
            self.decoder = consume decoder
            return true
        }
        try decoder.finish()
        return false
    }
}
