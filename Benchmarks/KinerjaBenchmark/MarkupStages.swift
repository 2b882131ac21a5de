internal import CLibXML2
internal import Files
internal import Markup

/// The reading of XML, by the program and by libxml2 alone.
struct MarkupStages {
    private static let pieceBytes = 64 << 10
    private static let record = "/penilaian/baris"
    private static let fields = ["nip", "penilai_nip", "peran", "aspek", "nilai", "tanggal"]

    private let path: String

    init(inputs: String) {
        path = "\(inputs)/penilaian.xml"
    }

    /// Bytes to records, with the reading of the file.
    func records() throws -> Measurement {
        var watch = Stopwatch()
        let (rows, bytes) = try watch.measure { try readRecords() }
        watch.add(rows: rows, bytes: bytes)
        return watch.finish()
    }

    private func readRecords() throws -> (rows: Int, bytes: Int) {
        let paths = try XMLRecordPaths(record: Self.record, fields: Self.fields)
        let reader = try XMLRecordReader(paths: paths, limits: XMLLimits())
        var rows = 0
        let bytes = try forEachPiece { piece in
            try reader.push(piece.span)
            rows += reader.take().rows.count
        }
        try reader.finish()
        return (rows + reader.take().rows.count, bytes)
    }

    /// The same bytes, in the same pieces, to a parser whose events lead nowhere.
    func bareEvents() throws -> Measurement {
        // Which rows there are is known by reading them once.
        let rows = try readRecords().rows
        var watch = Stopwatch()
        let bytes = try watch.measure { try parse() }
        watch.add(rows: rows, bytes: bytes)
        return watch.finish()
    }

    private func parse() throws -> Int {
        var handler = unsafe Self.handler()
        guard let parser = unsafe xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
            throw ReferenceRun.Missing(description: "no memory for a parser")
        }
        defer { unsafe xmlFreeParserCtxt(parser) }
        unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        let bytes = try forEachPiece { piece in
            unsafe piece.withUnsafeBytes { raw in
                let start = unsafe raw.bindMemory(to: CChar.self).baseAddress
                _ = unsafe xmlParseChunk(parser, start, Int32(raw.count), 0)
            }
        }
        unsafe xmlParseChunk(parser, nil, 0, 1)
        guard unsafe parser.pointee.wellFormed == 1 else {
            throw ReferenceRun.Missing(description: "'\(path)' is not well-formed")
        }
        return bytes
    }

    /// The events that the program follows, each answered by nothing.
    private static func handler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.getEntity = { _, name in unsafe xmlGetPredefinedEntity(name) }
        unsafe handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        unsafe handler.endElementNs = { _, _, _, _ in }
        unsafe handler.characters = { _, _, _ in }
        unsafe handler.ignorableWhitespace = { _, _, _ in }
        unsafe handler.cdataBlock = { _, _, _ in }
        return unsafe handler
    }

    /// - Returns: The bytes of all pieces.
    private func forEachPiece(_ body: ([UInt8]) throws -> Void) throws -> Int {
        var file = try InputFile(path: path)
        var piece: [UInt8] = []
        var bytes = 0
        while try file.read(into: &piece, atMost: Self.pieceBytes) > 0 {
            bytes += piece.count
            try body(piece)
            piece.removeAll(keepingCapacity: true)
        }
        return bytes
    }
}
