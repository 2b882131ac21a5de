internal import Documents
internal import Exporting
internal import Regulation

/// A value of law as lines for people: tables are aligned.
enum RuleValueText {
    /// - Returns: The value where it fits a line of its own, such as a number or a list of words.
    static func single(_ node: DocumentNode) -> String? {
        if let text = node.text { return text }
        guard let items = node.items else { return nil }
        let texts = items.compactMap(\.text)
        return texts.count == items.count ? texts.joined(separator: ", ") : nil
    }

    /// - Returns: The lines of a table, each indented by two blanks.
    static func table(_ node: DocumentNode) -> [String] {
        var table = AlignedText()
        if let entries = node.entries {
            if let columns = columns(of: entries.map(\.value)) {
                table.add([""] + columns)
                for row in entries { table.add([row.key] + cells(of: row.value, columns)) }
            } else {
                for row in entries { table.add([row.key, Rule.text(of: row.value)]) }
            }
        } else if let columns = columns(of: node.items ?? []) {
            table.add(columns)
            for row in node.items ?? [] { table.add(cells(of: row, columns)) }
        } else {
            for row in node.items ?? [] { table.add([Rule.text(of: row)]) }
        }
        return table.text.split(separator: "\n").map(String.init)
    }

    /// The keys of rows that are maps, each once in the order of the file; `nil` where a row is none.
    private static func columns(of rows: [DocumentNode]) -> [String]? {
        var columns: [String] = []
        for row in rows {
            guard let entries = row.entries else { return nil }
            for entry in entries where !columns.contains(entry.key) { columns.append(entry.key) }
        }
        return columns.isEmpty ? nil : columns
    }

    private static func cells(of row: DocumentNode, _ columns: [String]) -> [String] {
        var cells = columns.map { column in
            row.entries?.first { $0.key == column }.map { Rule.text(of: $0.value) } ?? ""
        }
        // No blanks at the end of a line.
        while cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }
}
