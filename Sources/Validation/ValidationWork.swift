internal import Batches

/// A batch on the bench: its values so far and the first fault of each row.
struct ValidationWork {
    var batch: RawBatch
    var columns: [TypedColumn]
    /// Index in the plan's faults, -1 for a row without fault.
    var faults: [Int32]
    private var consequents: Set<Int32> = []

    init(batch: RawBatch, columnCount: Int) {
        self.batch = batch
        columns = Array(repeating: TypedColumn(), count: columnCount)
        faults = Array(repeating: -1, count: batch.rows.count)
    }

    var rowCount: Int { faults.count }

    mutating func reject(_ row: Int, _ fault: Int32, isConsequent: Bool = false) {
        faults[row] = fault
        if isConsequent { consequents.insert(Int32(row)) }
    }

    /// The bytes of a slice value of this batch.
    func withText<Result>(_ value: Int64, _ body: (Span<UInt8>) -> Result) -> Result {
        body(batch.bytes.span.extracting(TypedColumn.range(ofSlice: value)))
    }

    /// Adds text behind the batch's own, so that values may refer to it.
    mutating func store(_ text: some Collection<UInt8>) -> Int64 {
        let offset = batch.bytes.count
        batch.bytes.append(contentsOf: text)
        return TypedColumn.slice(offset: offset, count: text.count)
    }

    /// - Parameter unanswered: The fault that says of a row that it is an empty cell of a pivot, and no reject.
    consuming func finish(unanswered: Int32?) -> CheckedBatch {
        var rejects: [RowReject] = []
        var outcomes = [RowOutcome](repeating: .used, count: faults.count)
        for row in faults.indices where faults[row] >= 0 {
            if faults[row] == unanswered {
                outcomes[row] = .unanswered
                continue
            }
            outcomes[row] = .rejected
            rejects.append(
                RowReject(
                    row: Int32(row), fault: faults[row],
                    isConsequent: consequents.contains(Int32(row))))
        }
        return CheckedBatch(raw: batch, columns: columns, outcomes: outcomes, rejects: rejects)
    }
}
