internal import CLibXML2
internal import Glibc

/// What the parser's events are turned into records with.
///
/// It lives at one address on the heap, which libxml2 hands back with every event; the events
/// call its methods and nothing else runs meanwhile. No event allocates, arrays that grow aside.
@safe
struct RecordExtraction: ~Copyable {
    let paths: XMLRecordPaths
    let limits: XMLLimits
    /// Of the document; libxml2's own count of bytes is what leads into it.
    var window = XMLWindow()
    /// The first thing that went wrong; no event counts after it.
    private(set) var failure: XMLFailure?
    /// Whether the root element has been closed.
    private(set) var isPastRoot = false
    /// Elements now open.
    private(set) var depth = 0

    private var parser: xmlParserCtxtPtr?
    private let names: UnsafeMutablePointer<CChar>
    private var records = XMLRecords()
    /// Bytes of `records.text` that belong to complete records.
    private var completeText = 0
    /// Leading elements of the open ones that match the record's path so far.
    private var matchedDepth = 0
    /// Whether a record is open.
    private var isInRecord = false
    /// The node of each open element from the record down, -1 for those on no path.
    private var openNodes: [Int]
    /// The slot that takes text now, or -1.
    private var openSlot = -1
    /// For each node, the place in `edges` where the search for the next child begins: children
    /// mostly come in the same order in every record.
    private var hints: [Int]
    /// For each node, the number of the record in which it was last met.
    private var lastMet: [Int]
    private var recordNumber = 0
    private var current: [XMLField]
    private var row = XMLRow(line: 1, column: 1, unknownFields: 0, repeatedFields: 0)
    private var childCount = 0

    init(paths: XMLRecordPaths, limits: XMLLimits) {
        self.paths = paths
        self.limits = limits
        unsafe names = .allocate(capacity: paths.names.count + 1)
        for (place, byte) in paths.names.enumerated() {
            unsafe names[place] = CChar(bitPattern: byte)
        }
        openNodes = Array(repeating: -1, count: limits.depth + 1)
        hints = paths.nodes.map(\.children.lowerBound)
        lastMet = Array(repeating: 0, count: paths.nodes.count)
        current = Array(
            repeating: XMLField(offset: 0, length: 0, present: false, line: 1, column: 1),
            count: paths.slotCount)
    }

    deinit {
        unsafe names.deallocate()
    }

    /// Tells which parser's events these will be.
    mutating func attach(_ parser: xmlParserCtxtPtr) {
        unsafe self.parser = unsafe parser
    }

    /// Bytes of the document that the parser has read.
    var parsedOffset: Int { unsafe Int(xmlByteConsumed(parser)) }

    /// Hands over the complete records and keeps what there is of an open one.
    mutating func take() -> XMLRecords {
        var taken = XMLRecords()
        swap(&taken, &records)
        if completeText < taken.text.count {
            records.text = Array(taken.text[completeText...])
            taken.text.removeLast(taken.text.count - completeText)
        }
        for slot in current.indices { current[slot].offset -= completeText }
        completeText = 0
        return taken
    }

    // MARK: Events

    /// A start tag with its attributes, five pointers to each: name, prefix, namespace, and the
    /// first byte of the value and the byte behind its last.
    mutating func startElement(
        _ name: UnsafePointer<xmlChar>?, _ attributeCount: Int32,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard failure == nil, let name = unsafe name else { return }
        depth += 1
        guard depth <= limits.depth else {
            return fail(.depth, "more than \(limits.depth) elements inside one another")
        }
        let attributes = unsafe UnsafeBufferPointer(
            start: attributes, count: attributes == nil ? 0 : Int(attributeCount) * 5)
        guard unsafe checkAttributes(attributes) else { return }
        if isInRecord {
            unsafe startBelowRecord(name, attributes)
        } else if matchedDepth == depth - 1, depth <= paths.recordNames.count,
            unsafe isName(name, paths.recordNames[depth - 1])
        {
            matchedDepth = depth
            if depth == paths.recordNames.count { unsafe startRecord(attributes) }
        }
    }

    /// The end of the innermost open element.
    mutating func endElement() {
        guard failure == nil else { return }
        if isInRecord {
            let level = depth - paths.recordNames.count
            if level == 0 {
                endRecord()
            } else {
                let outer = openNodes[level - 1]
                openSlot = outer < 0 ? -1 : paths.nodes[outer].textSlot
            }
        }
        depth -= 1
        matchedDepth = min(matchedDepth, depth)
        if depth == 0 { isPastRoot = true }
    }

    /// Text, or a part of it, with its references resolved.
    mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard openSlot >= 0, failure == nil, let text = unsafe text else { return }
        unsafe append(UnsafeBufferPointer(start: text, count: Int(count)), to: openSlot)
    }

    /// A DOCTYPE, before anything that it says has been looked at.
    mutating func documentType() {
        let place = window.position(ofTagAt: parsedOffset)
        fail(.doctype, at: place)
    }

    /// Something that libxml2 has to say.
    mutating func report(_ error: xmlErrorPtr?) {
        guard failure == nil, let error = unsafe error?.pointee else { return }
        // An undeclared prefix is none of our business, nor is a warning.
        guard unsafe error.level == XML_ERR_FATAL,
            unsafe error.domain != Int32(XML_FROM_NAMESPACE.rawValue)
        else { return }
        let code = unsafe UInt32(bitPattern: error.code)
        let kind: XMLFailure.Kind =
            switch code {
            case XML_ERR_NO_MEMORY.rawValue: .outOfMemory
            case XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue,
                XML_ERR_UNSUPPORTED_ENCODING.rawValue:
                .encoding
            default: .malformed
            }
        let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
        fail(kind, message.split(separator: "\n").first.map(String.init) ?? "")
    }

    /// Stops everything, at a place or where the parser is.
    mutating func fail(_ kind: XMLFailure.Kind, _ detail: String = "", at place: XMLPosition? = nil)
    {
        guard failure == nil else { return }
        let place = place ?? window.position(at: parsedOffset)
        failure = XMLFailure(
            kind: kind, line: place.line, column: place.column, detail: detail)
        unsafe xmlStopParser(parser)
    }

    // MARK: Records

    private mutating func startRecord(
        _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        let place = window.position(ofTagAt: parsedOffset)
        isInRecord = true
        recordNumber += 1
        childCount = 0
        row = XMLRow(
            line: UInt32(clamping: place.line), column: UInt32(clamping: place.column),
            unknownFields: 0, repeatedFields: 0)
        let absent = XMLField(
            offset: records.text.count, length: 0, present: false, line: row.line,
            column: row.column)
        for slot in current.indices { current[slot] = absent }
        unsafe enter(0, level: 0, row.line, row.column, attributes)
    }

    private mutating func startBelowRecord(
        _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        let level = depth - paths.recordNames.count
        if level == 1 {
            childCount += 1
            guard childCount <= limits.fieldsPerRecord else {
                return fail(.tooManyFields, "more than \(limits.fieldsPerRecord) in a record")
            }
        }
        openSlot = -1
        openNodes[level] = -1
        let outer = openNodes[level - 1]
        guard outer >= 0 else { return }
        guard let node = unsafe child(of: outer, named: name) else {
            row.unknownFields = Self.increased(row.unknownFields)
            if level > 1, paths.nodes[outer].textSlot >= 0 {
                // An element inside a field would cut the field's text in two: half a number is another number.
                row.repeatedFields = Self.increased(row.repeatedFields)
            }
            return
        }
        guard lastMet[node] != recordNumber else {
            row.repeatedFields = Self.increased(row.repeatedFields)
            return
        }
        let place = window.position(ofTagAt: parsedOffset)
        unsafe enter(
            node, level: level, UInt32(clamping: place.line), UInt32(clamping: place.column),
            attributes)
    }

    /// Opens an element that is on a path.
    private mutating func enter(
        _ node: Int, level: Int, _ line: UInt32, _ column: UInt32,
        _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        openNodes[level] = node
        lastMet[node] = recordNumber
        let entered = paths.nodes[node]
        hints[node] = entered.children.lowerBound
        openSlot = entered.textSlot
        if openSlot >= 0 { open(openSlot, line, column) }
        for edge in entered.attributes {
            for start in stride(from: 0, to: attributes.count, by: 5) {
                guard let name = unsafe attributes[start],
                    unsafe isName(name, paths.edges[edge].name),
                    let value = unsafe attributes[start + 3],
                    let end = unsafe attributes[start + 4]
                else { continue }
                let slot = paths.edges[edge].target
                if current[slot].present {
                    // The same local name with another prefix.
                    row.repeatedFields = Self.increased(row.repeatedFields)
                    continue
                }
                open(slot, line, column)
                unsafe appendAttribute(UnsafeBufferPointer(start: value, count: end - value), slot)
            }
        }
    }

    private mutating func endRecord() {
        for slot in paths.slots { records.fields.append(current[slot]) }
        records.rows.append(row)
        completeText = records.text.count
        isInRecord = false
        openSlot = -1
    }

    private mutating func open(_ slot: Int, _ line: UInt32, _ column: UInt32) {
        current[slot] = XMLField(
            offset: records.text.count, length: 0, present: true, line: line, column: column)
    }

    // MARK: Text

    /// Libxml2 leaves every `&` of an attribute's value as `&#38;`, for a second reading that
    /// never comes here.
    private mutating func appendAttribute(_ value: UnsafeBufferPointer<xmlChar>, _ slot: Int) {
        let reference: StaticString = "&#38;"
        var rest = unsafe value[...]
        while let ampersand = unsafe rest.firstIndex(of: UInt8(ascii: "&")) {
            unsafe append(UnsafeBufferPointer(rebasing: rest[...ampersand]), to: slot)
            let isReference = unsafe rest[ampersand...].starts(
                with: UnsafeBufferPointer(start: reference.utf8Start, count: 5))
            unsafe rest = unsafe rest[(ampersand + (isReference ? 5 : 1))...]
        }
        unsafe append(UnsafeBufferPointer(rebasing: rest), to: slot)
    }

    private mutating func append(_ text: UnsafeBufferPointer<xmlChar>, to slot: Int) {
        let field = current[slot]
        guard field.length + text.count <= limits.fieldBytes else {
            let place = XMLPosition(line: Int(field.line), column: Int(field.column))
            return fail(.fieldTooLong, "more than \(limits.fieldBytes) bytes", at: place)
        }
        if field.offset + field.length != records.text.count {
            // Another field came between two parts of this one: bring it to the end, whole.
            let part = records.text[field.offset..<field.offset + field.length]
            current[slot].offset = records.text.count
            records.text.append(contentsOf: Array(part))
        }
        unsafe records.text.append(contentsOf: text)
        current[slot].length += text.count
    }

    // MARK: Names

    private func isName(_ name: UnsafePointer<xmlChar>, _ offset: Int) -> Bool {
        guard offset >= 0 else { return true }
        return unsafe strcmp(
            UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), names + offset)
            == 0
    }

    private mutating func child(of node: Int, named name: UnsafePointer<xmlChar>) -> Int? {
        let children = paths.nodes[node].children
        var place = hints[node]
        for _ in children {
            if place >= children.upperBound { place = children.lowerBound }
            if unsafe isName(name, paths.edges[place].name) {
                hints[node] = place + 1
                return paths.edges[place].target
            }
            place += 1
        }
        return nil
    }

    private mutating func checkAttributes(
        _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) -> Bool {
        for start in stride(from: 0, to: attributes.count, by: 5) {
            guard let value = unsafe attributes[start + 3], let end = unsafe attributes[start + 4],
                unsafe end - value > limits.attributeBytes
            else { continue }
            let place = window.position(ofTagAt: parsedOffset)
            fail(
                .fieldTooLong, "an attribute of more than \(limits.attributeBytes) bytes", at: place
            )
            return false
        }
        return true
    }

    private static func increased(_ count: UInt16) -> UInt16 {
        count == .max ? count : count + 1
    }
}
