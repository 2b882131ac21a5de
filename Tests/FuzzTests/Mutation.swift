import TestSupport

/// What libFuzzer does to an input, less cleverly and the same on every machine.
enum Mutation {
    private static let dictionary = [
        "\"", "\"\"", "\r\n", "\r", "\n\n", ",", ";", "\u{FEFF}", "<![CDATA[", "]]>", "<!--",
        "&#x10FFFF;", "&amp;",
        "</", "/>", "999999999999999999", "-1", "1e999", "\u{0}", "#= ", ": ", "- ", "&a ", "*a",
        "?",
    ].map { Array($0.utf8) }

    static func of(_ seed: [UInt8], _ other: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = seed
        for _ in 0...Int.random(in: 0...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 0...20, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where place < bytes.count:
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes.insert(.random(in: 0...255, using: &random), at: place)
            case 4: bytes = Array(bytes[..<place] + other.dropFirst(place))
            default:
                bytes.insert(
                    contentsOf: dictionary.randomElement(using: &random) ?? [], at: place)
            }
        }
        return bytes
    }
}
