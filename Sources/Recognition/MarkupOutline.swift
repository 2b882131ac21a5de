internal import Markup

/// Walks a document and keeps which elements repeat and what texts are below them.
final class MarkupOutline: MarkupHandler {
    struct Record {
        let path: String
        let count: Int
        let fields: [Field]
        let hasRepeats: Bool
    }

    struct Field {
        let path: String
        let values: [String]
    }

    private struct Open {
        let path: String
        var text: [UInt8] = []
        var hasChildren = false
        var children: [String: Int] = [:]
    }

    /// Leaves looked at, elements and attributes together.
    private static let mostLeaves = 200_000

    private var stack: [Open] = []
    /// Elements by path, and the most of one path below one parent.
    private var counts: [String: Int] = [:]
    private var most: [String: Int] = [:]
    private var order: [String] = []
    private var leaves: [String: [String]] = [:]
    private var leafOrder: [String] = []
    private var leafCount = 0

    var isDone: Bool { leafCount >= Self.mostLeaves }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        let path = (stack.last?.path ?? "") + "/" + name
        if !stack.isEmpty {
            stack[stack.count - 1].hasChildren = true
            stack[stack.count - 1].children[path, default: 0] += 1
            let count = stack[stack.count - 1].children[path, default: 0]
            most[path] = max(most[path] ?? 0, count)
        }
        if counts[path] == nil { order.append(path) }
        counts[path, default: 0] += 1
        stack.append(Open(path: path))
        for attribute in attributes { keep(path + "/@" + attribute.name, attribute.value) }
    }

    func endElement(_ name: String, isWritten: Bool) {
        guard let element = stack.popLast() else { return }
        if !element.hasChildren {
            keep(element.path, String(decoding: element.text, as: UTF8.self))
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard !stack.isEmpty, stack[stack.count - 1].text.count < 4_096 else { return }
        for place in bytes.indices { stack[stack.count - 1].text.append(bytes[place]) }
    }

    private func keep(_ path: String, _ value: String) {
        if leaves[path] == nil { leafOrder.append(path) }
        leaves[path, default: []].append(value)
        leafCount += 1
    }

    /// The outermost element that repeats; where none does, the one just below the root.
    ///
    /// Repeating elements of one name below differently named parents are one record, `*` in its path.
    var record: Record? {
        let depth: (String) -> Int = { $0.split(separator: "/").count }
        let repeating = order.filter { most[$0, default: 0] > 1 }
        let candidates = repeating.isEmpty ? order.filter { depth($0) == 2 } : repeating
        guard let least = candidates.map(depth).min() else { return nil }
        let outer = candidates.filter { depth($0) == least }
        guard let first = outer.first, let name = first.split(separator: "/").last else {
            return nil
        }
        let same = outer.filter { $0.split(separator: "/").last == name }
        let path = Self.merged(same)
        var fields: [Field] = []
        var places: [String: Int] = [:]
        for leaf in leafOrder {
            guard let base = same.first(where: { leaf.hasPrefix($0 + "/") || leaf == $0 }) else {
                continue
            }
            let field = leaf == base ? "." : String(leaf.dropFirst(base.count + 1))
            if let place = places[field] {
                fields[place] = Field(
                    path: field, values: fields[place].values + (leaves[leaf] ?? []))
            } else {
                places[field] = fields.count
                fields.append(Field(path: field, values: leaves[leaf] ?? []))
            }
        }
        if fields.count > 1 { fields.removeAll { $0.path == "." } }
        guard !fields.isEmpty else { return nil }
        let hasRepeats = repeating.contains { path in
            same.contains { path.hasPrefix($0 + "/") }
        }
        return Record(
            path: path, count: same.map { counts[$0] ?? 0 }.reduce(0, +), fields: fields,
            hasRepeats: hasRepeats)
    }

    private static func merged(_ paths: [String]) -> String {
        let parts = paths.map { $0.split(separator: "/").map(String.init) }
        guard let first = parts.first else { return "/" }
        return first.indices.map { place in
            parts.allSatisfy { $0[place] == first[place] } ? "/" + first[place] : "/*"
        }.joined()
    }
}
