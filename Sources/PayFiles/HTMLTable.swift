/// A table of a printed page; every text is escaped.
struct HTMLTable {
    private var html: String
    private let numbers: Set<Int>

    /// - Parameters:
    ///   - headings: One for each column.
    ///   - numbers: Places of columns that are set to the right.
    init(_ headings: [String], numbers: Set<Int> = []) {
        self.numbers = numbers
        html = "<table>\n<thead><tr>"
        for (place, heading) in headings.enumerated() {
            html += "<th\(Self.mark(numbers.contains(place)))>\(PlainMarkup.escaped(heading))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
    }

    mutating func append(_ cells: [String], isTotal: Bool = false) {
        html += isTotal ? "<tr class=\"jumlah\">" : "<tr>"
        for (place, cell) in cells.enumerated() {
            html += "<td\(Self.mark(numbers.contains(place)))>\(PlainMarkup.escaped(cell))</td>"
        }
        html += "</tr>\n"
    }

    var text: String { html + "</tbody>\n</table>\n" }

    private static func mark(_ isNumber: Bool) -> String { isNumber ? " class=\"angka\"" : "" }
}
