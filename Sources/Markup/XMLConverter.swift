internal import CLibXML2
internal import Glibc

/// Bytes of another encoding turned to UTF-8 piece by piece, by iconv.
@safe
struct XMLConverter: ~Copyable {
    /// Bytes of UTF-8 made before they are appended.
    private static let pieceSize = 16_384

    private let handle: iconv_t
    /// The first bytes of a character whose rest has not come yet.
    private var pending: [UInt8] = []

    /// `nil` when the system lacks the encoding's tables.
    init?(from name: String) {
        let handle = unsafe iconv_open("UTF-8", name)
        // iconv_open answers -1, of all values, as a pointer.
        guard let handle = unsafe handle, Int(bitPattern: handle) != -1 else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit {
        unsafe iconv_close(handle)
    }

    /// Whether everything so far ended with a whole character.
    var isComplete: Bool { pending.isEmpty }

    /// Converts `bytes` and appends what they give.
    ///
    /// - Returns: Whether all of them were characters of the encoding; if not, `output` has
    ///   those before the first that was not.
    mutating func convert(
        _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
    ) -> Bool {
        var input = unsafe pending + bytes
        pending = []
        let total = input.count
        var piece = [CChar](repeating: 0, count: Self.pieceSize)
        var done = 0
        while done < total {
            var reason: Int32 = 0
            let (left, room) = unsafe input.withUnsafeMutableBytes { source in
                unsafe piece.withUnsafeMutableBufferPointer { target in
                    var next = unsafe source.baseAddress.map {
                        unsafe ($0 + done).assumingMemoryBound(to: CChar.self)
                    }
                    var left = total - done
                    var free = target.baseAddress
                    var room = target.count
                    let status = unsafe iconv(handle, &next, &left, &free, &room)
                    reason = status == -1 ? errno : 0
                    return (left, room)
                }
            }
            output.append(
                contentsOf: piece.prefix(piece.count - room).map { UInt8(bitPattern: $0) })
            done = total - left
            switch reason {
            case 0, E2BIG: continue
            case EINVAL:
                pending = Array(input[done...])
                return true
            default: return false
            }
        }
        return true
    }
}
