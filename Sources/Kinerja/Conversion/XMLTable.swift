internal import Batches
internal import Diagnostics
internal import Ingestion
internal import Tabular

/// The records of an XML document as a table: a column for each thing that any of them holds.
final class XMLTable: TableSource {
    private let document: UndescribedXML
    private var isHeaderGiven = false

    var cellCount: Int { document.fields.count }
    var headerRecords: Int { 1 }
    var description: [String] { document.description }
    var repair: (any RowRepair)? { nil }

    init(_ options: ConversionOptions, _ sample: FileSample) throws(RunFailure) {
        document = try UndescribedXML(
            path: options.path, record: options.record, head: sample.head, rest: sample.rest)
    }

    /// The header first, which is no record of the document.
    func next() throws(RunFailure) -> TableBatch? {
        guard isHeaderGiven else {
            isHeaderGiven = true
            return TableBatch(records: header, firstLine: 1, firstByte: nil)
        }
        guard let records = try document.nextBatch() else { return nil }
        return TableBatch(records: records, firstLine: 1, firstByte: nil)
    }

    private var header: RawBatch {
        var batch = RawBatch(
            text: document.fields.joined(separator: "").utf8, columnCount: cellCount)
        var start = 0
        for field in document.fields {
            batch.fields.append(FieldSlice(offset: start, count: field.utf8.count))
            start += field.utf8.count
        }
        batch.rows = [RowOrigin(line: 0, start: 0, end: 0)]
        return batch
    }
}
