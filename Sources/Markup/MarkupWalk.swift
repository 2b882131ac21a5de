internal import CLibXML2

/// The events of one document that is whole in memory, checked against the limits and handed on.
final class MarkupWalk {
    private let handler: any MarkupHandler
    private let limits: XMLLimits
    private var parser: xmlParserCtxtPtr?
    private var depth = 0
    /// Bytes of text since the last tag.
    private var textBytes = 0
    private(set) var failure: XMLFailure?

    init(_ handler: any MarkupHandler, limits: XMLLimits) {
        self.handler = handler
        self.limits = limits
    }

    func attach(_ parser: xmlParserCtxtPtr) { unsafe self.parser = unsafe parser }

    func start(_ name: UnsafePointer<xmlChar>?, _ attributes: () -> [MarkupAttribute]) {
        guard failure == nil, let name = unsafe name else { return }
        depth += 1
        textBytes = 0
        guard depth <= limits.depth else {
            return fail(.depth, "more than \(limits.depth) elements inside one another")
        }
        let found = attributes()
        if found.count > limits.fieldsPerRecord {
            return fail(.tooManyFields, "a tag with more than \(limits.fieldsPerRecord) attributes")
        }
        if found.contains(where: { $0.value.utf8.count > limits.attributeBytes }) {
            return fail(.fieldTooLong, "an attribute of more than \(limits.attributeBytes) bytes")
        }
        unsafe handler.startElement(String(cString: name), found)
        stopIfDone()
    }

    func end(_ name: UnsafePointer<xmlChar>?, isWritten: Bool) {
        guard failure == nil, let name = unsafe name else { return }
        depth -= 1
        textBytes = 0
        unsafe handler.endElement(String(cString: name), isWritten: isWritten)
        stopIfDone()
    }

    func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard failure == nil, let text = unsafe text, count > 0 else { return }
        textBytes += Int(count)
        guard textBytes <= limits.fieldBytes else {
            return fail(.fieldTooLong, "a text of more than \(limits.fieldBytes) bytes")
        }
        let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
        unsafe handler.text(bytes.span)
        stopIfDone()
    }

    func documentType() { fail(.doctype) }

    /// Takes an error of the parser; what is no error of the document's form is passed over.
    func report(_ error: UnsafePointer<xmlError>?) {
        guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else { return }
        let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
        fail(.malformed, String(message.prefix { !$0.isNewline }.prefix(160)))
    }

    /// Whether an end tag of this name ends at the byte that the parser has come to.
    func isAtWrittenEnd(of name: String) -> Bool {
        guard let input = unsafe parser?.pointee.input else { return false }
        let past = unsafe input.pointee.cur - input.pointee.base
        var place = past - 1
        guard place > 0, unsafe input.pointee.base[place] == UInt8(ascii: ">") else { return false }
        while place > 0, past - place < 64 {
            place -= 1
            guard unsafe input.pointee.base[place] == UInt8(ascii: "<") else { continue }
            // The tag of an inner element may stand here, where this one ends without a tag.
            let tag = unsafe UnsafeBufferPointer(
                start: input.pointee.base + place, count: past - 1 - place)
            let text = unsafe String(decoding: tag, as: UTF8.self).lowercased()
            return text.hasPrefix("</") && text.dropFirst(2).prefix { !$0.isWhitespace } == name
        }
        return false
    }

    func fail(_ kind: XMLFailure.Kind, _ detail: String = "") {
        guard failure == nil else { return }
        failure = XMLFailure(
            kind: kind, line: unsafe Int(xmlSAX2GetLineNumber(parser)),
            column: unsafe Int(xmlSAX2GetColumnNumber(parser)), detail: detail)
        unsafe xmlStopParser(parser)
    }

    private func stopIfDone() {
        if handler.isDone { unsafe xmlStopParser(parser) }
    }
}
