package import Arithmetic
internal import CivilService
package import Diagnostics
internal import Spelling

/// A number of law with what it rests on.
package struct RuleNumber: Sendable {
    package let value: Rational
    /// The word that stands in place of a number, where the parameter allows one.
    package let word: String?
    package let basis: RuleBasis

    package init(value: Rational, word: String? = nil, basis: RuleBasis) {
        self.value = value
        self.word = word
        self.basis = basis
    }

    /// What a reader answers after reporting that there is no such value.
    static func nothing(_ name: String) -> RuleNumber {
        RuleNumber(value: .zero, basis: RuleBasis(use: .nothing(name), value: ""))
    }
}

/// A word of law with what it rests on.
package struct RuleChoice<Choice: Sendable>: Sendable {
    package let value: Choice
    package let basis: RuleBasis
}

/// A table of names and numbers; names are looked up folded.
package struct RuleTable: Sendable {
    package struct Row: Sendable {
        package let name: String
        package let value: Rational
        package let place: SourceLocation
    }

    package let rows: [Row]
    package let place: SourceLocation
    package let use: ParameterUse
    private let byName: [String: Int]

    init(_ rows: [Row], place: SourceLocation, use: ParameterUse) {
        self.rows = rows
        self.place = place
        self.use = use
        byName = Dictionary(
            rows.enumerated().map { (FoldedSpelling.fold($1.name), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    static func empty(_ name: String) -> RuleTable {
        RuleTable([], place: SourceLocation(file: ""), use: .nothing(name))
    }

    package var isEmpty: Bool { rows.isEmpty }

    /// The number of the row `name`, however it is spelt.
    package subscript(name: String) -> Rational? {
        byName[FoldedSpelling.fold(name)].map { rows[$0].value }
    }

    /// What a figure rests on that used the row `name`.
    package func basis(_ name: String) -> RuleBasis {
        RuleBasis(use: use, value: "\(name) \(self[name]?.exactText ?? "-")")
    }
}

/// Rows of a table in the order of the law.
package struct RuleRecords {
    package let records: [RuleRecord]
    package let place: SourceLocation
    package let use: ParameterUse

    static func empty(_ name: String) -> RuleRecords {
        RuleRecords(records: [], place: SourceLocation(file: ""), use: .nothing(name))
    }
}

/// One row of a table, read while a formula is made; what is wrong is reported at the row.
package struct RuleRecord {
    private let texts: [String: String]
    private let place: SourceLocation
    private let book: RuleBook

    init(texts: [String: String], place: SourceLocation, book: RuleBook) {
        self.texts = texts
        self.place = place
        self.book = book
    }

    /// The number in the column `name`, which must be there.
    package func number(_ name: String) -> Rational {
        if let value = optionalNumber(name) { return value }
        if texts[name] == nil { report("the row has no '\(name)'") }
        return .zero
    }

    /// The number in the column `name`, `nil` where the row has none.
    package func optionalNumber(_ name: String) -> Rational? {
        guard let text = texts[name] else { return nil }
        guard let value = Rational(decimal: text) else {
            report("'\(name)' is '\(text)', expected a number")
            return nil
        }
        return value
    }

    /// The text in the column `name`, which must be there.
    package func text(_ name: String) -> String {
        guard let text = texts[name], !text.isEmpty else {
            report("the row has no '\(name)'")
            return ""
        }
        return text
    }

    /// The text in the column `name`, `nil` where the row has none.
    package func optionalText(_ name: String) -> String? { texts[name] }

    /// Reports a fault of this row.
    package func report(_ message: String) {
        book.report(Diagnostic(.parameterMalformed, at: place, message))
    }
}

/// Words by row and column; both are looked up folded.
package struct RuleMatrix: Sendable {
    package let rows: [String]
    package let columns: [String]
    package let place: SourceLocation
    package let use: ParameterUse
    private let cells: [String: String]

    init(
        rows: [String], columns: [String], cells: [String: [String: String]],
        place: SourceLocation, use: ParameterUse
    ) {
        self.rows = rows
        self.columns = columns
        self.place = place
        self.use = use
        var folded: [String: String] = [:]
        for (row, line) in cells {
            for (column, word) in line { folded[Self.key(row, column)] = word }
        }
        self.cells = folded
    }

    static func empty(_ name: String) -> RuleMatrix {
        RuleMatrix(
            rows: [], columns: [], cells: [:], place: SourceLocation(file: ""),
            use: .nothing(name))
    }

    /// All words of the cells, each once, in the order of rows and columns.
    package var words: [String] {
        var words: [String] = []
        for row in rows {
            for column in columns {
                if let word = self[row, column], !words.contains(word) { words.append(word) }
            }
        }
        return words
    }

    package subscript(row: String, column: String) -> String? { cells[Self.key(row, column)] }

    /// What a word rests on that was found in the cell.
    package func basis(_ row: String, _ column: String) -> RuleBasis {
        RuleBasis(use: use, value: "\(row) × \(column): \(self[row, column] ?? "-")")
    }

    private static func key(_ row: String, _ column: String) -> String {
        FoldedSpelling.fold(row) + "|" + FoldedSpelling.fold(column)
    }
}

extension ParameterUse {
    /// Stands where nothing could be read, which has been reported.
    static func nothing(_ name: String) -> ParameterUse {
        ParameterUse(
            name: name, effective: CalendarDate(dayNumber: 0),
            citation: Citation(title: "", article: nil, published: nil), status: .unconfirmed)
    }
}
