/// A table in plain text: the first column to the left, figures to the right.
package struct AlignedText {
    private var rows: [[String]] = []

    package init() {}

    package mutating func add(_ cells: [String]) { rows.append(cells) }

    /// Lines with their ends, indented by two blanks, no blanks at the end.
    package var text: String {
        let width = rows.map(\.count).max() ?? 0
        let widths = (0..<width).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { cells in
            let padded = cells.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                if column > 0 { return blanks + cell }
                return cells.count == 1 ? cell : cell + blanks
            }
            return "  " + padded.joined(separator: "  ") + "\n"
        }.joined()
    }
}
