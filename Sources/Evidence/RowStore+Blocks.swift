package import Batches
internal import Definition
internal import Plan

extension RowStore {
    /// Rows of a block.
    private static var rowsPerBlock: Int { 4_096 }

    /// The rows as blocks, in their order; each block holds rows of one file.
    package func blocks() -> some Sequence<[UInt8]> {
        var next = 0
        let block = ColumnBlock(plan, keepsRows: true)
        return AnyIterator {
            guard next < count else { return nil }
            let (first, file) = (next, files[next])
            while next < count, next - first < Self.rowsPerBlock, files[next] == file { next += 1 }
            let rows = first..<next
            return block.encode(
                (0..<Int32(rows.count)).map { $0 }, of: batch(rows), file: file, firstLine: 0)
        }
    }

    /// Some rows as a batch, with their texts.
    private func batch(_ rows: Range<Int>) -> CheckedBatch {
        var raw = RawBatch(text: [], columnCount: 1)
        raw.rows = rows.map { RowOrigin(line: lines[$0], start: 0, end: 0) }
        raw.fields = Array(repeating: .absent, count: rows.count)
        var columns: [TypedColumn] = []
        for (index, column) in plan.columns.enumerated() {
            var typed = TypedColumn(values: Array(values[index][rows]))
            if !codes[index].isEmpty { typed.codes = Array(codes[index][rows]) }
            if column.type == .text {
                for (row, number) in typed.values.enumerated() where number != TypedColumn.null {
                    let text = pool.withBytes(Int32(number)) { text in
                        raw.bytes.append(contentsOf: text.indices.map { text[$0] })
                        return text.count
                    }
                    typed.values[row] = TypedColumn.slice(
                        offset: raw.bytes.count - text, count: text)
                }
            }
            columns.append(typed)
        }
        return CheckedBatch(
            raw: raw, columns: columns, outcomes: Array(repeating: .used, count: rows.count),
            rejects: [])
    }
}

extension SourceFold {
    /// Takes rows that were accepted before: their keys are settled.
    package mutating func restore(_ batch: CheckedBatch, file: Int32) {
        let rows = (0..<Int32(batch.rowCount)).map { $0 }
        keep(rows, of: batch, file: file)
        for index in sums.indices { sums[index].fold(batch, used: rows) }
    }
}
