package import Batches
internal import Definition
internal import Spelling

/// A condition asked of raw rows: every test is bound to a column of the plan.
package struct RowCondition: Sendable {
    package struct Test: Sendable {
        /// The column looked at (for `indikator.arah` the referring one).
        let column: Int
        let alias: SpellingTable?
        let kept: [String]
        /// By index of the row referred to; `nil`: the row's own text is asked.
        let referred: (table: ReferenceTable, holds: [Bool])?
        let test: Condition.Test
    }

    let alternatives: [[Test]]

    package func holds(row: Int, of batch: RawBatch) -> Bool {
        alternatives.contains { tests in tests.allSatisfy { $0.holds(row: row, of: batch) } }
    }
}

extension RowCondition.Test {
    func holds(row: Int, of batch: RawBatch) -> Bool {
        let field = batch.field(row: row, column: column)
        let bytes = batch.plainText(field)
        if let referred {
            guard let index = referred.table.index(of: bytes.span) else { return false }
            return referred.holds[Int(index)]
        }
        if let code = alias?.code(of: bytes.span) { return test.holds(for: kept[Int(code)]) }
        let text = String(decoding: bytes, as: UTF8.self)
        return test.holds(for: text.isEmpty ? nil : text)
    }
}
