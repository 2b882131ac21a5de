internal import Definition
internal import Diagnostics
internal import Spelling

/// Finds the columns of a source in a file's header.
struct HeaderMatcher {
    let path: String
    let header: [String]
    /// Of the header, from 1.
    let line: Int
    /// What the definition says stands between cells; `nil` where nothing does.
    let delimiter: String?

    /// Of the source; its headings are shown without the names in them.
    var pivot: PivotHeading?

    /// - Returns: Cell index by column of the source, -1 for what is no cell of its own.
    func cells(of source: SourceDefinition) throws(RunFailure) -> [Int] {
        var problems: [Diagnostic] = []
        let cells = source.columns.map { column -> Int in
            switch column.origin {
            case .capture, .constant, .pivot: return -1
            case .number(let number):
                if number > header.count {
                    problems.append(problem("the header has no column \(number)"))
                }
                return number - 1
            case .heading(let heading):
                return find(heading, problems: &problems)
            }
        }
        if !problems.isEmpty { throw RunFailure(.input, problems) }
        return cells
    }

    private func find(_ heading: String, problems: inout [Diagnostic]) -> Int {
        var places = header.indices.filter { header[$0] == heading }
        if places.isEmpty {
            let folded = FoldedSpelling.fold(heading)
            places = header.indices.filter {
                FoldedSpelling.fold(header[$0]) == folded
            }
        }
        if places.count > 1 {
            problems.append(
                problem("the heading '\(heading)' stands \(places.count) times in the header"))
        }
        guard let place = places.first else {
            problems.append(problem("the header has no column '\(heading)'"))
            return -1
        }
        return place
    }

    private func problem(_ message: String) -> Diagnostic {
        let found = header.prefix(12).map { pivot?.masked($0) ?? $0 }.joined(separator: " | ")
        let rest = header.count > 12 ? " | …" : ""
        return Diagnostic(
            .missingColumn, at: SourceLocation(file: path, line: line),
            "\(message), found: \(found)\(rest)", hint: hint)
    }

    /// One wide cell full of another delimiter is the mark of a wrong one.
    private var hint: String {
        guard let stated = delimiter, header.count == 1, let cell = header.first else {
            return "map the column to a heading of this file, or ask for the export again"
        }
        for delimiter in [";", ",", "\t", "|"] where cell.contains(delimiter) {
            let name = delimiter == "\t" ? "\\t" : delimiter
            return "is the delimiter \"\(name)\"? The definition says \"\(stated)\""
        }
        return "map the column to a heading of this file, or ask for the export again"
    }
}
