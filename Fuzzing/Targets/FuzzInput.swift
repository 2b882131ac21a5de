/// The bytes of one input: first those that choose how to read, one each, then those that are read.
struct FuzzInput {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next byte; 0 where there is none.
    mutating func byte() -> Int {
        guard place < bytes.count else { return 0 }
        place += 1
        return Int(bytes[place - 1])
    }

    /// One of several, by the next byte.
    mutating func choose<Choice>(_ choices: [Choice]) -> Choice {
        choices[byte() % choices.count]
    }

    /// What is not yet taken.
    var rest: [UInt8] { Array(bytes[place...]) }

    /// Texts divided by lines `#= name`: the first stands before any of them.
    static func files(_ bytes: [UInt8]) -> (first: String, others: [String: String]) {
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "#= ", omittingEmptySubsequences: false)
        var others: [String: String] = [:]
        for part in parts.dropFirst() {
            let name = part.prefix { $0 != "\n" }
            others[String(name)] = String(part.dropFirst(name.count + 1))
        }
        return (parts.first.map(String.init) ?? "", others)
    }
}
