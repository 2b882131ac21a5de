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
    private var keys: Keys
    private var keyTexts = TextPool()
    /// Entry of each kept row, and entries whose rows differ; only with `duplicates: refuse`.
    private var entries: [Int32] = []
    /// First kept row of each entry.
    private var firstRows: [Int32] = []
    private var conflicts: Set<Int32> = []

    /// Keys of accepted rows: as bits or numbers where the plan tells what they can be, else word by word.
    private enum Keys {
        case none
        case dense(KeyLayout, DenseKeys)
        case packed(KeyLayout, PackedKeys)
        case words(KeySet)
    }

    /// `keepsRows`: Whether a method needs the rows whole.
    /// `sums`: Folds of the methods that need only sums.
    /// `people`: Those whose rows are folded; empty before the register is read.
    package init(plan: SourcePlan, keepsRows: Bool, sums: [any SumFold], people: Range<Int>) {
        self.plan = plan
        self.sums = sums
        refuses = plan.source.duplicates == .refuse
        self.keepsRows = keepsRows || refuses
        store = RowStore(plan: plan)
        keys = Self.keys(plan, people: people)
    }

    private static func keys(
        _ plan: SourcePlan, people: Range<Int>, isTrial: Bool = false
    ) -> Keys {
        if plan.key.isEmpty { return .none }
        // Which rows contradict each other is told by the numbers of their keys' entries.
        guard plan.source.duplicates != .refuse,
            let layout = KeyLayout(plan, people: people)
        else { return .words(KeySet(width: plan.key.count)) }
        guard layout.startsWithPerson, layout.cellsPerFirst <= DenseKeys.mostCells else {
            return .packed(layout, PackedKeys())
        }
        let count = isTrial ? 0 : Int64(people.count + 1) * layout.cellsPerFirst
        return .dense(layout, DenseKeys(count: count))
    }

    /// Keeps rows whose keys are settled, where a method needs them.
    mutating func keep(_ rows: [Int32], of batch: CheckedBatch, file: Int32) {
        if keepsRows { store.append(rows, of: batch, file: file, firstLine: 0) }
    }

    /// Whether the rows themselves are dropped once they are added.
    package var needsSumsOnly: Bool { !keepsRows && !sums.isEmpty }

    /// Whether the rows of some people can be folded apart from those of others: no key is of two people.
    package var canBeDivided: Bool {
        needsSumsOnly
            && (plan.key.isEmpty || plan.key.contains { plan.columns[$0].name == "nip" })
    }

    /// Bytes that the keys of so many rows of so many people take.
    package func keyBytes(rows: Int, people: Int) -> Int {
        guard !plan.key.isEmpty else { return 0 }
        switch Self.keys(plan, people: 0..<people, isTrial: true) {
        case .none: return 0
        case .dense(let layout, _): return people * Int(layout.cellsPerFirst) / 8
        case .packed: return rows * 13
        case .words: return rows * (8 * plan.key.count + 16)
        }
    }

    /// Makes room for as many rows as the file seems to have.
    package mutating func expect(rows: Int) {
        guard case .packed(let layout, var packed) = keys else { return }
        keys = .none
        packed.reserveCapacity(packed.count + rows)
        keys = .packed(layout, packed)
    }

    /// Takes the used rows of a batch; later rows of a key become rejects of the batch.
    ///
    /// `file`: The run's number of the file.
    /// `firstLine`: 1-based line of the batch's first line.
    package mutating func fold(_ batch: inout EvidenceBatch, file: Int32, firstLine: UInt32) {
        let rejectCount = batch.checked.rejects.count
        var used = batch.checked.usedRows
        let repeated =
            refuses
            ? keepRefusing(used, of: batch.checked, file: file, firstLine: firstLine)
            : repeatedRows(of: batch.checked, used: used)
        for row in repeated {
            batch.checked.outcomes[Int(row)] = .rejected
            batch.checked.rejects.append(RowReject(row: row, fault: plan.recordFaults.duplicate))
        }
        if !repeated.isEmpty { used = batch.checked.usedRows }
        if keepsRows, !refuses {
            store.append(used, of: batch.checked, file: file, firstLine: firstLine)
        }
        for index in sums.indices { sums[index].fold(batch.checked, used: used) }
        if batch.checked.rejects.count > rejectCount {
            batch.checked.rejects.sort { $0.row < $1.row }
        }
    }

    /// Settles the keys of the used rows: the first row of a key stands.
    private mutating func repeatedRows(of batch: CheckedBatch, used: [Int32]) -> [Int32] {
        // Taken out while they change, and consumed: two owners would mean a copy for each batch.
        var taken = Keys.none
        swap(&taken, &keys)
        switch consume taken {
        case .none: return []
        case .dense(let layout, var dense):
            let repeated = dense.insert(layout.keys(of: batch), of: used)
            keys = .dense(layout, dense)
            return repeated
        case .packed(let layout, var packed):
            let repeated = packed.insert(layout.keys(of: batch), of: used)
            keys = .packed(layout, packed)
            return repeated
        case .words(var words):
            var repeated: [Int32] = []
            for row in used {
                makeKey(row: Int(row), of: batch, in: &words)
                if !words.insertPending().isNew { repeated.append(row) }
            }
            keys = .words(words)
            return repeated
        }
    }

    /// Keeps the rows one by one, with the entry of each: only the end tells which keys are stated in two ways.
    ///
    /// - Returns: Rows that repeat an earlier one word for word.
    private mutating func keepRefusing(
        _ used: [Int32], of batch: CheckedBatch, file: Int32, firstLine: UInt32
    ) -> [Int32] {
        guard case .words(var words) = keys else { return [] }
        keys = .none
        var repeated: [Int32] = []
        for row in used {
            makeKey(row: Int(row), of: batch, in: &words)
            let (entry, isNew) = words.insertPending()
            if !isNew, !isConflict(entry, row: Int(row), of: batch) {
                repeated.append(row)
                continue
            }
            if isNew { firstRows.append(Int32(store.count)) }
            entries.append(entry)
            store.append([row], of: batch, file: file, firstLine: firstLine)
        }
        keys = .words(words)
        return repeated
    }

    private mutating func makeKey(
        row: Int, of batch: CheckedBatch, in keys: inout KeySet
    ) {
        for (position, column) in plan.key.enumerated() {
            let typed = batch.columns[column]
            if !typed.codes.isEmpty {
                keys.set(position, to: Int64(typed.codes[row]))
            } else if !typed.choices.isEmpty {
                // As in a layout: a listed value is the same in all its spellings.
                keys.set(position, to: Int64(typed.choices[row]))
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
        let first = Int(firstRows[Int(entry)])
        for (index, column) in batch.columns.enumerated() {
            if !column.choices.isEmpty, plan.key.contains(index) { continue }
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
