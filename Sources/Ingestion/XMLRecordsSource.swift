internal import Batches
internal import Definition
internal import Diagnostics
internal import Markup

/// The records of one XML file, as batches of about one piece of the file each.
final class XMLRecordsSource {
    /// Rows of a batch, at least, save the last.
    private static let batchRows = 2_048

    private let path: String
    private let bytes: ByteSource
    private let reader: XMLRecordReader
    private let columnCount: Int
    /// Plan column of each path.
    private let columns: [Int]
    private let isStrict: Bool
    private var pending = XMLRecords()
    private var isFinished = false
    private var hasBytes = false

    init(
        _ path: String, source: SourceDefinition, format: XMLFormat, bytes: ByteSource
    ) throws(RunFailure) {
        self.path = path
        self.bytes = bytes
        isStrict = format.isStrict
        columnCount = source.columns.count
        var fields: [String] = []
        var columns: [Int] = []
        for (index, column) in source.columns.enumerated() {
            if case .heading(let heading) = column.origin {
                fields.append(heading)
                columns.append(index)
            }
        }
        self.columns = columns
        let paths: XMLRecordPaths
        do throws(XMLPathFailure) {
            paths = try XMLRecordPaths(record: format.record, fields: fields)
        } catch {
            throw RunFailure(
                .definition, Diagnostic(.badValue, at: source.place, error.description))
        }
        do throws(XMLFailure) {
            reader = try XMLRecordReader(paths: paths, limits: XMLLimits())
        } catch {
            throw InputFailures.refusal(of: error, file: path)
        }
    }

    func next() throws(RunFailure) -> RawBatch? {
        var buffer: [UInt8] = []
        while pending.rows.count < Self.batchRows, !isFinished {
            buffer.removeAll(keepingCapacity: true)
            let goesOn = try bytes.pull(into: &buffer)
            if !buffer.isEmpty { hasBytes = true }
            do throws(XMLFailure) {
                try reader.push(buffer.span)
                if !goesOn {
                    if hasBytes { try reader.finish() }
                    isFinished = true
                }
            } catch {
                throw InputFailures.refusal(of: error, file: path)
            }
            append(reader.take())
        }
        if !hasBytes {
            throw InputFailures.refuse(
                .emptyFile, file: path, "the file is empty, expected an XML document",
                hint: "ask for the export again")
        }
        guard !pending.rows.isEmpty else { return nil }
        var records = XMLRecords()
        swap(&records, &pending)
        return batch(of: records)
    }

    private func append(_ records: XMLRecords) {
        let offset = pending.text.count
        pending.text += records.text
        pending.fields += records.fields.map { field in
            var moved = field
            moved.offset += offset
            return moved
        }
        pending.rows += records.rows
    }

    private func batch(of records: XMLRecords) -> RawBatch {
        var batch = RawBatch(text: records.text, columnCount: columnCount)
        let width = columns.count
        batch.fields = Array(repeating: .absent, count: records.rows.count * columnCount)
        batch.fieldPlaces = Array(repeating: 0, count: batch.fields.count)
        for (row, found) in records.rows.enumerated() {
            let fields = records.fields[row * width..<(row + 1) * width]
            let fault = fault(of: found, fields)
            batch.rows.append(
                RowOrigin(
                    line: found.line - 1, lineCount: 1, start: 0, end: 0,
                    cells: UInt32(fields.count { $0.present }), fault: fault))
            guard case .none = fault else { continue }
            for (field, column) in zip(fields, columns) {
                let place = row * columnCount + column
                batch.fieldPlaces[place] = UInt64(field.line) << 32 | UInt64(field.column)
                if field.present {
                    batch.fields[place] = FieldSlice(offset: field.offset, count: field.length)
                }
            }
        }
        return batch
    }

    /// Repeated fields are always a fault: one of the two values would be lost in silence.
    private func fault(of row: XMLRow, _ fields: ArraySlice<XMLField>) -> RecordFault {
        if row.repeatedFields > 0 { return .repeatedField }
        guard isStrict else { return .none }
        if row.unknownFields > 0 { return .unknownField }
        return fields.allSatisfy(\.present) ? .none : .missingField
    }
}
