/// Bytes made by other programs, and bytes that look random but are always the same.
enum Samples {
    static let text = Array("nip;nilai\n198703152010011004;91,5\n".utf8)
    /// `text` by CPython 3.11: `gzip.compress(text, 9, mtime=0)`.
    static let gzippedText = bytes(
        "1f8b0800000000000203cbcb2cb0cecbcc49cce432b4b430373036343532303430300462136b4b431d532e00"
            + "4cec2eb322000000")
    /// `dua` and a line end, made in the same way.
    static let gzippedSecond = bytes("1f8b08000000000002034b294de402000ba6095b04000000")

    /// Reads hexadecimal digits, two to a byte.
    static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    /// The SplitMix64 sequence, byte by byte: it cannot be compressed.
    static func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
        }
    }
}
