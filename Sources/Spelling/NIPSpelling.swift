/// What exports put around and into a NIP, taken off before the number is read.
package enum NIPSpelling {
    /// Writes the cleaned text into `buffer`, which is emptied first and keeps its capacity.
    ///
    /// Stripped are blanks, line breaks and dots anywhere, invisible characters, quotation marks in
    /// front, and a leading `NIP`. A number that a spreadsheet turned into `1,98503E+17` is left as
    /// it is: its digits are lost, and joining the rest would look like a NIP of another length.
    ///
    /// - Returns: Whether anything was stripped.
    package static func clean(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> Bool {
        buffer.removeAll(keepingCapacity: true)
        var position = skippingFront(text)
        while position < text.count {
            let length = strippedLength(in: text, at: position)
            if length > 0 {
                position += length
                continue
            }
            let byte = text[position]
            if byte | 0x20 == UInt8(ascii: "e"), let last = buffer.last,
                last &- UInt8(ascii: "0") <= 9
            {
                keep(text, in: &buffer)
                return false
            }
            buffer.append(byte)
            position += 1
        }
        return buffer.count != text.count
    }

    private static func keep(_ text: Span<UInt8>, in buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        for offset in 0..<text.count { buffer.append(text[offset]) }
    }

    /// Where the number begins: behind blanks, quotation marks and `NIP` in any order.
    private static func skippingFront(_ text: Span<UInt8>) -> Int {
        var position = 0
        while position < text.count {
            var length = max(
                strippedLength(in: text, at: position), quoteLength(in: text, at: position),
                labelLength(in: text, at: position))
            // A colon belongs to the label in front of it and is no dirt by itself.
            if length == 0, position > 0, text[position] == UInt8(ascii: ":") { length = 1 }
            if length == 0 { break }
            position += length
        }
        return position
    }

    /// Bytes of a blank, dot or invisible character at `position`; 0 for any other.
    private static func strippedLength(in text: Span<UInt8>, at position: Int) -> Int {
        if text[position] == UInt8(ascii: ".") { return 1 }
        let blank = Blank.length(in: text, at: position, end: text.count)
        return blank > 0 ? blank : Blank.zeroWidthLength(in: text, at: position)
    }

    /// Bytes of an apostrophe, backtick or typographic single quotation mark; 0 for any other.
    private static func quoteLength(in text: Span<UInt8>, at position: Int) -> Int {
        switch text[position] {
        case UInt8(ascii: "'"), UInt8(ascii: "`"): return 1
        case 0xE2 where position + 2 < text.count:
            let isQuote = text[position + 1] == 0x80 && (0x98...0x99).contains(text[position + 2])
            return isQuote ? 3 : 0
        default: return 0
        }
    }

    /// Bytes of `NIP` in any case; 0 for any other.
    private static func labelLength(in text: Span<UInt8>, at position: Int) -> Int {
        guard position + 3 < text.count, text[position] | 0x20 == UInt8(ascii: "n"),
            text[position + 1] | 0x20 == UInt8(ascii: "i"),
            text[position + 2] | 0x20 == UInt8(ascii: "p")
        else { return 0 }
        return 3
    }
}
