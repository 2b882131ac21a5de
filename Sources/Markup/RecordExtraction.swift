internal import CLibXML2
internal import Glibc

/// What the parser's events are turned into records with.
///
/// It lives at one address on the heap, which libxml2 hands back with every event; the events
/// call its methods and nothing else runs meanwhile. No event allocates, buffers that grow aside.
@safe
struct RecordExtraction: ~Copyable {
    /// A field of the open record.
    private struct Slot: BitwiseCopyable {
        /// Byte of the text, `UInt32.max` as long as the field has not been met.
        var start: UInt32
        var byteCount: UInt32
        /// Line << 32 | column.
        var place: UInt64
    }

    let limits: XMLLimits
    /// Of the document; libxml2's own count of bytes is what leads into it.
    var window = XMLWindow()
    /// The first thing that went wrong; no event counts after it.
    private(set) var failure: XMLFailure?
    /// Whether the root element has been closed.
    private(set) var isPastRoot = false
    /// Elements now open.
    private(set) var depth = 0

    private var hasFailed = false
    private var parser: xmlParserCtxtPtr?
    private let tree: NameTree
    private let fieldCount: Int
    /// For each field, its slot or -1.
    private let fieldSlots: UnsafeMutablePointer<Int>
    private let slotCount: Int
    private let slots: UnsafeMutablePointer<Slot>
    /// The node of each open element from the record down, -1 for those on no path.
    private let openNodes: UnsafeMutablePointer<Int>

    private var text = GrowingBuffer<UInt8>(capacity: 1 << 18)
    private var fields = GrowingBuffer<XMLField>(capacity: 1 << 14)
    private var places = GrowingBuffer<UInt64>(capacity: 1 << 14)
    private var rows = GrowingBuffer<XMLRow>(capacity: 1 << 11)
    /// Bytes of `text` that belong to complete records.
    private(set) var completeText = 0

    /// Leading elements of the open ones that match the record's path so far.
    private var matchedDepth = 0
    /// Whether a record is open.
    private var isInRecord = false
    /// The slot that takes text now, or -1.
    private var openSlot = -1
    private var recordNumber = 0
    private var row = XMLRow(line: 1, column: 1)
    private var childCount = 0

    init(paths: XMLRecordPaths, limits: XMLLimits) {
        self.limits = limits
        tree = NameTree(paths)
        fieldCount = paths.fieldCount
        slotCount = paths.slotCount
        unsafe fieldSlots = .allocate(capacity: paths.slots.count + 1)
        for (field, slot) in paths.slots.enumerated() { unsafe fieldSlots[field] = slot }
        unsafe slots = .allocate(capacity: paths.slotCount + 1)
        unsafe slots.initialize(
            repeating: Slot(start: .max, byteCount: 0, place: 0), count: paths.slotCount + 1)
        unsafe openNodes = .allocate(capacity: limits.depth + 1)
        unsafe openNodes.initialize(repeating: -1, count: limits.depth + 1)
    }

    deinit {
        unsafe fieldSlots.deallocate()
        unsafe slots.deallocate()
        unsafe openNodes.deallocate()
    }

    /// Tells which parser's events these will be.
    mutating func attach(_ parser: xmlParserCtxtPtr) {
        unsafe self.parser = unsafe parser
    }

    /// Bytes of the document that the parser has read.
    var parsedOffset: Int { unsafe Self.offset(of: parser) }

    /// What `xmlByteConsumed` answers, without a call for every element.
    ///
    /// Static, since the compiler copies the whole extraction to the stack for a getter of its own.
    @inline(__always)
    private static func offset(of parser: xmlParserCtxtPtr?) -> Int {
        guard let input = unsafe parser?.pointee.input,
            unsafe input.pointee.buf == nil || input.pointee.buf.pointee.encoder == nil
        else { return unsafe Int(xmlByteConsumed(parser)) }
        return unsafe Int(input.pointee.consumed) &+ (input.pointee.cur - input.pointee.base)
    }

    /// Complete records that have not been handed over.
    var completeRows: Int { rows.count }

    /// Hands over the complete records and keeps what there is of an open one.
    mutating func take(padding: Int) -> XMLRecords {
        var taken = XMLRecords()
        let absent = XMLField.absent
        taken.text = text.array(first: completeText, padding: padding, of: 0)
        taken.fields = fields.array(first: fields.count, padding: 0, of: absent)
        taken.places = places.array(first: places.count, padding: 0, of: 0)
        taken.rows = rows.array(first: rows.count, padding: 0, of: row)
        text.removeFirst(completeText)
        fields.removeFirst(fields.count)
        places.removeFirst(places.count)
        rows.removeFirst(rows.count)
        // A pointer of its own: of a type without copies the thread sanitizer's compiler cannot change what a
        // member points to (swiftlang/swift 86265).
        let slots = unsafe self.slots
        for slot in 0..<slotCount where unsafe isInRecord && slots[slot].start != .max {
            unsafe slots[slot].start -= UInt32(completeText)
        }
        completeText = 0
        return taken
    }

    // MARK: Events

    /// A start tag with its attributes, five pointers to each: name, prefix, namespace, and the
    /// first byte of the value and the byte behind its last.
    @inline(__always)
    mutating func startElement(
        _ name: UnsafePointer<xmlChar>?, _ attributeCount: Int32,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard !hasFailed, let name = unsafe name else { return }
        depth &+= 1
        guard depth <= limits.depth else {
            return fail(.depth, "more than \(limits.depth) elements inside one another")
        }
        let attributes = unsafe UnsafeBufferPointer(
            start: attributes, count: attributes == nil ? 0 : Int(attributeCount) &* 5)
        if !attributes.isEmpty {
            // What libxml2 takes to tell them apart grows with their square.
            guard Int(attributeCount) <= limits.fieldsPerRecord else {
                return fail(
                    .tooManyFields, "more than \(limits.fieldsPerRecord) attributes in a tag")
            }
            guard unsafe checkAttributes(attributes) else { return }
        }
        if isInRecord {
            unsafe startBelowRecord(name, attributes)
        } else if matchedDepth == depth - 1,
            let nameBytes = unsafe tree.recordName(name, at: depth)
        {
            matchedDepth = depth
            if depth == tree.recordDepth { unsafe startRecord(nameBytes, attributes) }
        }
    }

    /// The end of the innermost open element.
    @inline(__always)
    mutating func endElement() {
        guard !hasFailed else { return }
        if isInRecord {
            let level = depth &- tree.recordDepth
            if level == 0 {
                endRecord()
            } else {
                let outer = unsafe openNodes[level &- 1]
                openSlot = outer < 0 ? -1 : unsafe Int(tree.nodes[outer].textSlot)
            }
        }
        depth &-= 1
        matchedDepth = min(matchedDepth, depth)
        if depth == 0 { isPastRoot = true }
    }

    /// Text, or a part of it, with its references resolved.
    @inline(__always)
    mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard openSlot >= 0, !hasFailed, let text = unsafe text else { return }
        unsafe append(UnsafeBufferPointer(start: text, count: Int(count)), to: openSlot)
    }

    /// A DOCTYPE, before anything that it says has been looked at.
    mutating func documentType() {
        let place = window.position(ofTagAt: parsedOffset)
        fail(.doctype, at: place)
    }

    /// Something that libxml2 has to say.
    mutating func report(_ error: xmlErrorPtr?) {
        guard !hasFailed, let error = unsafe error?.pointee else { return }
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
        guard !hasFailed else { return }
        hasFailed = true
        let place = place ?? window.position(at: parsedOffset)
        failure = XMLFailure(
            kind: kind, line: place.line, column: place.column, detail: detail)
        unsafe xmlStopParser(parser)
    }

    // MARK: Records

    private mutating func startRecord(
        _ nameBytes: Int, _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        let place = unsafe window.position(ofTagAt: Self.offset(of: parser), nameBytes: nameBytes)
        isInRecord = true
        recordNumber &+= 1
        childCount = 0
        row = XMLRow(line: UInt32(clamping: place.line), column: UInt32(clamping: place.column))
        let absent = Slot(start: .max, byteCount: 0, place: Self.packed(place))
        for slot in 0..<slotCount { unsafe slots[slot] = absent }
        unsafe enter(0, level: 0, absent.place, attributes)
    }

    @inline(__always)
    private mutating func startBelowRecord(
        _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        let level = depth &- tree.recordDepth
        if level == 1 {
            childCount &+= 1
            guard childCount <= limits.fieldsPerRecord else {
                return fail(.tooManyFields, "more than \(limits.fieldsPerRecord) in a record")
            }
        }
        openSlot = -1
        unsafe openNodes[level] = -1
        let outer = unsafe openNodes[level &- 1]
        guard outer >= 0 else { return }
        guard let edge = unsafe tree.child(of: outer, named: name) else {
            row.unknownFields = Self.increased(row.unknownFields)
            if level > 1, unsafe tree.nodes[outer].textSlot >= 0 {
                // An element inside a field would cut the field's text in two: half a number is another number.
                row.repeatedFields = Self.increased(row.repeatedFields)
            }
            return
        }
        let node = unsafe edge.pointee.target
        guard unsafe tree.nodes[node].lastMet != recordNumber else {
            row.repeatedFields = Self.increased(row.repeatedFields)
            return
        }
        let place = unsafe window.position(
            ofTagAt: Self.offset(of: parser), nameBytes: edge.pointee.nameBytes)
        unsafe enter(node, level: level, Self.packed(place), attributes)
    }

    /// Opens an element that is on a path.
    @inline(__always)
    private mutating func enter(
        _ number: Int, level: Int, _ place: UInt64,
        _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        unsafe openNodes[level] = number
        let node = unsafe tree.nodes + number
        unsafe node.pointee.lastMet = recordNumber
        unsafe node.pointee.hint = unsafe node.pointee.firstChild
        openSlot = unsafe Int(node.pointee.textSlot)
        if openSlot >= 0 { open(openSlot, place) }
        if unsafe !attributes.isEmpty && node.pointee.hasAttributes {
            unsafe takeAttributes(of: node, place, attributes)
        }
    }

    private mutating func takeAttributes(
        of node: UnsafeMutablePointer<NameTree.Node>, _ place: UInt64,
        _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        for number in unsafe node.pointee.firstAttribute..<node.pointee.end {
            let edge = unsafe tree.edges + Int(number)
            for start in stride(from: 0, to: attributes.count, by: 5) {
                guard let name = unsafe attributes[start],
                    unsafe tree.isName(name, of: edge),
                    let value = unsafe attributes[start + 3],
                    let end = unsafe attributes[start + 4]
                else { continue }
                let slot = unsafe edge.pointee.target
                if unsafe slots[slot].start != .max {
                    // The same local name with another prefix.
                    row.repeatedFields = Self.increased(row.repeatedFields)
                    continue
                }
                open(slot, place)
                unsafe appendAttribute(UnsafeBufferPointer(start: value, count: end - value), slot)
            }
        }
    }

    private mutating func endRecord() {
        let recordFields = unsafe fields.extend(by: fieldCount)
        let recordPlaces = unsafe places.extend(by: fieldCount)
        var present: UInt32 = 0
        for field in 0..<fieldCount {
            let number = unsafe fieldSlots[field]
            let slot =
                number < 0
                ? Slot(start: .max, byteCount: 0, place: 0) : unsafe slots[number]
            unsafe (recordFields + field).initialize(
                to: XMLField(start: slot.start, byteCount: slot.byteCount))
            unsafe (recordPlaces + field).initialize(to: slot.place)
            present &+= slot.start == .max ? 0 : 1
        }
        row.presentFields = present
        rows.append(row)
        completeText = text.count
        isInRecord = false
        openSlot = -1
    }

    @inline(__always)
    private mutating func open(_ slot: Int, _ place: UInt64) {
        unsafe slots[slot] = Slot(start: UInt32(text.count), byteCount: 0, place: place)
    }

    @inline(__always)
    private static func packed(_ place: XMLPosition) -> UInt64 {
        UInt64(UInt32(clamping: place.line)) &<< 32 | UInt64(UInt32(clamping: place.column))
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

    @inline(__always)
    private mutating func append(_ part: UnsafeBufferPointer<xmlChar>, to number: Int) {
        let slots = unsafe self.slots
        let slot = unsafe slots[number]
        let length = Int(slot.byteCount) &+ part.count
        guard length <= limits.fieldBytes else {
            let place = XMLPosition(
                line: Int(slot.place &>> 32), column: Int(slot.place & 0xFFFF_FFFF))
            return fail(.fieldTooLong, "more than \(limits.fieldBytes) bytes", at: place)
        }
        if Int(slot.start) &+ Int(slot.byteCount) != text.count {
            // Another field came between two parts of this one: bring it to the end, whole.
            unsafe slots[number].start = UInt32(text.count)
            text.appendAgain(from: Int(slot.start), count: Int(slot.byteCount))
        }
        unsafe text.append(part)
        unsafe slots[number].byteCount = UInt32(length)
    }

    // MARK: Attributes

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
