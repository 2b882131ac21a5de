/// A table for people within 80 columns: what does not fit beside the first column goes below it in further pieces.
struct TextGrid {
    private static let width = 80
    /// Characters of a cell beyond which it is cut.
    private static let widestCell = 28

    private let header: [String]
    private var rows: [[String]] = []

    /// - Parameter header: At least one column; the first is repeated beside every piece.
    init(_ header: [String]) { self.header = header.map(Self.cut) }

    /// - Precondition: As many cells as the header has.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == header.count)
        rows.append(cells.map(Self.cut))
    }

    /// Lines with their ends, indented by two blanks.
    var text: String {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        var text = ""
        var next = 1
        repeat {
            var columns = [0]
            var used = 2 + widths[0]
            while next < widths.count,
                columns.count == 1 || used + 2 + widths[next] <= Self.width
            {
                used += 2 + widths[next]
                columns.append(next)
                next += 1
            }
            for row in all {
                let cells = columns.map { column in
                    row[column] + String(repeating: " ", count: widths[column] - row[column].count)
                }
                let line = "  " + cells.joined(separator: "  ")
                text += line.prefix(line.count - line.reversed().prefix { $0 == " " }.count) + "\n"
            }
            if next < widths.count { text += "\n" }
        } while next < widths.count
        return text
    }

    private static func cut(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > widestCell ? line.prefix(widestCell - 1) + "…" : line
    }
}
