package import Batches
internal import CivilService
internal import Definition
package import Plan
internal import Spelling

/// An appeal upheld: one cell of one fact, whichever delivery states it.
package struct Correction: Sendable, Hashable {
    package let nip: UInt64
    /// The fact's other key values, in key order.
    package let key: [String]
    package let column: String
    package let newValue: String
    package let oldValue: String?

    package init(
        nip: UInt64, key: [String], column: String, newValue: String, oldValue: String?
    ) {
        self.nip = nip
        self.key = key
        self.column = column
        self.newValue = newValue
        self.oldValue = oldValue
    }
}

/// Puts upheld corrections into the facts of one source before they are validated.
package struct CorrectionDesk: Sendable {
    private let plan: SourcePlan
    private let corrections: [Correction]
    private let byPerson: [UInt64: [Int]]
    private let nip: Int?
    /// Key columns other than the NIP.
    private let keyColumns: [Int]

    /// `corrections`: Those of this source, in the order of their rows.
    package init(plan: SourcePlan, corrections: [Correction]) {
        self.plan = plan
        self.corrections = corrections
        byPerson = Dictionary(grouping: corrections.indices, by: { corrections[$0].nip })
        nip = plan.column("nip")
        keyColumns = plan.key.filter { plan.columns[$0].name != "nip" }
    }

    package var isIdle: Bool { corrections.isEmpty }

    /// - Returns: The corrections that met a row, in row order.
    package func amend(_ batch: inout RawBatch) -> [CorrectionUse] {
        guard let nip, !corrections.isEmpty else { return [] }
        var uses: [CorrectionUse] = []
        for row in batch.rows.indices {
            guard case .none = batch.rows[row].fault,
                let digits = value(row: row, column: nip, of: batch),
                let candidates = byPerson[UInt64(digits)]
            else { continue }
            for index in candidates where states(corrections[index], row: row, of: batch) {
                let isApplied = apply(corrections[index], row: row, to: &batch)
                uses.append(
                    CorrectionUse(correction: index, row: Int32(row), isApplied: isApplied))
            }
        }
        return uses
    }

    private func cell(row: Int, column: Int, of batch: RawBatch) -> [UInt8] {
        let plain = batch.plainText(batch.field(row: row, column: column))
        let range = Blanks.trim(0..<plain.count, in: plain.span)
        return Array(plain[range])
    }

    private func value(row: Int, column: Int, of batch: RawBatch) -> Int64? {
        var scratch: [UInt8] = []
        let text = cell(row: row, column: column, of: batch)
        return ColumnParser.number(
            text.span, parser: plan.columns[column].parser, scratch: &scratch)
    }

    /// Whether the row is the fact that the correction names.
    private func states(_ correction: Correction, row: Int, of batch: RawBatch) -> Bool {
        guard correction.key.count == keyColumns.count else { return false }
        return zip(keyColumns, correction.key).allSatisfy { column, wanted in
            means(cell(row: row, column: column, of: batch), Array(wanted.utf8), column: column)
        }
    }

    /// Two spellings of one value of a column; dates of a correction may always be ISO.
    private func means(_ found: [UInt8], _ wanted: [UInt8], column: Int) -> Bool {
        let parser = plan.columns[column].parser
        var scratch: [UInt8] = []
        switch parser {
        case .text(let alias, let kept):
            return spelling(found, alias, kept) == spelling(wanted, alias, kept)
        case .date(let forms):
            let wide = ColumnPlan.Parser.date(forms + DateForm.unambiguous)
            let left = ColumnParser.number(found.span, parser: wide, scratch: &scratch)
            return left != nil
                && left == ColumnParser.number(wanted.span, parser: wide, scratch: &scratch)
        case .month:
            let wide = ColumnPlan.Parser.month(MonthForm.allCases)
            let left = ColumnParser.number(found.span, parser: wide, scratch: &scratch)
            return left != nil
                && left == ColumnParser.number(wanted.span, parser: wide, scratch: &scratch)
        default:
            let left = ColumnParser.number(found.span, parser: parser, scratch: &scratch)
            let right = ColumnParser.number(wanted.span, parser: parser, scratch: &scratch)
            return left == nil && right == nil ? found == wanted : left == right
        }
    }

    private func spelling(_ text: [UInt8], _ alias: SpellingTable?, _ kept: [String]) -> [UInt8] {
        var folded: [UInt8] = []
        if let code = alias?.code(of: text.span) {
            FoldedSpelling.fold(kept[Int(code)].utf8.span, into: &folded)
        } else {
            FoldedSpelling.fold(text.span, into: &folded)
        }
        return folded
    }

    private func apply(_ correction: Correction, row: Int, to batch: inout RawBatch) -> Bool {
        guard let column = plan.column(correction.column) else { return false }
        if let old = correction.oldValue {
            let found = cell(row: row, column: column, of: batch)
            guard means(found, Array(old.utf8), column: column) else { return false }
        }
        let offset = batch.bytes.count
        let text = respelt(correction.newValue, column: column)
        guard isReadable(text, column: column) else { return false }
        batch.bytes.append(contentsOf: text.utf8)
        batch.fields[row * batch.columnCount + column] = FieldSlice(
            offset: offset, count: text.utf8.count)
        let mended = CellFault(row: Int32(row), column: Int32(column))
        batch.cellFaults.removeAll { $0 == mended }
        return true
    }

    /// A new value that its column cannot read would reject a sound fact: the correction is at fault then.
    private func isReadable(_ text: String, column: Int) -> Bool {
        if case .text = plan.columns[column].parser { return true }
        var scratch: [UInt8] = []
        return ColumnParser.number(
            text.utf8.span, parser: plan.columns[column].parser, scratch: &scratch) != nil
    }

    /// A date or month of a correction in a form that its column accepts.
    private func respelt(_ value: String, column: Int) -> String {
        switch plan.columns[column].parser {
        case .date(let forms):
            guard !forms.contains(.iso), let form = forms.first,
                let date = DateSpelling.parse(value.utf8.span, forms: [.iso])
            else { return value }
            return DateSpelling.text(of: date, in: forms.contains(.dayFirst) ? .dayFirst : form)
        case .month(let forms):
            guard !forms.contains(.iso), forms.contains(.monthFirst),
                let month = DateSpelling.parseMonth(value.utf8.span, forms: [.iso])
            else { return value }
            let parts = month.description.split(separator: "-")
            return parts.reversed().joined(separator: "-")
        default:
            return value
        }
    }
}
