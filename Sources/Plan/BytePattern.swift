/// A pattern of one value: `9` a digit, `A` a capital letter, a final `*` the rest, else the byte itself.
package struct BytePattern: Sendable, Hashable {
    private let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    package func matches(_ value: Span<UInt8>) -> Bool {
        for (index, expected) in bytes.enumerated() {
            if expected == UInt8(ascii: "*"), index == bytes.count - 1 { return true }
            guard index < value.count else { return false }
            let found = value[index]
            switch expected {
            case UInt8(ascii: "9"):
                guard found >= 0x30, found <= 0x39 else { return false }
            case UInt8(ascii: "A"):
                guard found >= 0x41, found <= 0x5A else { return false }
            default:
                guard found == expected else { return false }
            }
        }
        return value.count == bytes.count
    }
}
