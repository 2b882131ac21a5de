/// Records as typed values, each parsed once; rows with a fault are marked and listed.
package struct CheckedBatch: Sendable {
    /// The records as read; its bytes may have grown by unescaped and respelt texts.
    package var raw: RawBatch
    /// In plan order; equal lengths.
    package var columns: [TypedColumn]
    /// One per row.
    package var outcomes: [RowOutcome]
    /// Ascending by row.
    package var rejects: [RowReject]
    /// Corrections that met a row of this batch.
    package var corrections: [CorrectionUse] = []

    package init(
        raw: RawBatch, columns: [TypedColumn], outcomes: [RowOutcome], rejects: [RowReject]
    ) {
        self.raw = raw
        self.columns = columns
        self.outcomes = outcomes
        self.rejects = rejects
    }

    package var rowCount: Int { outcomes.count }

    /// The text of a slice value.
    package func text(_ value: Int64) -> String {
        guard value != TypedColumn.null else { return "" }
        return String(decoding: raw.bytes[TypedColumn.range(ofSlice: value)], as: UTF8.self)
    }

    /// Rows that count, ascending.
    package var usedRows: [Int32] {
        var used: [Int32] = []
        used.reserveCapacity(outcomes.count)
        for row in outcomes.indices {
            if case .used = outcomes[row] { used.append(Int32(truncatingIfNeeded: row)) }
        }
        return used
    }
}
