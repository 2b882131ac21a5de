package import Batches
internal import Definition
package import Plan

/// Folds the batches of one source, in file order, into the state that its components need.
///
/// Duplicates are settled here, before a row counts: batches come in order, so "first" is by path and line whatever the
/// number of workers that checked them.
package struct SourceFold: Sendable {
    package let plan: SourcePlan
    package internal(set) var store: RowStore
    package internal(set) var sums: [any SumFold]
    private let keepsRows: Bool
    private let refuses: Bool
    private var keys: KeySet
    private var keyTexts = TextPool()
    /// Entry of each kept row, and entries whose rows differ; only with `duplicates: refuse`.
    private var entries: [Int32] = []
    /// First kept row of each entry.
    private var firstRows: [Int32] = []
    private var conflicts: Set<Int32> = []

    /// `keepsRows`: Whether a method needs the rows whole.
    /// `sums`: Folds of the methods that need only sums.
    package init(plan: SourcePlan, keepsRows: Bool, sums: [any SumFold]) {
        self.plan = plan
        self.sums = sums
        refuses = plan.source.duplicates == .refuse
        self.keepsRows = keepsRows || refuses
        store = RowStore(plan: plan)
        keys = KeySet(width: plan.key.count)
    }

    /// Takes the used rows of a batch; later rows of a key become rejects of the batch.
    ///
    /// `file`: The run's number of the file.
    /// `firstLine`: 1-based line of the batch's first line.
    package mutating func fold(_ batch: inout EvidenceBatch, file: Int32, firstLine: UInt32) {
        let rejectCount = batch.checked.rejects.count
        for row in 0..<batch.checked.rowCount where batch.checked.outcomes[row] == .used {
            if !plan.key.isEmpty {
                makeKey(row: row, of: batch.checked)
                let (entry, isNew) = keys.insertPending()
                if !isNew, !isConflict(entry, row: row, of: batch.checked) {
                    batch.checked.outcomes[row] = .rejected
                    batch.checked.rejects.append(
                        RowReject(row: Int32(row), fault: plan.recordFaults.duplicate))
                    continue
                }
                if refuses {
                    if isNew { firstRows.append(Int32(store.count)) }
                    entries.append(entry)
                }
            }
            if keepsRows {
                let line = firstLine + batch.checked.raw.rows[row].line
                store.append(row: row, of: batch.checked, file: file, line: line)
            }
        }
        for index in sums.indices { sums[index].fold(batch.checked) }
        if batch.checked.rejects.count > rejectCount {
            batch.checked.rejects.sort { $0.row < $1.row }
        }
    }

    private mutating func makeKey(row: Int, of batch: CheckedBatch) {
        for (position, column) in plan.key.enumerated() {
            let typed = batch.columns[column]
            if !typed.codes.isEmpty {
                keys.set(position, to: Int64(typed.codes[row]))
            } else if plan.columns[column].type == .text, typed.values[row] != TypedColumn.null {
                let range = TypedColumn.range(ofSlice: typed.values[row])
                let text = keyTexts.intern(batch.raw.bytes.span.extracting(range))
                keys.set(position, to: Int64(text))
            } else {
                keys.set(position, to: typed.values[row])
            }
        }
    }

    /// With `refuse`, a row that differs from an earlier one of its key is kept until the end, to be rejected with it.
    private mutating func isConflict(
        _ entry: Int32, row: Int, of batch: CheckedBatch
    ) -> Bool {
        guard refuses else { return false }
        let first = Int(firstRows[Int(entry)])
        for (index, column) in batch.columns.enumerated() {
            let kept = store.values[index][first]
            var value = column.values[row]
            if value != TypedColumn.null, plan.columns[index].type == .text {
                let text = batch.raw.bytes.span.extracting(TypedColumn.range(ofSlice: value))
                value = Int64(store.pool.intern(text))
            }
            if value != kept {
                conflicts.insert(entry)
                return true
            }
        }
        return false
    }

    /// Removes the rows of conflicting keys and tells where they stood; called once, after the last batch.
    package mutating func settleConflicts() -> [(file: Int32, line: UInt32, found: String)] {
        guard !conflicts.isEmpty else { return [] }
        var isKept = [Bool](repeating: true, count: store.count)
        var places: [(file: Int32, line: UInt32, found: String)] = []
        for (row, entry) in entries.enumerated() where conflicts.contains(entry) {
            isKept[row] = false
            places.append((store.files[row], store.lines[row], firstCell(row)))
        }
        store.filter(isKept)
        return places
    }

    private func firstCell(_ row: Int) -> String {
        guard let value = store.value(0, row) else { return "" }
        return plan.columns[0].type == .text ? store.pool.text(Int32(value)) : "\(value)"
    }
}
