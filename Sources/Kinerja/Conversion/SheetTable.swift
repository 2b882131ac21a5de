internal import Batches
internal import Diagnostics
internal import Ingestion
internal import Tabular

/// A sheet of a workbook, or a table of an HTML document, as a table.
final class SheetTable: TableSource {
    private let sheet: UndescribedSheet

    var cellCount: Int { sheet.cellCount }
    var headerRecords: Int { sheet.headerRows }
    var description: [String] { sheet.description }
    /// Rows are shown as CSV, and a repair reads them as that.
    var repair: (any RowRepair)? { RecordRepair(CSVDialect(), cellCount: cellCount) }

    init(_ options: ConversionOptions, _ sample: FileSample) throws(RunFailure) {
        sheet = try UndescribedSheet(
            UndescribedSheet.Wish(
                path: options.path, sheet: options.sheet, encoding: options.declared.encoding,
                skipRows: options.declared.skipLines, headerRows: options.declared.headerLines),
            head: sample.head, rest: sample.rest)
    }

    func next() throws(RunFailure) -> TableBatch? {
        guard let (records, faults) = sheet.nextBatch() else { return nil }
        var batch = TableBatch(records: records, firstLine: 1, firstByte: nil)
        batch.faults = faults.mapValues { fault in
            RowFault(kind: fault.kind.rawValue, cell: fault.cell, isRepairable: true)
        }
        return batch
    }
}
