/// One key for all spellings that differ by case, blanks, slashes, dots, hyphens or underscores.
///
/// `Di Atas Ekspektasi` and `diatas  ekspektasi` both become `diatasekspektasi`. Bytes outside
/// ASCII stay as they are: the folding depends on no locale.
package enum FoldedSpelling {
    /// Writes the key into `buffer`, which is emptied first and keeps its capacity.
    package static func fold(_ text: Span<UInt8>, into buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        var position = 0
        while let byte = next(in: text, at: &position) { buffer.append(byte) }
    }

    package static func fold(_ text: String) -> String {
        var buffer: [UInt8] = []
        fold(text.utf8.span, into: &buffer)
        return String(decoding: buffer, as: UTF8.self)
    }

    /// The next byte of the key from `position` on, which moves behind it; nil at the end.
    ///
    /// Look-ups read keys this way, byte by byte, and need no buffer.
    @inlinable
    static func next(in text: Span<UInt8>, at position: inout Int) -> UInt8? {
        while position < text.count {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                position &+= 1
                return byte | 0x20
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                position &+= 1
            default:
                let blank = Blank.length(in: text, at: position, end: text.count)
                position &+= max(blank, 1)
                if blank == 0 { return byte }
            }
        }
        return nil
    }
}
