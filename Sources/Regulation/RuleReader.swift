internal import Arithmetic
package import Diagnostics
internal import Documents
internal import Spelling

/// Reads the parameters of a formula as typed values.
///
/// A reader answers something harmless after reporting what is wrong: whoever made it asks the book for problems
/// before anything is computed.
package struct RuleReader {
    package let book: RuleBook
    /// Who asks, for messages about parameters that are not in force.
    package let place: SourceLocation

    package init(_ book: RuleBook, for place: SourceLocation) {
        self.book = book
        self.place = place
    }

    /// A single number, or a fraction such as `1/9`.
    package func number(_ name: String) -> RuleNumber {
        guard let rule = book.rule(name, askedAt: place) else { return .nothing(name) }
        return RuleNumber(
            value: number(rule.value, "the value") ?? .zero,
            basis: RuleBasis(use: rule.use, value: rule.text))
    }

    /// A whole number within `range`, such as a number of decimals.
    package func whole(_ name: String, in range: ClosedRange<Int>) -> RuleNumber {
        guard let rule = book.rule(name, askedAt: place) else { return .nothing(name) }
        let basis = RuleBasis(use: rule.use, value: rule.text)
        guard let value = rule.value.text.flatMap({ Int($0) }), range.contains(value) else {
            malformed(
                rule.value,
                "the value is '\(rule.text)', expected a whole number "
                    + "\(range.lowerBound)…\(range.upperBound)")
            return RuleNumber(value: Rational(range.lowerBound), basis: basis)
        }
        return RuleNumber(value: Rational(value), basis: basis)
    }

    /// A number, or one of a few words in its place; the word is then the answer's `word`.
    package func number(_ name: String, orWord words: [String]) -> RuleNumber {
        guard let rule = book.rule(name, askedAt: place) else { return .nothing(name) }
        let basis = RuleBasis(use: rule.use, value: rule.text)
        if let word = rule.value.text, words.contains(word) {
            return RuleNumber(value: .zero, word: word, basis: basis)
        }
        let value = rule.value.text.flatMap { Rational(decimal: $0) }
        if value == nil {
            malformed(
                rule.value,
                "the value is '\(rule.text)', expected a number or one of: "
                    + words.joined(separator: ", "))
        }
        return RuleNumber(value: value ?? .zero, basis: basis)
    }

    /// One word of a closed list.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String
    ) -> RuleChoice<Choice>? where Choice.RawValue == String {
        guard let rule = book.rule(name, askedAt: place) else { return nil }
        guard let choice = rule.value.text.flatMap(Choice.init(rawValue:)) else {
            malformed(
                rule.value,
                "the value is '\(rule.text)', expected one of: "
                    + Choice.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        return RuleChoice(value: choice, basis: RuleBasis(use: rule.use, value: rule.text))
    }

    /// A table of names and numbers.
    package func table(_ name: String) -> RuleTable {
        guard let rule = book.rule(name, askedAt: place) else { return RuleTable.empty(name) }
        guard let entries = rule.value.entries else {
            malformed(rule.value, "the value is \(rule.value.kindName), expected a map of numbers")
            return RuleTable.empty(name)
        }
        let rows = entries.compactMap { entry in
            number(entry.value, "the row '\(entry.key)'").map {
                RuleTable.Row(name: entry.key, value: $0, place: entry.keyPlace)
            }
        }
        reportTwins(rows.map { (FoldedSpelling.fold($0.name), $0.place) })
        return RuleTable(rows, place: rule.value.place, use: rule.use)
    }

    /// A list of maps, each row a record of numbers and words: bands, segments, steps.
    ///
    /// `columns`: All that a formula asks for; another is a misspelt one, and its row would lack a bound.
    package func records(_ name: String, columns: [String]) -> RuleRecords {
        guard let rule = book.rule(name, askedAt: place) else { return RuleRecords.empty(name) }
        guard let items = rule.value.items, !items.isEmpty else {
            malformed(rule.value, "the value is \(rule.value.kindName), expected a list of rows")
            return RuleRecords.empty(name)
        }
        let records = items.compactMap { item -> RuleRecord? in
            guard let entries = item.entries else {
                malformed(item, "a row is \(item.kindName), expected a map")
                return nil
            }
            var texts: [String: String] = [:]
            for entry in entries {
                texts[entry.key] = entry.value.text ?? ""
                if !columns.contains(entry.key) {
                    report(unknownColumn: entry, of: columns)
                }
            }
            return RuleRecord(texts: texts, place: item.place, book: book)
        }
        return RuleRecords(records: records, place: rule.value.place, use: rule.use)
    }

    /// A table of two entries: rows of columns of words, such as a matrix of predikat.
    ///
    /// All rows must have the same columns; a cell that is missing is reported at its row.
    package func matrix(_ name: String) -> RuleMatrix {
        guard let rule = book.rule(name, askedAt: place) else { return RuleMatrix.empty(name) }
        var cells: [String: [String: String]] = [:]
        var columns: [String] = []
        var columnPlaces: [SourceLocation] = []
        let rows = rule.value.entries ?? []
        for row in rows {
            for cell in row.value.entries ?? [] {
                if !columns.contains(cell.key) {
                    columns.append(cell.key)
                    columnPlaces.append(cell.keyPlace)
                }
                cells[row.key, default: [:]][cell.key] = cell.value.text
            }
        }
        if columns.isEmpty { malformed(rule.value, "the value has no rows of cells") }
        for row in rows {
            for column in columns where cells[row.key]?[column] == nil {
                missingRow(row.value.place, "the row '\(row.key)' has no cell '\(column)'")
            }
        }
        reportTwins(rows.map { (FoldedSpelling.fold($0.key), $0.keyPlace) })
        reportTwins(zip(columns.map(FoldedSpelling.fold), columnPlaces).map { ($0, $1) })
        return RuleMatrix(
            rows: rows.map(\.key), columns: columns, cells: cells, place: rule.value.place,
            use: rule.use)
    }

    /// A list of words.
    package func words(_ name: String) -> [String] {
        guard let rule = book.rule(name, askedAt: place) else { return [] }
        let items = rule.value.items ?? []
        let words = items.compactMap(\.text).filter { !$0.isEmpty }
        if words.isEmpty || words.count < items.count {
            malformed(rule.value, "the value is no list of words")
        }
        return words
    }

    /// Reports the rows that a formula needs and `table` does not have.
    package func require(_ names: [String], in table: RuleTable) {
        for name in names where table[name] == nil && !table.isEmpty {
            missingRow(table.place, "the table '\(table.use.name)' has no row '\(name)'")
        }
    }

    /// Reports that `records` have no `row`, which a formula needs.
    package func miss(_ row: String, in records: RuleRecords) {
        if records.records.isEmpty { return }
        missingRow(records.place, "the table '\(records.use.name)' has no row \(row)")
    }

    private func report(unknownColumn entry: DocumentNode.Entry, of columns: [String]) {
        book.report(
            Diagnostic(
                .parameterMalformed, at: entry.keyPlace,
                "'\(entry.key)' is no column of this table, expected one of: "
                    + columns.joined(separator: ", "),
                hint: Similarity.nearest(to: entry.key, among: columns)
                    .map { "did you mean '\($0)'?" }))
    }

    /// Rows and columns are looked up in any spelling, so that two of one spelling would be one with two values.
    private func reportTwins(_ rows: [(name: String, place: SourceLocation)]) {
        for (index, row) in rows.enumerated()
        where rows[..<index].contains(where: { $0.name == row.name }) {
            book.report(
                Diagnostic(
                    .parameterMalformed, at: row.place, "it stands twice, spelt otherwise"))
        }
    }

    private func number(_ node: DocumentNode, _ what: String) -> Rational? {
        if let value = node.text.flatMap({ Rational(decimal: $0) }) { return value }
        malformed(node, "\(what) is '\(node.text ?? node.kindName)', expected a number")
        return nil
    }

    private func malformed(_ node: DocumentNode, _ message: String) {
        book.report(Diagnostic(.parameterMalformed, at: node.place, message))
    }

    private func missingRow(_ place: SourceLocation, _ message: String) {
        book.report(Diagnostic(.parameterRowMissing, at: place, message))
    }
}
