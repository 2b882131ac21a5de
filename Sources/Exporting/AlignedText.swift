/// A table in plain text: the first column and those of words to the left, figures to the right.
package struct AlignedText {
    private let words: Set<Int>
    private var rows: [[String]] = []

    /// - Parameter words: Columns besides the first that hold words.
    package init(words: Set<Int> = []) { self.words = words.union([0]) }

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
                return words.contains(column) ? cell + blanks : blanks + cell
            }
            let line = "  " + padded.joined(separator: "  ")
            return line[...(line.lastIndex { $0 != " " } ?? line.startIndex)] + "\n"
        }.joined()
    }
}
