internal import CLibXML2

/// The functions that libxml2 calls while it walks a document that is whole in memory.
///
/// Nothing here decides anything: each finds the walk whose address it is given.
enum MarkupEvents {
    static func xml() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.internalSubset = { state, _, _, _ in
            unsafe MarkupEvents.walk(state)?.documentType()
        }
        unsafe handler.getEntity = { _, name in unsafe xmlGetPredefinedEntity(name) }
        unsafe handler.startElementNs = { state, name, _, _, _, _, count, _, attributes in
            unsafe MarkupEvents.walk(state)?.start(name) {
                unsafe MarkupEvents.attributes(attributes, count: Int(count))
            }
        }
        unsafe handler.endElementNs = { state, name, _, _ in
            unsafe MarkupEvents.walk(state)?.end(name, isWritten: true)
        }
        unsafe fillTexts(&handler)
        unsafe handler.serror = { state, error in
            unsafe MarkupEvents.walk(state)?.report(error)
        }
        return unsafe handler
    }

    static func html() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.startElement = { state, name, attributes in
            unsafe MarkupEvents.walk(state)?.start(name) {
                unsafe MarkupEvents.attributes(attributes)
            }
        }
        unsafe handler.endElement = { state, name in
            guard let walk = unsafe MarkupEvents.walk(state), let name = unsafe name else { return }
            let isWritten = unsafe walk.isAtWrittenEnd(of: String(cString: name))
            unsafe walk.end(name, isWritten: isWritten)
        }
        unsafe fillTexts(&handler)
        return unsafe handler
    }

    private static func fillTexts(_ handler: inout xmlSAXHandler) {
        unsafe handler.characters = { state, text, count in
            unsafe MarkupEvents.walk(state)?.text(text, count)
        }
        unsafe handler.ignorableWhitespace = unsafe handler.characters
        unsafe handler.cdataBlock = unsafe handler.characters
    }

    /// Five pointers to each attribute: name, prefix, namespace, first byte of the value and the
    /// byte behind its last.
    private static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> [MarkupAttribute] {
        guard let list = unsafe list else { return [] }
        var found: [MarkupAttribute] = []
        for place in stride(from: 0, to: count * 5, by: 5) {
            guard let name = unsafe list[place], let start = unsafe list[place + 3],
                let end = unsafe list[place + 4]
            else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
            var text = unsafe String(decoding: value, as: UTF8.self)
            // Of all references this one alone is left to whoever builds a tree. Nearly no value has it, and a search
            // for it would be most of the time that a workbook takes.
            if unsafe value.contains(UInt8(ascii: "&")) {
                text = text.split(separator: "&#38;", omittingEmptySubsequences: false)
                    .joined(separator: "&")
            }
            found.append(unsafe MarkupAttribute(name: String(cString: name), value: text))
        }
        return found
    }

    /// Names and values in turn, ended by NULL; an attribute without a value has NULL for it.
    private static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [MarkupAttribute] {
        guard let list = unsafe list else { return [] }
        var found: [MarkupAttribute] = []
        var place = 0
        while let name = unsafe list[place] {
            let value = unsafe list[place + 1].map { unsafe String(cString: $0) } ?? ""
            found.append(unsafe MarkupAttribute(name: String(cString: name), value: value))
            place += 2
        }
        return found
    }

    private static func walk(_ state: UnsafeMutableRawPointer?) -> MarkupWalk? {
        unsafe state.map { unsafe Unmanaged<MarkupWalk>.fromOpaque($0).takeUnretainedValue() }
    }
}
