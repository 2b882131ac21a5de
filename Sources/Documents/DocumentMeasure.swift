internal import Diagnostics
internal import Yams

/// How much a document stands for, found without repeating anything.
///
/// In a copy of the text every `*` is another sign, so that `*name` is a text like others wherever it repeats: the
/// parser then composes as much as is written, and what each name stands for is added up here. A key that is a list,
/// a map or a repetition is refused: the parser compares keys with all they stand for, and none of ours is one.
struct DocumentMeasure {
    /// Texts, lists and maps, repeated ones each time.
    private static let mostNodes = 100_000
    /// Lists and maps inside one another, through repetitions too.
    private static let mostLevels = 200
    /// Of a private area of Unicode, as wide as one column.
    private static let sign: Unicode.Scalar = "\u{E000}"

    private struct Extent {
        var nodes = 1
        var levels = 1
    }

    private let file: String
    private var named: [String: Extent] = [:]

    init(file: String) { self.file = file }

    static func withoutRepetitions(_ text: String) -> String { replace("*", by: sign, in: text) }

    /// `text` of the copy as it is written in the document.
    static func written(_ text: String) -> String { replace(sign, by: "*", in: text) }

    private static func replace(
        _ old: Unicode.Scalar, by new: Unicode.Scalar, in text: String
    ) -> String {
        var copy = String.UnicodeScalarView()
        copy.append(contentsOf: text.unicodeScalars.lazy.map { $0 == old ? new : $0 })
        return String(copy)
    }

    /// - Throws: ``RunFailure`` of kind `definition` at the first node that is more than a document may be.
    mutating func measure(_ root: Node) throws(RunFailure) {
        _ = try extent(of: root, level: 1)
    }

    private mutating func extent(of node: Node, level: Int) throws(RunFailure) -> Extent {
        var extent = Extent()
        switch node {
        case .scalar(let scalar):
            if let name = try repeated(scalar, node) { extent = named[name] ?? extent }
        case .sequence(let sequence):
            for item in sequence { try add(item, to: &extent, level) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard let scalar = key.scalar, try repeated(scalar, key) == nil else {
                    throw failure(
                        key, "a key is a list, a map or a repetition, expected a text",
                        hint: "write 'key: value'")
                }
                try add(value, to: &extent, level)
            }
        case .alias:
            break
        }
        guard extent.nodes <= Self.mostNodes else {
            throw failure(
                node, "the document stands for more than \(Self.mostNodes) values",
                hint: "do not repeat by '*name' what itself repeats")
        }
        guard level + extent.levels - 1 <= Self.mostLevels else {
            throw failure(
                node, "more than \(Self.mostLevels) lists and maps stand inside one another",
                hint: "do not repeat by '*name' what itself repeats")
        }
        if let anchor = node.anchor { named[anchor.rawValue] = extent }
        return extent
    }

    private mutating func add(
        _ part: Node, to extent: inout Extent, _ level: Int
    ) throws(RunFailure) {
        let inner = try self.extent(of: part, level: level + 1)
        extent.nodes += inner.nodes
        extent.levels = max(extent.levels, inner.levels + 1)
    }

    /// The name that a plain text repeats; what else begins with `*` is no YAML, or means more than it shows.
    private func repeated(
        _ scalar: Node.Scalar, _ node: Node
    ) throws(RunFailure) -> String? {
        guard scalar.style == .plain, scalar.string.unicodeScalars.first == Self.sign else {
            return nil
        }
        let name = scalar.string.unicodeScalars.dropFirst()
        guard !name.isEmpty, name.allSatisfy(Self.isOfName) else {
            throw failure(
                node, "'\(Self.written(scalar.string))' begins like a repetition, which is '*name'",
                hint: "put a text that begins with '*' in quotes")
        }
        return String(String.UnicodeScalarView(name))
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
    }

    private func failure(_ node: Node, _ message: String, hint: String) -> RunFailure {
        RunFailure(
            .definition,
            Diagnostic(.yamlSyntax, at: node.place(in: file), message, hint: hint))
    }
}
