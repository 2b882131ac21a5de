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
    /// A batch with the 1-based line of its first line.
    package struct Piece: Sendable {
        package let batch: RawBatch
        package let firstLine: UInt32
    }

    /// Bytes of text of a batch; half a millisecond of work for a worker.
    package static let defaultChunkBytes = 1 << 20

    private enum Engine {
        case csv(CSVRecords)
        case xml(XMLRecordsSource)
    }

    private let engine: Engine
    private let fixed: [(column: Int, text: String)]

    /// `entry`: The file; it must still be what it was when it was listed.
    /// `root`: Folder of the inputs.
    /// `chunkBytes`: Least bytes of text of a batch.
    ///
    /// - Throws: ``RunFailure`` of kind `input` when the file is unreadable, empty or lacks a column.
    package init(
        _ entry: InputEntry, of source: SourceDefinition, root: String,
        chunkBytes: Int = RecordReader.defaultChunkBytes
    ) throws(RunFailure) {
        let bytes = try ByteSource(path: entry.path, root: root)
        guard bytes.identity == entry.identity else {
            throw InputFailures.refuse(
                .changedFile, file: entry.path, "the file changed since it was listed",
                hint: "run again when the delivery is complete")
        }
        fixed = source.columns.enumerated().compactMap { index, column in
            switch column.origin {
            case .capture(let name): (index, entry.captures[name] ?? "")
            case .constant(let text): (index, text)
            case .heading, .number: nil
            }
        }
        switch source.format {
        case .csv(let format):
            engine = .csv(
                try CSVRecords(
                    entry.path, source: source, format: format, bytes: bytes,
                    chunkBytes: chunkBytes))
        case .xml(let format):
            engine = .xml(
                try XMLRecordsSource(
                    entry.path, source: source, format: format, bytes: bytes))
        }
    }

    /// - Returns: `nil` at the end of the file.
    package func next() throws(RunFailure) -> Piece? {
        switch engine {
        case .csv(let records):
            guard var piece = try records.next() else { return nil }
            fill(&piece.batch)
            return Piece(batch: piece.batch, firstLine: piece.firstLine)
        case .xml(let records):
            guard var batch = try records.next() else { return nil }
            fill(&batch)
            return Piece(batch: batch, firstLine: 1)
        }
    }

    /// Physical lines read so far as records, with the lines before them; footers excluded.
    package var lastLine: UInt32 {
        if case .csv(let records) = engine { records.nextLine - 1 } else { 0 }
    }

    /// Lines that belong to no record; complete at the end. `nil` for XML, which has no such lines.
    package var lineCounts: LineCounts? {
        if case .csv(let records) = engine { records.lineCounts } else { nil }
    }

    /// Puts captures and constants behind the text, as fields of every sound row.
    private func fill(_ batch: inout RawBatch) {
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
    }
}
