/// Passes over whole physical lines without keeping them: preamble, footer, a line that is too
/// long.
///
/// Its memory does not grow with a line, and a CRLF cut by the end of a piece is still one line
/// end.
struct LineSkipper {
    /// Lines still to be passed over.
    private var left: Int
    /// Line ends passed, and the unfinished line behind the last one as one more.
    private(set) var lines = 0
    private var isInLine = false
    private var isAfterReturn = false

    init(lines: Int) { left = lines }

    /// Whether all lines were passed and the byte behind the last line end was seen.
    private(set) var isDone = false

    /// Passes over bytes from `start` on.
    ///
    /// - Returns: Index of the first byte that belongs to no line passed over; the count if none.
    mutating func skip(_ bytes: [UInt8], from start: Int) -> Int {
        var next = start
        while next < bytes.count {
            if isInLine { next = Self.lineEnd(in: bytes, from: next) }
            guard next < bytes.count else { break }
            let (index, byte) = (next, bytes[next])
            next += 1
            if isAfterReturn {
                isAfterReturn = false
                if byte == UInt8(ascii: "\n") { continue }
            }
            if left == 0 {
                isDone = true
                return index
            }
            if !isInLine { lines += 1 }
            isAfterReturn = byte == UInt8(ascii: "\r")
            isInLine = !isAfterReturn && byte != UInt8(ascii: "\n")
            if !isInLine { left -= 1 }
        }
        return bytes.count
    }

    /// Index of the next CR or LF, or the count: what is between does not matter.
    ///
    /// It looks for both in one small part after another: a file may hold many of the one and none of the other.
    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
        var start = start
        while start < bytes.count {
            let part = bytes.span.extracting(start..<min(start + 1_024, bytes.count))
            let feed = ByteSearch.first(UInt8(ascii: "\n"), in: part) ?? part.count
            let end = ByteSearch.first(UInt8(ascii: "\r"), in: part.extracting(0..<feed)) ?? feed
            if end < part.count { return start + end }
            start += part.count
        }
        return bytes.count
    }
}
