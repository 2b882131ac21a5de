package import Batches
internal import Definition
package import Plan

/// Checked records to canonical ones: the period, the people left out by rule, acting posts.
///
/// Spellings and scales are already one: validation asked its questions with the same tables that replace the value
/// (design, section 4), so nothing is parsed twice here.
package struct NormalizeStage: Sendable {
    private let plan: SourcePlan
    /// By person index; empty before the register is complete.
    private let isExcluded: [Bool]
    private let hasExcluded: Bool
    private let setsActingAside: Bool

    package init(plan: SourcePlan, isExcluded: [Bool], setsActingAside: Bool) {
        self.plan = plan
        self.isExcluded = isExcluded
        hasExcluded = isExcluded.contains(true)
        self.setsActingAside = setsActingAside
    }

    package func process(_ batch: consuming CheckedBatch) -> EvidenceBatch {
        if plan.source.kind == .register, setsActingAside, let column = plan.column("plt") {
            let values = batch.columns[column].values
            setAside(&batch, .acting) { values[$0] == 1 }
        }
        if let column = plan.column("nip"), hasExcluded {
            let codes = batch.columns[column].codes
            if !codes.isEmpty {
                setAside(&batch, .excluded) { codes[$0] >= 0 && isExcluded[Int(codes[$0])] }
            }
        }
        if plan.source.kind == .competency, let column = plan.column("tanggal") {
            // Held until judged again: only what was judged after the period is none of it.
            let (last, values) = (plan.periodLast, batch.columns[column].values)
            setAside(&batch, .otherPeriod) { values[$0] > last }
        }
        for column in plan.spanColumns {
            let (first, last) = (plan.periodFirst, plan.periodLast)
            let values = batch.columns[column].values
            setAside(&batch, .otherPeriod) { row in
                let value = values[row]
                return (value < first || value > last) && value != TypedColumn.null
            }
        }
        if let column = plan.yearColumn {
            let (year, values) = (plan.year, batch.columns[column].values)
            setAside(&batch, .otherPeriod) { values[$0] != year && values[$0] != TypedColumn.null }
        }
        if let column = plan.periodColumn {
            let (first, last) = (plan.periodFirst, plan.periodLast)
            let values = batch.columns[column].values
            setAside(&batch, .otherPeriod) { row in
                let value = values[row]
                return (value < first || value > last) && value != TypedColumn.null
            }
        }
        return EvidenceBatch(checked: batch)
    }

    /// Marks used rows that belong elsewhere; most batches have none, and are then left as they are.
    @inline(__always)
    private func setAside(
        _ batch: inout CheckedBatch, _ outcome: RowOutcome, where belongs: (Int) -> Bool
    ) {
        for row in 0..<batch.rowCount where belongs(row) {
            if case .used = batch.outcomes[row] { batch.outcomes[row] = outcome }
        }
    }
}
