internal import Markup

/// The elements of a document that nobody described: which of them are records, and what those hold.
final class XMLShape: MarkupHandler {
    /// Different elements of a document, beyond which nothing is learned.
    private static let mostElements = 10_000

    /// All elements of one path from the root.
    private struct Element {
        let path: [String]
        let parent: Int
        var count = 0
        /// Of its elements, most in one and the same parent.
        var mostInParent = 0
        var hasChildren = false
        /// Names of attributes, in the order in which they were first met.
        var attributes: [String] = []
        var hasText = false
        /// Whether one was there with neither text nor children.
        var isEverLeaf = false
    }

    private struct Open {
        let element: Int
        var hasChildren = false
        /// Children so far by element.
        var children: [Int: Int] = [:]
    }

    private var elements: [Element] = []
    private var numbers: [[String]: Int] = [:]
    private var open: [Open] = []
    private(set) var isTooVaried = false

    var isDone: Bool { isTooVaried }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        let parent = open.last?.element ?? -1
        let path = (parent < 0 ? [] : elements[parent].path) + [name]
        let number: Int
        if let known = numbers[path] {
            number = known
        } else {
            guard elements.count < Self.mostElements else {
                isTooVaried = true
                return
            }
            number = elements.count
            numbers[path] = number
            elements.append(Element(path: path, parent: parent))
        }
        elements[number].count += 1
        for attribute in attributes where !elements[number].attributes.contains(attribute.name) {
            elements[number].attributes.append(attribute.name)
        }
        if let last = open.indices.last {
            elements[parent].hasChildren = true
            open[last].hasChildren = true
            open[last].children[number, default: 0] += 1
            elements[number].mostInParent = max(
                elements[number].mostInParent, open[last].children[number] ?? 0)
        }
        open.append(Open(element: number))
    }

    func endElement(_ name: String, isWritten: Bool) {
        guard let ended = open.popLast() else { return }
        if !ended.hasChildren { elements[ended.element].isEverLeaf = true }
    }

    func text(_ bytes: Span<UInt8>) {
        guard let element = open.last?.element, !elements[element].hasText else { return }
        for index in bytes.indices where bytes[index] > 0x20 { elements[element].hasText = true }
    }

    /// Elements with children or attributes that stand several times in one parent: each a kind of record.
    var candidates: [(path: String, count: Int)] {
        elements.filter { $0.mostInParent > 1 && ($0.hasChildren || !$0.attributes.isEmpty) }
            .map { (path: "/" + $0.path.joined(separator: "/"), count: $0.count) }
    }

    /// How many elements a path from the root names; `*` stands for one level of any name.
    func count(of record: String) -> Int {
        matches(record).reduce(0) { $0 + elements[$1].count }
    }

    /// What the records hold, as paths relative to them, in the order in which it was first met.
    func fields(of record: String) -> [String] {
        var fields: [String] = []
        for root in matches(record) {
            let depth = elements[root].path.count
            for element in elements where element.path.starts(with: elements[root].path) {
                let path = element.path.dropFirst(depth).joined(separator: "/")
                let found =
                    element.attributes.map { path.isEmpty ? "@\($0)" : "\(path)/@\($0)" }
                    + (element.hasText || element.isEverLeaf && !path.isEmpty
                        ? [path.isEmpty ? "." : path] : [])
                for field in found where !fields.contains(field) { fields.append(field) }
            }
        }
        return fields
    }

    private func matches(_ record: String) -> [Int] {
        let names = record.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        return elements.indices.filter { number in
            elements[number].path.count == names.count
                && zip(elements[number].path, names).allSatisfy { $1 == "*" || $0 == $1 }
        }
    }
}
