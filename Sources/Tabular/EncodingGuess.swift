/// Guesses the encoding of a file from its first bytes.
package enum EncodingGuess {
    /// Looks at the file's first bytes; where they are not all, a character may be cut at their end.
    package static func find(_ bytes: [UInt8], isWhole: Bool) -> Guess<TextEncoding> {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return Guess(.utf8, confidence: 100, "byte order mark of UTF-8")
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return Guess(.utf16, confidence: 100, "byte order mark of UTF-16, lower byte first")
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return Guess(
                .utf16BigEndian, confidence: 100, "byte order mark of UTF-16, higher byte first")
        }
        if let wide = wide(bytes) { return wide }
        let (whole, broken) = sequences(bytes, isWhole: isWhole)
        if whole == 0, broken == 0 {
            return Guess(.utf8, confidence: 100, "no byte above 127")
        }
        if broken == 0 {
            return Guess(
                .utf8, confidence: 99, "all \(whole) sequences above byte 127 are valid UTF-8")
        }
        let evidence =
            "\(whole) of \(whole + broken) sequences above byte 127 are valid UTF-8"
        if whole > broken {
            return Guess(.utf8, confidence: 100 * whole / (whole + broken), evidence)
        }
        return Guess(
            .windows1252, confidence: min(90, 100 * broken / (whole + broken)), evidence)
    }

    /// UTF-16 without a mark: Latin letters have one byte of zero in two, always on the same side.
    private static func wide(_ bytes: [UInt8]) -> Guess<TextEncoding>? {
        var zeros = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index & 1] += 1 }
        let pairs = bytes.count / 2
        guard pairs > 0, max(zeros[0], zeros[1]) * 2 > pairs, min(zeros[0], zeros[1]) * 20 < pairs
        else { return nil }
        let share = 100 * max(zeros[0], zeros[1]) / pairs
        return zeros[1] > zeros[0]
            ? Guess(.utf16, confidence: share, "every second byte is zero in \(share) % of pairs")
            : Guess(
                .utf16BigEndian, confidence: share,
                "every first byte is zero in \(share) % of pairs")
    }

    /// Characters beyond ASCII that are whole, and bytes that belong to none.
    private static func sequences(
        _ bytes: [UInt8], isWhole: Bool
    ) -> (whole: Int, broken: Int) {
        var (whole, broken) = (0, 0)
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
            if length > bytes.count - index, length > 0, !isWhole { break }
            let sequence = bytes[index..<min(index + max(length, 1), bytes.count)]
            if length > 0, sequence.count == length,
                String(validating: sequence, as: UTF8.self) != nil
            {
                whole += 1
                index += length
            } else {
                broken += 1
                index += 1
            }
        }
        return (whole, broken)
    }
}
