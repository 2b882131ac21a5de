internal import Markup

/// Text that stands in several runs, of which only some count.
struct TextCollector {
    private(set) var bytes: [UInt8] = []
    private let limit: Int
    private(set) var isTooLong = false

    init(limit: Int) { self.limit = limit }

    mutating func begin() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ more: Span<UInt8>) {
        guard more.count <= limit - bytes.count else {
            isTooLong = true
            return
        }
        for place in more.indices { bytes.append(more[place]) }
    }

    /// The text with `_x000D_` and its like undone: what XML cannot write, workbooks write so.
    var unescaped: [UInt8] {
        guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
        var plain: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if let scalar = escape(at: place) {
                plain.append(contentsOf: String(Character(scalar)).utf8)
                place += 7
            } else {
                plain.append(bytes[place])
                place += 1
            }
        }
        return plain
    }

    private func escape(at place: Int) -> Unicode.Scalar? {
        guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
            bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_"),
            let value = UInt32(
                String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
        else { return nil }
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
