internal import Batches
internal import Definition
internal import Diagnostics
internal import Markup
internal import Tabular

/// The records of one XML file, as batches.
final class XMLRecordsSource {
    /// Rows of a batch, at least, save the last or where rows are long.
    private static let batchRows = 2_048
    /// Bytes of text with which a batch is complete however few its rows are.
    private static let batchBytes = 256 << 10
    /// Bytes of the document read before the next look at how many rows there are.
    private static let pieceBytes = 64 << 10

    private let path: String
    /// Appends some bytes of the document; false at its end, when nothing was appended.
    private let pull: (inout [UInt8]) throws(RunFailure) -> Bool
    private let reader: XMLRecordReader
    private let columnCount: Int
    /// Columns that are read from the file.
    private let pathCount: UInt32
    private let isStrict: Bool
    /// Whether rows with a fault are listed with the texts of their fields.
    private let listsFaults: Bool
    /// Unpacked bytes of the file, of which the first `pushed` have been read.
    private var buffer: [UInt8] = []
    private var pushed = 0
    private var isFinished = false
    private var hasBytes = false

    convenience init(
        _ path: String, source: SourceDefinition, format: XMLFormat, bytes: ByteSource
    ) throws(RunFailure) {
        let fields: [String?] = source.columns.map { column in
            if case .heading(let heading) = column.origin { heading } else { nil }
        }
        let paths: XMLRecordPaths
        do throws(XMLPathFailure) {
            paths = try XMLRecordPaths(record: format.record, fields: fields)
        } catch {
            throw RunFailure(
                .definition, Diagnostic(.badValue, at: source.place, error.description))
        }
        try self.init(path, paths: paths, isStrict: format.isStrict) {
            (output) throws(RunFailure) in try bytes.pull(into: &output)
        }
    }

    init(
        _ path: String, paths: XMLRecordPaths, isStrict: Bool, listsFaults: Bool = false,
        pull: @escaping (inout [UInt8]) throws(RunFailure) -> Bool
    ) throws(RunFailure) {
        self.path = path
        self.pull = pull
        self.isStrict = isStrict
        self.listsFaults = listsFaults
        columnCount = paths.fieldCount
        pathCount = UInt32(paths.pathCount)
        do throws(XMLFailure) {
            reader = try XMLRecordReader(paths: paths, limits: XMLLimits())
        } catch {
            throw InputFailures.refusal(of: error, file: path)
        }
    }

    func next() throws(RunFailure) -> RawBatch? {
        while reader.completeRows < Self.batchRows, reader.completeTextBytes < Self.batchBytes,
            !isFinished
        {
            try read()
        }
        if !hasBytes {
            throw InputFailures.refuse(
                .emptyFile, file: path, "the file is empty, expected an XML document",
                hint: "ask for the export again")
        }
        guard reader.completeRows > 0 else { return nil }
        return batch(of: reader.take(padding: RawBatch.padding))
    }

    /// Gives the reader the next piece of the document, or its end.
    private func read() throws(RunFailure) {
        var goesOn = true
        if pushed == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            pushed = 0
            goesOn = try pull(&buffer)
            if !buffer.isEmpty { hasBytes = true }
        }
        let end = min(pushed + Self.pieceBytes, buffer.count)
        do throws(XMLFailure) {
            try reader.push(buffer.span.extracting(pushed..<end))
            pushed = end
            if !goesOn {
                if hasBytes { try reader.finish() }
                isFinished = true
            }
        } catch {
            throw InputFailures.refusal(of: error, file: path)
        }
    }

    private func batch(of records: consuming XMLRecords) -> RawBatch {
        var fields = Self.slices(of: records.fields)
        var places: [UInt64] = []
        // Taken out, since an array that two hold is copied when a place in it is cleared.
        swap(&places, &records.places)
        let textLength = records.text.count - RawBatch.padding
        var text: [UInt8] = []
        swap(&text, &records.text)
        var origin = RowOrigin(line: 0, start: 0, end: 0)
        var rows = Array(repeating: origin, count: records.rows.count)
        for (number, row) in records.rows.enumerated() {
            origin.line = row.line - 1
            origin.cells = row.presentFields
            origin.fault = fault(of: row)
            let cells = number * columnCount..<(number + 1) * columnCount
            if case .none = origin.fault {
                rows[number] = origin
                continue
            }
            if listsFaults {
                origin.start = UInt32(text.count)
                text += Self.line(of: fields[cells], in: text)
                origin.end = UInt32(text.count)
            }
            rows[number] = origin
            for place in cells {
                fields[place] = .absent
                places[place] = 0
            }
        }
        return RawBatch(
            bytes: text, textLength: textLength, columnCount: columnCount, fields: fields,
            rows: rows, fieldPlaces: places)
    }

    /// The fields of one record as a line of CSV.
    private static func line(of fields: ArraySlice<FieldSlice>, in text: [UInt8]) -> [UInt8] {
        var writer = RecordWriter()
        for field in fields {
            let start = field.isAbsent ? 0 : Int(field.offset)
            writer.append(text[start..<start + (field.isAbsent ? 0 : field.count)])
        }
        return writer.take()
    }

    private static func slices(of fields: [XMLField]) -> [FieldSlice] {
        var slices = Array(repeating: FieldSlice.absent, count: fields.count)
        var target = slices.mutableSpan
        for place in fields.indices {
            target[place].offset = fields[place].start
            target[place].length = fields[place].byteCount
        }
        return slices
    }

    /// Repeated fields are always a fault: one of the two values would be lost in silence.
    private func fault(of row: XMLRow) -> RecordFault {
        if row.repeatedFields > 0 { return .repeatedField }
        guard isStrict else { return .none }
        if row.unknownFields > 0 { return .unknownField }
        return row.presentFields == pathCount ? .none : .missingField
    }
}
