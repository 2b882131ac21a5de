internal import Archiving
internal import CZlib

/// gzip: what is accepted is what zlib unpacks, whole or in pieces, and nothing is unpacked beyond its limits.
struct GzipTarget {
    private let outputLimit: Int
    private let pieceBytes: Int
    private let packed: [UInt8]

    init(_ input: inout FuzzInput) {
        outputLimit = input.choose([1 << 20, 0, 1, 100, 1 << 16])
        pieceBytes = input.choose([1, 2, 3, 64, 1_000])
        let flips = input.byte()
        // Few inputs of chance have a right checksum: every other one is packed here, and then spoilt.
        guard flips & 1 == 1 else {
            packed = input.rest
            return
        }
        let places = (0..<(flips >> 1) % 4).map { _ in
            (input.byte() << 8 | input.byte(), input.byte())
        }
        let members = input.byte() % 3 + 1
        let rest = input.rest
        var bytes: [UInt8] = []
        for number in 0..<members {
            let part = rest[(rest.count * number / members)..<(rest.count * (number + 1) / members)]
            bytes += Self.pack(Array(part))
        }
        for (place, mask) in places { bytes[place % bytes.count] ^= UInt8(mask) }
        packed = bytes
    }

    func run() throws(Violation) {
        let whole = readWhole()
        let pieces = decode()
        switch (whole, pieces) {
        case (.success(let one), .success(let other)):
            try require(one == other, "the reader and the decoder unpack differently")
            try require(one.count <= outputLimit, "unpacked beyond the limit")
            try require(one == Self.inflateAll(packed), "not what zlib unpacks")
        case (.failure(let one), .failure(let other)):
            try require(one.kind == other.kind, "\(one) by the reader, \(other) by the decoder")
        default:
            throw Violation("the reader says \(whole), the decoder \(pieces)")
        }
    }

    private static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        do throws(GzipFailure) {
            var encoder = try GzipEncoder(level: 1)
            try encoder.encode(bytes.span, into: &packed)
            try encoder.finish(into: &packed)
        } catch {
            preconditionFailure("\(error)")
        }
        return packed
    }

    private func readWhole() -> Result<[UInt8], GzipFailure> {
        var output: [UInt8] = []
        do throws(GzipFailure) {
            var reader = try GzipReader(packed: packed, outputLimit: outputLimit)
            while try reader.next(into: &output) {}
            return .success(output)
        } catch {
            return .failure(error)
        }
    }

    private func decode() -> Result<[UInt8], GzipFailure> {
        var output: [UInt8] = []
        do throws(GzipFailure) {
            var decoder = try GzipDecoder(outputLimit: outputLimit)
            for start in stride(from: 0, to: packed.count, by: pieceBytes) {
                let end = min(start + pieceBytes, packed.count)
                try decoder.decode(packed.span.extracting(start..<end), into: &output)
            }
            try decoder.finish()
            return .success(output)
        } catch {
            return .failure(error)
        }
    }

    /// All members by zlib alone; nil where it refuses one, or where what follows is not zeros.
    private static func inflateAll(_ packed: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        var rest = packed[...]
        while rest.first == 0x1F {
            var stream = unsafe z_stream()
            guard
                unsafe inflateInit2_(
                    &stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                    == Z_OK
            else { return nil }
            defer { unsafe inflateEnd(&stream) }
            var room = [UInt8](repeating: 0, count: 1 << 21)
            let capacity = UInt32(room.count)
            let input = Array(rest)
            let status = unsafe input.withUnsafeBufferPointer { source in
                unsafe room.withUnsafeMutableBufferPointer { target in
                    unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                    unsafe stream.avail_in = UInt32(source.count)
                    unsafe stream.next_out = target.baseAddress
                    unsafe stream.avail_out = capacity
                    return unsafe inflate(&stream, Z_FINISH)
                }
            }
            guard status == Z_STREAM_END else { return nil }
            output += unsafe room.prefix(Int(stream.total_out))
            rest = unsafe rest.dropFirst(Int(stream.total_in))
        }
        return rest.allSatisfy { $0 == 0 } ? output : nil
    }
}
