/// What a pax header says of the entry behind it: name and size; all else does not concern us.
struct PaxRecords {
    private(set) var path: String?
    /// Bytes.
    private(set) var size: Int?
    private(set) var isEmpty = true

    init() {}

    /// Reads `<length> <key>=<value>` lines; `nil` when they are not exactly that.
    init?(_ bytes: [UInt8]) {
        isEmpty = false
        var rest = bytes[...]
        while !rest.isEmpty {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard (1...6).contains(digits.count),
                let length = Int(String(decoding: digits, as: UTF8.self)),
                length <= rest.count, digits.count + 2 < length
            else { return nil }
            let record = rest.prefix(length).dropFirst(digits.count)
            guard record.first == 0x20, record.last == 0x0A,
                let text = String(validating: record.dropFirst().dropLast(), as: UTF8.self),
                let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
            else { return nil }
            let value = String(text[text.utf8.index(after: equals)...])
            switch text[..<equals] {
            case "path": path = value
            case "size":
                guard let number = Int(value), number >= 0 else { return nil }
                size = number
            default: break
            }
            rest = rest.dropFirst(length)
        }
    }
}
