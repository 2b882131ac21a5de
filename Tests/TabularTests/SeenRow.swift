import Batches
import Tabular

/// A row as a test compares it: without batches, offsets and whatever depends on chunks.
struct SeenRow: Equatable, CustomStringConvertible {
    /// 1-based in the file.
    var line: Int
    var lineCount: Int
    var text: String
    var fault: RecordFault
    var cells: Int
    /// As written between the quotes; nil for an absent field.
    var fields: [String?]

    var description: String {
        "\(line)+\(lineCount) \(fault) \(cells) \(text.debugDescription) \(fields)"
    }
}

/// All that a file gives, read one way or another.
struct SeenFile: Equatable, CustomStringConvertible {
    var header: [String]?
    var rows: [SeenRow] = []
    var counts = LineCounts()

    var lines: Int { counts.total + rows.reduce(0) { $0 + $1.lineCount } }

    var description: String {
        "\(header ?? []) \(counts)\n" + rows.map(\.description).joined(separator: "\n")
    }

    init() {}

    /// Reads a file through the reader in chunks and pieces of one size.
    init(_ file: [UInt8], dialect: CSVDialect, chunk: Int) throws {
        var place = 0
        var reader = CSVReader(dialect: dialect, chunkBytes: chunk) { output in
            let end = min(place + chunk, file.count)
            output.append(contentsOf: file[place..<end])
            place = end
            return place < file.count
        }
        guard let layout = try reader.readHeader() else {
            counts = reader.counts
            return
        }
        header = layout.header
        var linesBefore = layout.linesConsumed
        while let batch = try reader.next(cells: Array(layout.header.indices)) {
            rows += SeenFile.rows(of: batch, linesBefore: linesBefore)
            linesBefore += batch.lineCount
        }
        counts = reader.counts
    }

    static func rows(of batch: RawBatch, linesBefore: Int) -> [SeenRow] {
        batch.rows.enumerated().map { index, row in
            SeenRow(
                line: linesBefore + Int(row.line) + 1, lineCount: Int(row.lineCount),
                text: String(decoding: batch.bytes[Int(row.start)..<Int(row.end)], as: UTF8.self),
                fault: row.fault, cells: Int(row.cells),
                fields: (0..<batch.columnCount).map { column in
                    let field = batch.field(row: index, column: column)
                    if field.isAbsent { return nil }
                    return String(decoding: batch.text(field), as: UTF8.self)
                })
        }
    }
}
