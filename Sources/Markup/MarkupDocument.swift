internal import CLibXML2

/// A document that is whole in memory, walked from its first tag to its last.
///
/// For parts of workbooks and for HTML; records of exports are read piece by piece by
/// ``XMLRecordReader``. Documents are not trusted: no DOCTYPE in XML, hence no entities; no other
/// file and no network; depth and sizes are limited; nothing is printed.
package enum MarkupDocument {
    /// Walks an XML document; its own declaration says in which encoding it is.
    ///
    /// - Throws: ``XMLFailure`` when it is not well-formed or beyond a limit. What the handler was
    ///   told before that must not be used.
    package static func readXML(
        _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), into handler: any MarkupHandler
    ) throws(XMLFailure) {
        let walk = MarkupWalk(handler, limits: limits)
        prepare()
        guard bytes.count <= Int(Int32.max), !bytes.isEmpty else {
            throw XMLFailure(kind: bytes.isEmpty ? .cut : .fieldTooLong)
        }
        var isWell = false
        try unsafe bytes.span.withUnsafeBytes { (raw) throws(XMLFailure) in
            let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let parser = unsafe xmlCreateMemoryParserCtxt(start, Int32(raw.count)) else {
                throw XMLFailure(kind: .outOfMemory)
            }
            defer { unsafe xmlFreeParserCtxt(parser) }
            unsafe parser.pointee.sax.pointee = unsafe MarkupEvents.xml()
            unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
            unsafe run(walk, parser) { unsafe xmlParseDocument($0) }
            unsafe xmlFreeDoc(parser.pointee.myDoc)
            isWell = unsafe parser.pointee.wellFormed == 1
        }
        if let failure = walk.failure { throw failure }
        if !isWell, !handler.isDone { throw XMLFailure(kind: .malformed) }
    }

    /// Walks an HTML document in UTF-8, whatever it says of its encoding; broken HTML is repaired as
    /// browsers do.
    ///
    /// - Throws: ``XMLFailure`` beyond a limit.
    package static func readHTML(
        _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), into handler: any MarkupHandler
    ) throws(XMLFailure) {
        let walk = MarkupWalk(handler, limits: limits)
        prepare()
        guard bytes.count <= Int(Int32.max), !bytes.isEmpty else {
            throw XMLFailure(kind: bytes.isEmpty ? .cut : .fieldTooLong)
        }
        try unsafe bytes.span.withUnsafeBytes { (raw) throws(XMLFailure) in
            let start = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let parser = unsafe htmlCreateMemoryParserCtxt(start, Int32(raw.count)) else {
                throw XMLFailure(kind: .outOfMemory)
            }
            defer { unsafe htmlFreeParserCtxt(parser) }
            unsafe parser.pointee.sax.pointee = unsafe MarkupEvents.html()
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
                | HTML_PARSE_IGNORE_ENC.rawValue
            unsafe htmlCtxtUseOptions(parser, Int32(options))
            unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
            unsafe run(walk, parser) { unsafe htmlParseDocument($0) }
            unsafe xmlFreeDoc(parser.pointee.myDoc)
        }
        if let failure = walk.failure { throw failure }
    }

    private static func prepare() {
        precondition(XMLEvents.prepared)
        kinerja_libxml2_silence()
    }

    private static func run(
        _ walk: MarkupWalk, _ parser: xmlParserCtxtPtr, _ parse: (xmlParserCtxtPtr) -> Int32
    ) {
        unsafe walk.attach(parser)
        withExtendedLifetime(walk) {
            unsafe parser.pointee.userData = unsafe Unmanaged.passUnretained(walk).toOpaque()
            _ = unsafe parse(parser)
        }
    }
}
