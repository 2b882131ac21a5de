internal import Arithmetic
internal import Regulation

/// A table of ranges of whole steps without gap or overlap: each row has one value, or a line between the values of
/// its two ends.
///
/// Columns `dari`, `sampai` (none in the last row), `nilai`, and `nilai_sampai` where the row is a line.
struct RangeTable: Sendable {
    struct Row: Sendable {
        /// The word of the row, where the table has such a column.
        let word: String
        let from: Rational
        let through: Rational?
        let first: Rational
        let last: Rational
        let use: ParameterUse

        /// The value at `place`, which lies in the row.
        func value(at place: Rational) -> Rational {
            guard let through, through > from else { return first }
            return first + (last - first) / (through - from) * (place - from)
        }

        /// How the value at a place comes about, `70 + (89 − 70)/(99 − 80) × (98 − 80)`.
        func formula(at place: Rational) -> String {
            guard let through, through > from, first != last else { return first.exactText }
            return "\(first.exactText) + (\(last.exactText) − \(first.exactText))/"
                + "(\(through.exactText) − \(from.exactText)) × "
                + "(\(place.exactText) − \(from.exactText))"
        }

        var basis: RuleBasis {
            let range = through.map { "\(from.exactText)…\($0.exactText)" } ?? "≥ \(from.exactText)"
            let values =
                first == last ? first.exactText : "\(first.exactText)…\(last.exactText)"
            return RuleBasis(
                use: use,
                value: [word, range, "→", values].filter { !$0.isEmpty }
                    .joined(separator: " "))
        }
    }

    private let rows: [Row]

    /// - Parameters:
    ///   - names: Parameters of rows in any order; several may hold one table of the law.
    ///   - first: Where the first row must begin.
    ///   - step: Distance between the end of a row and the begin of the next.
    ///   - word: The column of the rows' words.
    ///   - rules: Where the parameters are read; told of rows that are missing.
    init(
        _ names: [String], from first: Rational, step: Rational, word: String?,
        _ rules: RuleReader
    ) {
        let columns = ["dari", "sampai", "nilai", "nilai_sampai"] + [word].compactMap { $0 }
        let tables = names.map { rules.records($0, columns: columns) }
        var found: [(row: Row, record: RuleRecord)] = []
        for table in tables {
            for record in table.records {
                found.append((Self.row(record, word: word, table.use), record))
            }
        }
        found.sort { $0.row.from < $1.row.from }
        rows = found.map(\.row)
        var next: Rational? = first
        for (row, record) in found {
            if let expected = next, row.from > expected {
                rules.miss("for \(expected.exactText)", in: tables[0])
            } else if next.map({ row.from < $0 }) ?? true {
                record.report("the row from \(row.from.exactText) overlaps another")
            }
            if let through = row.through, through < row.from {
                record.report("the row ends before it begins")
            }
            next = row.through.map { $0 + step }
        }
        if let next { rules.miss("from \(next.exactText) on", in: tables[0]) }
    }

    private static func row(
        _ record: RuleRecord, word: String?, _ use: ParameterUse
    ) -> Row {
        let first = record.number("nilai")
        return Row(
            word: word.map { record.text($0) } ?? "", from: record.number("dari"),
            through: record.optionalNumber("sampai"), first: first,
            last: record.optionalNumber("nilai_sampai") ?? first, use: use)
    }

    /// The words of the rows, each once, from the lowest row on.
    var words: [String] {
        rows.reduce(into: []) { words, row in
            if !words.contains(row.word) { words.append(row.word) }
        }
    }

    /// The row of `place`; none for what lies before the first or between two steps.
    func row(at place: Rational) -> Row? {
        rows.first { row in place >= row.from && (row.through.map { place <= $0 } ?? true) }
    }
}
