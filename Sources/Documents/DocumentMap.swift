package import Diagnostics

/// Reads one map key by key, remembers which keys were asked for, and reports what is wrong with each.
///
/// Problems are collected and not thrown, so that a user sees all faults of a definition at once.
package struct DocumentMap {
    /// Unknown keys of one map that are reported each by itself.
    private static let mostUnknown = 50

    package let place: SourceLocation
    /// What this map is, for messages: `the source 'pegawai'`.
    package let name: String
    private let entries: [DocumentNode.Entry]
    private var asked: [String] = []

    /// - Returns: `nil`, with a problem reported, when `node` is not a map.
    package init?(_ node: DocumentNode, name: String, problems: inout [Diagnostic]) {
        guard let entries = node.entries else {
            problems.append(
                Diagnostic(
                    .wrongType, at: node.place, "\(name) is \(node.kindName), expected a map",
                    hint: "write 'key: value' lines"))
            return nil
        }
        self.entries = entries
        self.name = name
        self.place = node.place
    }

    /// The value of `key`; a null counts as absent.
    package mutating func optional(_ key: String) -> DocumentNode? {
        asked.append(key)
        return entries.first { $0.key == key && !$0.value.isNull }?.value
    }

    package mutating func required(
        _ key: String, problems: inout [Diagnostic]
    ) -> DocumentNode? {
        if let value = optional(key) { return value }
        problems.append(
            Diagnostic(.missingKey, at: place, "\(name) has no '\(key)', which is required"))
        return nil
    }

    /// Keys that nobody asked for are faults, with the nearest known key as a hint; of very many the first.
    package func finish(problems: inout [Diagnostic]) {
        let unknown = entries.filter { !asked.contains($0.key) }
        let known = asked.sorted().joined(separator: ", ")
        for entry in unknown.prefix(Self.mostUnknown) {
            let near = Similarity.nearest(to: entry.key, among: asked)
            problems.append(
                Diagnostic(
                    .unknownKey, at: entry.keyPlace,
                    "unknown key '\(entry.key)' in \(name), expected one of: \(known)",
                    hint: near.map { "did you mean '\($0)'?" }))
        }
        let others = unknown.dropFirst(Self.mostUnknown)
        if let first = others.first {
            problems.append(
                Diagnostic(
                    .unknownKey, at: first.keyPlace,
                    "\(name) has \(others.count) more unknown keys, expected one of: \(known)"))
        }
    }
}
