/// Turns a file's bytes into UTF-8, piece by piece, whatever the pieces' borders.
///
/// What no text file has (a byte order mark of another encoding, a zero character, half a character
/// at the end) ends the file. What only spoils one record is passed on as bytes that are no UTF-8,
/// so that the tokenizer rejects that record alone: windows-1252 bytes without a character become
/// 0xFF, a lone UTF-16 surrogate its three bytes.
package struct TextDecoder: Sendable {
    private let encoding: TextEncoding
    /// Bytes that cannot be decided on yet, at most 3.
    private var held: [UInt8] = []
    /// A high surrogate that waits for its low one.
    private var high: UInt16?
    private var isStarted = false
    private var isBigEndian = false
    /// Bytes of the file that are decoded, a byte order mark included.
    private var decodedBytes = 0

    package init(encoding: TextEncoding) { self.encoding = encoding }

    /// Decodes the next bytes of the file and appends their text to `output`.
    package mutating func decode(
        _ input: [UInt8], into output: inout [UInt8]
    ) throws(TextFailure) {
        if isStarted && held.isEmpty {
            try convert(input, into: &output)
            return
        }
        held.append(contentsOf: input)
        if !isStarted {
            // Three bytes tell all marks apart.
            guard held.count >= 3 else { return }
            try start()
        }
        try convertHeld(into: &output)
    }

    /// Whether the file's next bytes are their own text, so that they need no copy.
    var passesBytes: Bool {
        guard isStarted, held.isEmpty, case .utf8 = encoding else { return false }
        return true
    }

    /// Takes the bytes of `text` from `start` on, which are their own text.
    mutating func pass(_ text: [UInt8], from start: Int) throws(TextFailure) {
        try refuseZero(in: text.span.extracting(start..<text.count))
        decodedBytes += text.count - start
    }

    /// Ends the file: what is still held is decoded too.
    package mutating func finish(into output: inout [UInt8]) throws(TextFailure) {
        if !isStarted { try start() }
        try convertHeld(into: &output)
        if !held.isEmpty { throw TextFailure(kind: .cut, byteOffset: decodedBytes) }
        flushSurrogate(into: &output)
    }

    private mutating func start() throws(TextFailure) {
        isStarted = true
        let utf8Mark = held.starts(with: [0xEF, 0xBB, 0xBF])
        let littleMark = held.starts(with: [0xFF, 0xFE])
        let bigMark = held.starts(with: [0xFE, 0xFF])
        let isWrong =
            switch encoding {
            case .utf8: littleMark || bigMark
            case .windows1252: utf8Mark || littleMark || bigMark
            case .utf16: utf8Mark
            case .utf16BigEndian: utf8Mark || littleMark
            }
        if isWrong { throw TextFailure(kind: .wrongByteOrderMark, byteOffset: 0) }
        isBigEndian = bigMark || encoding == .utf16BigEndian
        let markBytes = utf8Mark ? 3 : littleMark || bigMark ? 2 : 0
        held.removeFirst(markBytes)
        decodedBytes = markBytes
    }

    private mutating func convertHeld(into output: inout [UInt8]) throws(TextFailure) {
        let input = held
        held = []
        try convert(input, into: &output)
    }

    private mutating func convert(
        _ input: [UInt8], into output: inout [UInt8]
    ) throws(TextFailure) {
        switch encoding {
        case .utf8:
            try refuseZero(in: input.span)
            output.append(contentsOf: input)
            decodedBytes += input.count
        case .windows1252:
            try refuseZero(in: input.span)
            if input.allSatisfy({ $0 < 0x80 }) {
                output.append(contentsOf: input)
            } else {
                for byte in input { TextDecoder.append(windows1252: byte, to: &output) }
            }
            decodedBytes += input.count
        case .utf16, .utf16BigEndian:
            try convertUTF16(input, into: &output)
        }
    }

    private func refuseZero(in input: Span<UInt8>) throws(TextFailure) {
        guard let index = ByteSearch.first(0, in: input) else { return }
        throw TextFailure(kind: .zeroByte, byteOffset: decodedBytes + index)
    }

    private mutating func convertUTF16(
        _ input: [UInt8], into output: inout [UInt8]
    ) throws(TextFailure) {
        output.reserveCapacity(output.count + input.count * 3 / 2)
        var index = 0
        while index + 1 < input.count {
            let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
            let unit = isBigEndian ? first << 8 | second : second << 8 | first
            if unit == 0 { throw TextFailure(kind: .zeroByte, byteOffset: decodedBytes) }
            if let high, UTF16.isTrailSurrogate(unit) {
                let scalar = 0x10000 + UInt32(high & 0x3FF) << 10 + UInt32(unit & 0x3FF)
                TextDecoder.append(scalar, to: &output)
                self.high = nil
            } else {
                flushSurrogate(into: &output)
                if UTF16.isLeadSurrogate(unit) {
                    high = unit
                } else {
                    TextDecoder.append(UInt32(unit), to: &output)
                }
            }
            index += 2
            decodedBytes += 2
        }
        held = Array(input[index...])
    }

    private mutating func flushSurrogate(into output: inout [UInt8]) {
        guard let lone = high else { return }
        TextDecoder.append(UInt32(lone), to: &output)
        high = nil
    }

    /// Appends the bytes that UTF-8 has, or would have for a surrogate.
    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
        switch scalar {
        case 0..<0x80: output.append(UInt8(scalar))
        case 0x80..<0x800:
            output.append(UInt8(0xC0 | scalar >> 6))
            output.append(continuation(0))
        case 0x800..<0x1_0000:
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(continuation(6))
            output.append(continuation(0))
        default:
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(continuation(12))
            output.append(continuation(6))
            output.append(continuation(0))
        }
    }

    private static func append(windows1252 byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0..<0x80: output.append(byte)
        case 0x80..<0xA0:
            let scalar = windows1252Specials[Int(byte) - 0x80]
            if scalar == 0 { output.append(0xFF) } else { append(scalar, to: &output) }
        default: append(UInt32(byte), to: &output)
        }
    }

    /// Characters of the bytes 0x80...0x9F; 0 where there is none.
    private static let windows1252Specials: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
