/// One header block of a tar archive, checked.
struct TarHeader {
    let name: String
    /// Bytes of data that follow, before any pax header is heeded.
    let size: Int
    let type: UInt8

    /// `nil` when the checksum, the magic, a number or the name's encoding is wrong.
    init?(_ block: [UInt8]) {
        guard Self.octal(block[TarLayout.checksum]) == TarLayout.sum(of: block),
            let size = Self.octal(block[TarLayout.size]),
            let base = Self.text(block[TarLayout.name])
        else { return nil }
        switch Array(block[TarLayout.magic]) {
        case TarLayout.posixMagic:
            guard let prefix = Self.text(block[TarLayout.prefix]) else { return nil }
            name = prefix.isEmpty ? base : "\(prefix)/\(base)"
        case TarLayout.gnuMagic:
            // GNU keeps other things where POSIX has the prefix.
            name = base
        default:
            return nil
        }
        self.size = size
        type = block[TarLayout.type]
    }

    /// Octal digits, blanks before them and NUL or blank behind; `nil` for anything else.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
        guard !digits.isEmpty else { return nil }
        var number = 0
        for digit in digits {
            guard (0x30...0x37).contains(digit) else { return nil }
            number = number * 8 + Int(digit - 0x30)
        }
        return number
    }

    /// The bytes up to the first NUL, if they are UTF-8.
    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
    }
}
