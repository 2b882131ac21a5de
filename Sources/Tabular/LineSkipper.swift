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
        for index in start..<bytes.count {
            let byte = bytes[index]
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
}
