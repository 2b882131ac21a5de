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
    private let setsActingAside: Bool

    package init(plan: SourcePlan, isExcluded: [Bool], setsActingAside: Bool) {
        self.plan = plan
        self.isExcluded = isExcluded
        self.setsActingAside = setsActingAside
    }

    package func process(_ batch: consuming CheckedBatch) -> EvidenceBatch {
        if plan.source.kind == .register, setsActingAside, let column = plan.column("plt") {
            setAside(&batch, .acting) { $0.columns[column].values[$1] == 1 }
        }
        if let column = plan.column("nip"), !isExcluded.isEmpty {
            let codes = batch.columns[column].codes
            if !codes.isEmpty {
                setAside(&batch, .excluded) { _, row in
                    codes[row] >= 0 && isExcluded[Int(codes[row])]
                }
            }
        }
        if plan.source.kind == .competency, let column = plan.column("tanggal") {
            // Held until judged again: only what was judged after the period is none of it.
            let last = plan.periodLast
            setAside(&batch, .otherPeriod) { batch, row in batch.columns[column].values[row] > last
            }
        }
        if let column = plan.periodColumn {
            let (first, last) = (plan.periodFirst, plan.periodLast)
            setAside(&batch, .otherPeriod) { batch, row in
                let value = batch.columns[column].values[row]
                return value != TypedColumn.null && (value < first || value > last)
            }
        }
        return EvidenceBatch(checked: batch)
    }

    private func setAside(
        _ batch: inout CheckedBatch, _ outcome: RowOutcome,
        where belongs: (CheckedBatch, Int) -> Bool
    ) {
        for row in 0..<batch.rowCount where batch.outcomes[row] == .used {
            if belongs(batch, row) { batch.outcomes[row] = outcome }
        }
    }
}
