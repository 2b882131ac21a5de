internal import Batches
internal import Definition
internal import Diagnostics
internal import Spelling
internal import Tabular

/// The records of one delimited file.
final class CSVRecords {
    private let path: String
    private var reader: CSVReader
    /// Wanted cell by plan column, -1 where the column is no cell; then those of the pivot.
    private let cells: [Int]
    private let format: CSVFormat
    /// `nil` for a file without header.
    let heading: FileHeading?
    /// `nil` where records are rows.
    let pivot: PivotHeadings?
    /// Line of the next batch to be booked.
    private(set) var nextLine: UInt32

    init(
        _ path: String, source: SourceDefinition, format: CSVFormat, bytes: ByteSource,
        staff: StaffNames, chunkBytes: Int
    ) throws(RunFailure) {
        self.path = path
        self.format = format
        let dialect = Self.dialect(of: format)
        var reader = CSVReader(dialect: dialect, chunkBytes: chunkBytes) { output in
            try bytes.pull(into: &output)
        }
        let empty = InputFailures.refuse(
            .emptyFile, file: path, "the file is empty, expected a header and records",
            hint: "ask for the export again")
        if format.hasHeader {
            guard let layout = try Self.guarded(path, { try reader.readHeader() }) else {
                throw empty
            }
            let ordinary = try HeaderMatcher(
                path: path, header: layout.header, line: layout.headerLine,
                delimiter: format.delimiter, pivot: source.pivot?.heading
            ).cells(of: source)
            pivot = try source.pivot.map { (definition) throws(RunFailure) in
                try PivotHeadings(
                    definition, header: layout.header, claimed: ordinary, staff: staff,
                    path: path, line: layout.headerLine)
            }
            cells = ordinary + (pivot?.all.map(\.cell) ?? [])
            heading = FileHeading(
                names: layout.header, line: layout.headerLine, wanted: cells,
                pivot: source.pivot?.heading, pivoted: cells.count - ordinary.count)
            nextLine = UInt32(layout.linesConsumed) + 1
        } else {
            guard let count = try Self.guarded(path, { try reader.measureCells() }) else {
                throw empty
            }
            cells = source.columns.map { column in
                if case .number(let number) = column.origin { number - 1 } else { -1 }
            }
            if let missing = cells.max(), missing >= count {
                throw InputFailures.refuse(
                    .missingColumn, file: path,
                    "the first record has \(count) cells, expected at least \(missing + 1)",
                    hint: "check delimiter and column numbers")
            }
            heading = nil
            pivot = nil
            nextLine = UInt32(reader.counts.total) + 1
        }
        self.reader = reader
    }

    var lineCounts: LineCounts { reader.counts }

    func next() throws(RunFailure) -> CSVChunk? {
        try Self.guarded(path) { try reader.nextChunk(cells: cells) }
    }

    /// - Returns: The 1-based line of the batch's first line; batches are booked in order.
    func book(_ batch: borrowing RawBatch) -> UInt32 {
        reader.book(batch)
        let firstLine = nextLine
        nextLine += UInt32(batch.lineCount)
        return firstLine
    }

    /// The reader throws what its closure throws, which is a refusal already, or its own failure.
    private static func guarded<Result>(
        _ path: String, _ body: () throws -> Result
    ) throws(RunFailure) -> Result {
        do {
            return try body()
        } catch let failure as RunFailure {
            throw failure
        } catch let failure as TextFailure {
            throw InputFailures.refusal(of: failure, file: path)
        } catch {
            throw InputFailures.refuse(
                .unreadableFile, file: path, "\(error)", hint: "check the file")
        }
    }

    private static func dialect(of format: CSVFormat) -> CSVDialect {
        CSVDialect(
            delimiter: Array(format.delimiter.utf8), quote: format.quote, escape: format.escape,
            recordLines: format.recordLines, recordBytes: format.recordBytes,
            blankLines: format.blankLines == .skip ? .skip : .reject,
            encoding: encoding(format.encoding),
            preambleLines: format.preambleLines,
            footerPrefix: format.footerPrefix.map { Array($0.utf8) })
    }

    static func encoding(_ stated: CSVFormat.Encoding) -> TextEncoding {
        switch stated {
        case .utf8: .utf8
        case .windows1252: .windows1252
        case .utf16: .utf16
        }
    }
}
