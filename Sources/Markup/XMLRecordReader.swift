internal import CLibXML2

/// A reader of records from an XML document that comes piece by piece and is never held whole.
///
/// Documents are not trusted: no DOCTYPE, hence no entities, no other file and no network; depth
/// and sizes are limited; nothing is printed. How the document is cut into pieces changes
/// neither records nor places.
@safe
package final class XMLRecordReader {
    /// Bytes taken in at a time, however many are pushed.
    private static let pieceSize = 65_536

    private let extraction: UnsafeMutablePointer<RecordExtraction>
    private let parser: xmlParserCtxtPtr
    private var source = Source.undecided([])

    package init(
        paths: XMLRecordPaths, limits: XMLLimits = XMLLimits()
    ) throws(XMLFailure) {
        precondition(XMLEvents.prepared)
        kinerja_libxml2_silence()
        let extraction = UnsafeMutablePointer<RecordExtraction>.allocate(capacity: 1)
        unsafe extraction.initialize(to: RecordExtraction(paths: paths, limits: limits))
        var handler = unsafe XMLEvents.handler()
        guard
            let parser = unsafe xmlCreatePushParserCtxt(&handler, extraction, nil, 0, nil)
        else {
            unsafe extraction.deinitialize(count: 1)
            unsafe extraction.deallocate()
            throw XMLFailure(kind: .outOfMemory)
        }
        // What the document declares was heeded before: from here on all is UTF-8.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        unsafe xmlCtxtUseOptions(parser, Int32(options))
        unsafe extraction.pointee.attach(parser)
        unsafe self.extraction = unsafe extraction
        unsafe self.parser = unsafe parser
    }

    deinit {
        unsafe xmlFreeDoc(parser.pointee.myDoc)
        unsafe xmlFreeParserCtxt(parser)
        unsafe extraction.deinitialize(count: 1)
        unsafe extraction.deallocate()
    }

    /// Reads the next piece of the document.
    ///
    /// - Throws: ``XMLFailure``, the same again on every further call; the records before it
    ///   can still be taken.
    package func push(_ bytes: UnsafeRawBufferPointer) throws(XMLFailure) {
        try throwFailure()
        let bytes = unsafe bytes.bindMemory(to: UInt8.self)
        for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
            let end = min(start + Self.pieceSize, bytes.count)
            try unsafe takeIn(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            try parse(isLast: false)
        }
    }

    /// Reads the next piece of the document.
    package func push(_ bytes: Span<UInt8>) throws(XMLFailure) {
        try unsafe bytes.withUnsafeBytes { (raw) throws(XMLFailure) in try unsafe push(raw) }
    }

    /// Ends the document.
    ///
    /// - Throws: ``XMLFailure``, `cut` when the root element has not been closed.
    package func finish() throws(XMLFailure) {
        try throwFailure()
        if case .undecided(let head) = source { try decide(head, isWhole: true) }
        try parse(isLast: true)
        let isWhole =
            if case .converted(let box) = source { box.converter.isComplete } else { true }
        // Behind the root element a tag that is not read yet is one that does not end.
        let parsed = unsafe extraction.pointee.parsedOffset
        guard isWhole, unsafe extraction.pointee.isPastRoot,
            unsafe !extraction.pointee.window.hasTag(at: parsed)
        else { return try throwCut() }
        unsafe xmlParseChunk(parser, nil, 0, 1)
        try throwIfNotWellFormed()
    }

    /// Complete records that have not been taken.
    package var completeRows: Int { unsafe extraction.pointee.completeRows }

    /// Bytes of their text.
    package var completeTextBytes: Int { unsafe extraction.pointee.completeText }

    /// Moves out the records that are complete; behind their text come `padding` zero bytes, for
    /// parsers that load whole words.
    package func take(padding: Int = 0) -> XMLRecords {
        unsafe extraction.pointee.take(padding: padding)
    }

    private func throwCut() throws(XMLFailure) {
        let place = unsafe extraction.pointee.window.endPosition()
        let depth = unsafe extraction.pointee.depth
        let detail =
            switch depth {
            case 0 where unsafe extraction.pointee.isPastRoot:
                "the document ends inside something that follows its root element"
            case 0: "the document ends before its root element is whole"
            case 1: "the document ends with 1 element still open"
            default: "the document ends with \(depth) elements still open"
            }
        unsafe extraction.pointee.fail(.cut, detail, at: place)
        try throwFailure()
    }

    private func takeIn(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFailure) {
        switch source {
        case .undecided(let head):
            try unsafe decide(head + bytes, isWhole: false)
        case .plain:
            unsafe extraction.pointee.window.append(bytes)
        case .converted(let box):
            var text: [UInt8] = []
            let isWell = unsafe box.converter.convert(bytes, into: &text)
            unsafe text.withUnsafeBufferPointer { unsafe extraction.pointee.window.append($0) }
            guard isWell else {
                // The records before the bad bytes are still to be had.
                try parse(isLast: true)
                let place = unsafe extraction.pointee.window.endPosition()
                unsafe extraction.pointee.fail(
                    .encoding, "bytes that are not in the encoding \(box.name)", at: place)
                return try throwFailure()
            }
        }
    }

    /// Chooses how to read the document, once its first bytes tell.
    private func decide(_ head: [UInt8], isWhole: Bool) throws(XMLFailure) {
        guard let (encoding, skip) = XMLEncoding.recognise(head, isWhole: isWhole) else {
            source = .undecided(head)
            return
        }
        switch encoding {
        case .utf8:
            source = .plain
        case .converted(let name):
            guard let box = Conversion(from: name) else {
                unsafe extraction.pointee.fail(
                    .encoding, "this system has no tables for the encoding \(name)",
                    at: XMLPosition())
                return try throwFailure()
            }
            source = .converted(box)
        case .unsupported(let name):
            unsafe extraction.pointee.fail(
                .encoding, "the encoding '\(name)' is not supported", at: XMLPosition())
            return try throwFailure()
        }
        let rest = Array(head[skip...])
        try unsafe rest.span.withUnsafeBufferPointer { (bytes) throws(XMLFailure) in
            try unsafe takeIn(bytes)
        }
    }

    /// Gives the parser what the window has for it.
    private func parse(isLast: Bool) throws(XMLFailure) {
        let piece = unsafe extraction.pointee.window.nextPiece(isLast: isLast)
        guard let start = piece.baseAddress, piece.count > 0 else { return }
        unsafe start.withMemoryRebound(to: CChar.self, capacity: piece.count) { start in
            _ = unsafe xmlParseChunk(parser, start, Int32(piece.count), 0)
        }
        try throwIfNotWellFormed()
        let parsed = unsafe extraction.pointee.parsedOffset
        let place = unsafe extraction.pointee.window.position(at: parsed)
        // In a CDATA section it would be text like any other.
        let isInContent = unsafe parser.pointee.instate == XML_PARSER_CONTENT
        if isInContent, unsafe extraction.pointee.window.hasBareAmpersand(at: parsed) {
            unsafe extraction.pointee.fail(
                .malformed, "an '&' that begins no reference: it must be written '&amp;'",
                at: place)
            try throwFailure()
        }
        let limit = unsafe extraction.pointee.limits.markupBytes
        if unsafe extraction.pointee.window.handedOffset - parsed > limit {
            unsafe extraction.pointee.fail(
                .fieldTooLong, "a tag, comment or instruction of more than \(limit) bytes",
                at: place)
            try throwFailure()
        }
    }

    /// Trusts the parser's verdict even where it reported no error.
    private func throwIfNotWellFormed() throws(XMLFailure) {
        if unsafe extraction.pointee.failure == nil, unsafe parser.pointee.wellFormed == 0 {
            unsafe extraction.pointee.fail(.malformed)
        }
        try throwFailure()
    }

    private func throwFailure() throws(XMLFailure) {
        if let failure = unsafe extraction.pointee.failure { throw failure }
    }

    /// How the document's bytes become UTF-8.
    private enum Source {
        /// With the bytes so far.
        case undecided([UInt8])
        case plain
        case converted(Conversion)
    }

    /// A converter that an enum can hold.
    private final class Conversion {
        let name: String
        var converter: XMLConverter

        init?(from name: String) {
            guard let converter = XMLConverter(from: name) else { return nil }
            self.name = name
            self.converter = converter
        }
    }
}
