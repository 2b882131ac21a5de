/// Texts as XML of workbooks writes them.
enum SheetText {
    /// Appends text between tags or inside an attribute.
    ///
    /// A character that XML cannot hold is written `_x0001_`, and so is what would be read as such.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        // Most texts stand for themselves.
        guard text.utf8.contains(where: isSpecial) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        let source = Array(text.utf8)
        for (place, byte) in source.enumerated() {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case 0x09, 0x0A: bytes.append(byte)
            case 0..<0x20: escape(byte, to: &bytes)
            case UInt8(ascii: "_") where isEscape(source[place...]): escape(byte, to: &bytes)
            default: bytes.append(byte)
            }
        }
    }

    /// Whether a byte may have to be written otherwise.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "_"), 0..<0x20:
            true
        default: false
        }
    }

    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes.append(contentsOf: "_x00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 0xF)])
        bytes.append(UInt8(ascii: "_"))
    }

    /// Whether text begins with `_x` four hexadecimal digits `_`.
    private static func isEscape(_ text: ArraySlice<UInt8>) -> Bool {
        let head = Array(text.prefix(7))
        return head.count == 7 && head[1] == UInt8(ascii: "x") && head[6] == UInt8(ascii: "_")
            && head[2..<6].allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & ~0x20)
            }
    }
}
