internal import CLibXML2

/// The functions that libxml2 calls, and the state that it keeps for the whole process.
///
/// Nothing here decides anything: each function finds the extraction whose address it is given
/// and passes the event on.
enum XMLEvents {
    /// Prepares the library once: no document of this process may open another file.
    static let prepared: Bool = {
        xmlInitParser()
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
        return true
    }()

    /// A table with the events that we follow; all others are left out.
    static func handler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.internalSubset = { state, _, _, _ in
            unsafe XMLEvents.extraction(state)?.pointee.documentType()
        }
        // Five names need no declaration; for any other there is none.
        unsafe handler.getEntity = { _, name in unsafe xmlGetPredefinedEntity(name) }
        unsafe handler.startElementNs = { state, name, _, _, _, _, count, _, attributes in
            unsafe XMLEvents.extraction(state)?.pointee.startElement(name, count, attributes)
        }
        unsafe handler.endElementNs = { state, _, _, _ in
            unsafe XMLEvents.extraction(state)?.pointee.endElement()
        }
        unsafe handler.characters = { state, text, count in
            unsafe XMLEvents.extraction(state)?.pointee.characters(text, count)
        }
        unsafe handler.ignorableWhitespace = unsafe handler.characters
        unsafe handler.cdataBlock = unsafe handler.characters
        unsafe handler.serror = { state, error in
            unsafe XMLEvents.extraction(state)?.pointee.report(error)
        }
        return unsafe handler
    }

    private static func extraction(
        _ state: UnsafeMutableRawPointer?
    ) -> UnsafeMutablePointer<RecordExtraction>? {
        unsafe state?.assumingMemoryBound(to: RecordExtraction.self)
    }
}
