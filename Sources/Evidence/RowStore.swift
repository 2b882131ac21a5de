internal import Batches
internal import Definition
package import Plan

/// Accepted rows of one source, kept as columns because a method needs them whole.
///
/// Texts are numbers of the pool; references are indexes; row `i` of every column is the same record.
package struct RowStore: Sendable {
    package let plan: SourcePlan
    package internal(set) var pool = TextPool()
    /// By plan column; texts as pool numbers, ``TypedColumn/null`` where absent.
    package internal(set) var values: [[Int64]]
    /// By plan column; empty for columns that refer to nothing.
    package internal(set) var codes: [[Int32]]
    /// The run's number of the file.
    package internal(set) var files: [Int32] = []
    /// 1-based physical line.
    package internal(set) var lines: [UInt32] = []

    package init(plan: SourcePlan) {
        self.plan = plan
        values = Array(repeating: [], count: plan.columns.count)
        codes = Array(repeating: [], count: plan.columns.count)
    }

    package var count: Int { files.count }

    package func column(_ name: String) -> Int? { plan.column(name) }

    /// The stored integer, `nil` when absent or when the source maps no such column.
    package func value(_ column: Int?, _ row: Int) -> Int64? {
        guard let column else { return nil }
        let value = values[column][row]
        return value == TypedColumn.null ? nil : value
    }

    package func text(_ column: Int?, _ row: Int) -> String? {
        value(column, row).map { pool.text(Int32($0)) }
    }

    package func code(_ column: Int?, _ row: Int) -> Int32? {
        guard let column, !codes[column].isEmpty, codes[column][row] >= 0 else { return nil }
        return codes[column][row]
    }

    /// Keeps rows of a batch, in the order given.
    mutating func append(
        _ rows: [Int32], of batch: CheckedBatch, file: Int32, firstLine: UInt32
    ) {
        for (index, column) in batch.columns.enumerated() {
            if plan.columns[index].type == .text {
                appendTexts(rows, of: column, batch, to: index)
            } else {
                for row in rows { values[index].append(column.values[Int(row)]) }
            }
            if !column.codes.isEmpty {
                for row in rows { codes[index].append(column.codes[Int(row)]) }
            }
        }
        for row in rows {
            files.append(file)
            lines.append(firstLine + batch.raw.rows[Int(row)].line)
        }
    }

    private mutating func appendTexts(
        _ rows: [Int32], of column: TypedColumn, _ batch: CheckedBatch, to index: Int
    ) {
        values[index] += pool.intern(
            rows.map { column.values[Int($0)] }, in: batch.raw.bytes)
    }

    /// The store with only the rows that `isKept` names.
    package func keeping(_ isKept: [Bool]) -> RowStore {
        var kept = self
        kept.filter(isKept)
        return kept
    }

    mutating func filter(_ isKept: [Bool]) {
        func kept<Value>(_ column: [Value]) -> [Value] {
            column.isEmpty ? column : zip(column, isKept).filter(\.1).map(\.0)
        }
        values = values.map(kept)
        codes = codes.map(kept)
        files = kept(files)
        lines = kept(lines)
    }
}
