internal import Arithmetic
package import Batches
internal import CivilService
internal import Definition
internal import Spelling

/// A condition asked of raw rows: every test is bound to a column of the plan, and reads it as that column is read.
package struct RowCondition: Sendable {
    package struct Test: Sendable {
        /// The column looked at (for `indikator.arah` the referring one).
        let column: Int
        let parser: ColumnPlan.Parser
        let denominator: Int64
        let nulls: SpellingTable?
        /// By index of the row referred to; `nil`: the row's own value is asked.
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
        let bytes = trimmed(batch.plainText(batch.field(row: row, column: column)))
        if let referred {
            guard let index = referred.table.index(of: bytes.span) else { return false }
            return referred.holds[Int(index)]
        }
        if bytes.isEmpty || nulls?.code(of: bytes.span) != nil { return test.holds(for: nil) }
        return test.holds(for: canonical(bytes.span))
    }

    private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }),
            let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return Array(bytes[first...last])
    }

    /// The value as conditions write it: numbers with a point, flags as ya and tidak, dates as ISO, kept spellings.
    ///
    /// What cannot be read stays as it stands; its own column reports it.
    private func canonical(_ text: Span<UInt8>) -> String {
        switch parser {
        case .number(let syntax):
            if let value = try? syntax.parse(text) {
                return Rational(value, over: denominator).exactText
            }
        case .flag(let spellings):
            if let code = spellings.code(of: text) { return code == 1 ? "ya" : "tidak" }
        case .date(let forms):
            if let date = DateSpelling.parse(text, forms: forms) { return date.description }
        case .month(let forms):
            if let month = DateSpelling.parseMonth(text, forms: forms) { return month.description }
        case .golongan:
            if let golongan = GolonganSpelling.parse(text) { return golongan.description }
        case .text(let alias, let kept):
            if let code = alias?.code(of: text) { return kept[Int(code)] }
        case .nip, .rating:
            break
        }
        return String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    }
}
