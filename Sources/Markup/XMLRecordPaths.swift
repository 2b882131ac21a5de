/// Which elements are records and what is taken from each, compiled to a small tree of names.
///
/// Names are local: prefixes, in the paths as in the document, do not count. Fields that share
/// a path share one slot, so that the document is searched once.
package struct XMLRecordPaths: Sendable {
    /// Fields per record, those without a path included.
    package let fieldCount: Int
    /// Fields that have a path.
    package let pathCount: Int
    /// Names from the root to the record, offsets into `names`; -1 stands for any name.
    let recordNames: [Int]
    /// The tree; element 0 is the record itself. Flat, for the loop over a document's elements.
    let nodes: [Node]
    let edges: [Edge]
    /// For each field, the slot that receives its text, or -1.
    let slots: [Int]
    let slotCount: Int
    /// All names, each ended by NUL.
    let names: [UInt8]

    /// Compiles the paths.
    ///
    /// - Parameters:
    ///   - record: From the root, `/capaian/baris`; `*` stands for one level of any name.
    ///   - fields: Relative to the record: `kode`, `a/b`, `@nip`, `a/@id`, or `.` for the
    ///     record's own text; `nil` for a field that no document has, which keeps its place.
    /// - Throws: ``XMLPathFailure`` for the first path that is none of these.
    package init(record: String, fields: [String?]) throws(XMLPathFailure) {
        var builder = Builder()
        recordNames = try builder.readRecord(record)
        var slots: [Int] = []
        for field in fields {
            guard let field else {
                slots.append(-1)
                continue
            }
            slots.append(try builder.addField(field))
        }
        self.slots = slots
        fieldCount = fields.count
        pathCount = slots.count { $0 >= 0 }
        slotCount = builder.slotCount
        var edges: [Edge] = []
        nodes = builder.branches.map { branch in
            let children = edges.count..<edges.count + branch.children.count
            let attributes = children.upperBound..<children.upperBound + branch.attributes.count
            edges += branch.children + branch.attributes
            return Node(textSlot: branch.textSlot, children: children, attributes: attributes)
        }
        self.edges = edges
        names = builder.names
    }

    /// An element on the way to a field.
    struct Node: Sendable {
        /// What receives its own text, or -1.
        let textSlot: Int
        /// Places in `edges`.
        let children: Range<Int>
        let attributes: Range<Int>
    }

    /// A name and where it leads.
    struct Edge: Sendable {
        /// Offset into `names`.
        let name: Int
        /// A node for a child, a slot for an attribute.
        let target: Int
    }

    /// A node while its children are still being found.
    private struct Branch {
        var textSlot = -1
        var children: [Edge] = []
        var attributes: [Edge] = []
    }

    private struct Builder {
        var branches = [Branch()]
        var names: [UInt8] = []
        var slotCount = 0

        mutating func readRecord(_ path: String) throws(XMLPathFailure) -> [Int] {
            let failure = XMLPathFailure(path: path, expected: "of the form '/laporan/baris'")
            guard path.hasPrefix("/") else { throw failure }
            var offsets: [Int] = []
            for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
                if part == "*" {
                    offsets.append(-1)
                } else if let name = Self.localName(part) {
                    offsets.append(intern(name))
                } else {
                    throw failure
                }
            }
            return offsets
        }

        mutating func addField(_ path: String) throws(XMLPathFailure) -> Int {
            let failure = XMLPathFailure(
                path: path, expected: "of the form 'name', 'a/b', '@name', 'a/@name' or '.'")
            if path == "." { return textSlot(of: 0) }
            var node = 0
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            for (place, part) in parts.enumerated() {
                if place == parts.count - 1, part.hasPrefix("@") {
                    guard let name = Self.localName(part.dropFirst()) else { throw failure }
                    return attributeSlot(of: node, name: name)
                }
                guard let name = Self.localName(part) else { throw failure }
                node = child(of: node, name: name)
            }
            return textSlot(of: node)
        }

        private mutating func textSlot(of node: Int) -> Int {
            if branches[node].textSlot < 0 { branches[node].textSlot = newSlot() }
            return branches[node].textSlot
        }

        private mutating func attributeSlot(of node: Int, name: [UInt8]) -> Int {
            if let edge = branches[node].attributes.first(where: { isName(name, at: $0.name) }) {
                return edge.target
            }
            let slot = newSlot()
            branches[node].attributes.append(Edge(name: intern(name), target: slot))
            return slot
        }

        private mutating func child(of node: Int, name: [UInt8]) -> Int {
            if let edge = branches[node].children.first(where: { isName(name, at: $0.name) }) {
                return edge.target
            }
            branches.append(Branch())
            branches[node].children.append(Edge(name: intern(name), target: branches.count - 1))
            return branches.count - 1
        }

        private mutating func newSlot() -> Int {
            slotCount += 1
            return slotCount - 1
        }

        private mutating func intern(_ name: [UInt8]) -> Int {
            defer { names += name + [0] }
            return names.count
        }

        private func isName(_ name: [UInt8], at offset: Int) -> Bool {
            names[offset...].starts(with: name + [0])
        }

        /// The name without its prefix, or `nil` when it could not be one of XML.
        private static func localName(_ text: Substring) -> [UInt8]? {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2, parts.allSatisfy(isName), let last = parts.last else {
                return nil
            }
            return Array(last.utf8)
        }

        private static func isName(_ text: Substring) -> Bool {
            guard let first = text.utf8.first else { return false }
            let isBeginning = isLetter(first) || first == UInt8(ascii: "_")
            return isBeginning
                && text.utf8.allSatisfy {
                    isLetter($0) || (0x30...0x39).contains($0) || "_-.".utf8.contains($0)
                }
        }

        /// ASCII letters, and any byte of a character beyond ASCII.
        private static func isLetter(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
        }
    }
}
