package import Archiving
package import Batches
package import Definition
package import Diagnostics
internal import Files
package import Tabular

/// Reads the records of one file, batch by batch, whatever it is written in.
///
/// One task uses it from start to end. Columns come in the order of the source's definition; pieces of the path and
/// constants are columns like the others.
package final class RecordReader {
    /// Some of the file's records, to be cut by any worker.
    package struct Piece: Sendable {
        fileprivate enum Content: Sendable {
            case text(CSVChunk, quote: UInt8, escape: UInt8?)
            case cut(RawBatch)
        }

        fileprivate let content: Content
        /// Columns that are no cells: pieces of the path and constants.
        fileprivate let fixed: [(column: Int, text: String)]
        fileprivate let unfolding: PivotUnfolding?

        /// The records as a batch.
        package consuming func cut() -> RawBatch {
            var batch: RawBatch
            switch content {
            case .cut(let records):
                batch = records
            case .text(let chunk, let quote, let escape):
                batch = chunk.cut()
                batch.quote = quote
                batch.escape = escape
            }
            if let unfolding { batch = unfolding.unfold(batch) }
            for (column, text) in fixed {
                let offset = batch.bytes.count
                batch.bytes.append(contentsOf: text.utf8)
                let field = FieldSlice(offset: offset, count: text.utf8.count)
                for row in batch.rows.indices {
                    if case .none = batch.rows[row].fault {
                        batch.fields[row * batch.columnCount + column] = field
                    }
                }
            }
            return batch
        }
    }

    /// Bytes of text of a batch: its columns and cells then stay within a core's own cache.
    package static let defaultChunkBytes = 1 << 18

    private enum Engine {
        case csv(CSVRecords)
        case xml(XMLRecordsSource)
        case sheet(SheetRecords)
    }

    private let engine: Engine
    private let bytes: ByteSource
    private let quoting: (quote: UInt8, escape: UInt8?)
    private let fixed: [(column: Int, text: String)]
    private let unfolding: PivotUnfolding?

    /// `entry`: The file; it must still be what it was when it was listed.
    /// `root`: Folder of the inputs.
    /// `chunkBytes`: Least bytes of text of a batch.
    /// `limits`: What a packed file may unpack to.
    /// `staff`: People whom the headings of a pivot may name.
    ///
    /// - Throws: ``RunFailure`` of kind `input` when the file is unreadable, empty or lacks a column.
    package init(
        _ entry: InputEntry, of source: SourceDefinition, root: String,
        chunkBytes: Int = RecordReader.defaultChunkBytes,
        limits: UnpackingLimits = UnpackingLimits(), staff: StaffNames = StaffNames([])
    ) throws(RunFailure) {
        bytes = try ByteSource(
            path: entry.path, root: root, hashes: entry.checksum == nil, limits: limits)
        guard bytes.identity == entry.identity else {
            throw InputFailures.refuse(
                .changedFile, file: entry.path, "the file changed since it was listed",
                hint: "run again when the delivery is complete")
        }
        fixed = source.columns.enumerated().compactMap { index, column in
            switch column.origin {
            case .capture(let name): (index, entry.captures[name] ?? "")
            case .constant(let text): (index, text)
            case .heading, .number, .pivot: nil
            }
        }
        switch source.format {
        case .csv(let format):
            quoting = (format.quote ?? 0, format.escape)
            let records = try CSVRecords(
                entry.path, source: source, format: format, bytes: bytes, staff: staff,
                chunkBytes: chunkBytes)
            engine = .csv(records)
            unfolding = PivotUnfolding(source, records.pivot)
        case .xml(let format):
            quoting = (0, nil)
            engine = .xml(
                try XMLRecordsSource(
                    entry.path, source: source, format: format, bytes: bytes))
            unfolding = nil
        case .sheet(let format):
            quoting = (0, nil)
            let records = try SheetRecords(
                entry.path, source: source, format: format, bytes: bytes, staff: staff)
            engine = .sheet(records)
            unfolding = PivotUnfolding(source, records.pivot)
        }
    }

    /// - Returns: `nil` at the end of the file.
    package func next() throws(RunFailure) -> Piece? {
        switch engine {
        case .csv(let records):
            guard let chunk = try records.next() else { return nil }
            return Piece(
                content: .text(chunk, quote: quoting.quote, escape: quoting.escape),
                fixed: fixed, unfolding: unfolding)
        case .xml(let records):
            guard let batch = try records.next() else { return nil }
            return Piece(content: .cut(batch), fixed: fixed, unfolding: unfolding)
        case .sheet(let records):
            guard let batch = records.nextBatch() else { return nil }
            return Piece(content: .cut(batch), fixed: fixed, unfolding: unfolding)
        }
    }

    /// Counts the lines of a batch that was cut; each is booked once, in the order of the file.
    ///
    /// - Returns: The 1-based line of the batch's first line.
    package func book(_ batch: borrowing RawBatch) -> UInt32 {
        switch engine {
        case .csv(let records): return records.book(batch)
        case .xml: return 1
        case .sheet(let records):
            records.book(batch)
            return 1
        }
    }

    /// SHA-256 of the file as it is, known at its end unless the entry had it already.
    package var checksum: Checksum? { bytes.checksum }

    /// Physical lines booked so far as records, with the lines before them; footers excluded.
    package var lastLine: UInt32 {
        switch engine {
        case .csv(let records): records.nextLine - 1
        case .xml: 0
        case .sheet(let records): records.lastLine
        }
    }

    /// Lines (of a sheet rows) that belong to no record; complete at the end. `nil` for XML, which has no such lines.
    package var lineCounts: LineCounts? {
        switch engine {
        case .csv(let records): records.lineCounts
        case .xml: nil
        case .sheet(let records): records.lineCounts
        }
    }

    /// The file's header; `nil` where it has none.
    package var heading: FileHeading? {
        switch engine {
        case .csv(let records): records.heading
        case .xml: nil
        case .sheet(let records): records.heading
        }
    }

    /// What a person who opens the file does not see, and headings of a pivot that name nobody.
    package var findings: [InputFinding] {
        switch engine {
        case .csv(let records): records.pivot?.findings ?? []
        case .xml: []
        case .sheet(let records): records.findings + (records.pivot?.findings ?? [])
        }
    }
}
