internal import CLibXML2
internal import Glibc

/// The paths of a document's records as the events walk them, with what they remember of their way.
///
/// libxml2 keeps each name of a document once, at one address, for as long as the parser lives.
/// So a name is compared byte by byte only until it has been met; then its address says it all.
@safe
struct NameTree: ~Copyable {
    /// An element on the way to a field.
    struct Node {
        /// The slot that receives its own text, or -1.
        let textSlot: Int32
        /// Places of edges.
        let firstChild: Int32
        let firstAttribute: Int32
        let end: Int32
        /// Where the search for the next child begins: children mostly come in the same order in
        /// every record.
        var hint: Int32
        /// Number of the record in which it was last met.
        var lastMet = 0

        var hasAttributes: Bool { end > firstAttribute }
    }

    /// A name and where it leads.
    @safe
    struct Edge {
        /// Ended by NUL; `nil` stands for any name.
        let name: UnsafePointer<CChar>?
        let nameBytes: Int
        /// A node for a child, a slot for an attribute.
        let target: Int
        /// Where the parser keeps the name, once it has met it.
        var known: UnsafePointer<xmlChar>?
    }

    /// Element 0 is the record itself.
    let nodes: UnsafeMutablePointer<Node>
    let edges: UnsafeMutablePointer<Edge>
    /// Elements from the root to the record.
    let recordDepth: Int

    private let names: UnsafeMutablePointer<CChar>
    /// Of the names from the root to the record.
    private let recordEdges: UnsafeMutablePointer<Edge>

    init(_ paths: XMLRecordPaths) {
        let names = UnsafeMutablePointer<CChar>.allocate(capacity: paths.names.count + 1)
        for (place, byte) in paths.names.enumerated() {
            unsafe names[place] = CChar(bitPattern: byte)
        }
        unsafe self.names = unsafe names
        func edge(_ offset: Int, _ target: Int) -> Edge {
            guard offset >= 0 else { return unsafe Edge(name: nil, nameBytes: 0, target: target) }
            return unsafe Edge(
                name: names + offset, nameBytes: strlen(names + offset), target: target)
        }
        recordDepth = paths.recordNames.count
        unsafe recordEdges = .allocate(capacity: recordDepth + 1)
        for (place, offset) in paths.recordNames.enumerated() {
            unsafe (recordEdges + place).initialize(to: edge(offset, place))
        }
        unsafe edges = .allocate(capacity: paths.edges.count + 1)
        for (place, found) in paths.edges.enumerated() {
            unsafe (edges + place).initialize(to: edge(found.name, found.target))
        }
        unsafe nodes = .allocate(capacity: paths.nodes.count)
        for (place, node) in paths.nodes.enumerated() {
            let firstChild = Int32(node.children.lowerBound)
            unsafe (nodes + place).initialize(
                to: Node(
                    textSlot: Int32(node.textSlot), firstChild: firstChild,
                    firstAttribute: Int32(node.attributes.lowerBound),
                    end: Int32(node.attributes.upperBound), hint: firstChild))
        }
    }

    deinit {
        unsafe nodes.deallocate()
        unsafe edges.deallocate()
        unsafe recordEdges.deallocate()
        unsafe names.deallocate()
    }

    /// Whether a name is that of an edge.
    @inline(__always)
    func isName(_ name: UnsafePointer<xmlChar>, of edge: UnsafeMutablePointer<Edge>) -> Bool {
        if let known = unsafe edge.pointee.known { return unsafe known == name }
        return unsafe learn(name, of: edge)
    }

    /// Whether the name of an element may stand at a depth, the root's being 1, above a record.
    ///
    /// - Returns: Bytes of the name that the path asks for, 0 for any; `nil` where it is another.
    func recordName(_ name: UnsafePointer<xmlChar>, at depth: Int) -> Int? {
        guard depth <= recordDepth else { return nil }
        let edge = unsafe recordEdges + (depth - 1)
        return unsafe isName(name, of: edge) ? unsafe edge.pointee.nameBytes : nil
    }

    /// The edge from a node to its child of this name.
    @inline(__always)
    func child(
        of node: Int, named name: UnsafePointer<xmlChar>
    ) -> UnsafeMutablePointer<Edge>? {
        let outer = unsafe nodes + node
        let hint = unsafe Int(outer.pointee.hint)
        if unsafe hint < Int(outer.pointee.firstAttribute), unsafe isName(name, of: edges + hint) {
            unsafe outer.pointee.hint &+= 1
            return unsafe edges + hint
        }
        return unsafe search(outer, name)
    }

    private func search(
        _ outer: UnsafeMutablePointer<Node>, _ name: UnsafePointer<xmlChar>
    ) -> UnsafeMutablePointer<Edge>? {
        let children = unsafe outer.pointee.firstChild..<outer.pointee.firstAttribute
        for place in children where unsafe isName(name, of: edges + Int(place)) {
            unsafe outer.pointee.hint = place + 1
            return unsafe edges + Int(place)
        }
        return nil
    }

    private func learn(
        _ name: UnsafePointer<xmlChar>, of edge: UnsafeMutablePointer<Edge>
    ) -> Bool {
        guard let wanted = unsafe edge.pointee.name else { return true }
        guard unsafe strcmp(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), wanted) == 0
        else { return false }
        unsafe edge.pointee.known = unsafe name
        return true
    }
}
